import { expect, test } from 'vitest';
import { may } from './may.ts';
import type { PersonRole } from '#lib/person-roles.ts';
import type { Action, Subject, Visitor } from './may.ts';

const actions: Action[] = ['see', 'import', 'edit', 'administer'];
const sample = Object.freeze({ id: 1, sample: true });
const own = Object.freeze({ id: 2, sample: false });

function member(role: PersonRole): Visitor {
	return { kind: 'member', id: 'a', name: 'Ana', email: 'ana@example.org', role };
}

function script(scope: 'import' | 'read', publicationId: number | null): Visitor {
	return { kind: 'script', name: 'nightly', scope, publicationId };
}

test.each<[string, Visitor, Subject, Action[]]>([
	['before any account', { kind: 'nobodyYet' }, sample, ['see']],
	['before any account', { kind: 'nobodyYet' }, own, []],
	['before any account', { kind: 'nobodyYet' }, null, []],
	['signed out', { kind: 'signedOut' }, sample, []],
	['signed out', { kind: 'signedOut' }, own, []],
	['an administrator', member('admin'), own, actions],
	['an administrator', member('admin'), null, actions],
	['an editor', member('editor'), own, ['see', 'import', 'edit']],
	['a viewer', member('viewer'), own, ['see']],
	['a token to import', script('import', null), own, ['import']],
	['a token to import', script('import', null), null, []],
	['a token to import into another', script('import', 1), own, []],
	['a token to read', script('read', null), own, ['see']],
	['a token to read', script('read', null), null, ['see']],
	['a token to read this one', script('read', 2), own, ['see']],
	['a token to read another', script('read', 1), own, []]
])('%s may do the right things (%#)', (_who, visitor, publication, expected) => {
	expect(actions.filter((action) => may(visitor, action, publication))).toEqual(expected);
});
