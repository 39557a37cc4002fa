import { expect, test } from 'vitest';
import { actions, type Action, type GivenRole } from '#lib/permissions.ts';
import { may, type Subject, type Visitor } from './may.ts';

const sample = Object.freeze({ id: 1, sample: true });
const own = Object.freeze({ id: 2, sample: false });

/** Somebody who is one thing in all publications, and perhaps another in one of them. */
function member(role: GivenRole, roles: Record<number, GivenRole> = {}): Visitor {
	return { kind: 'member', id: 'a', name: 'Ana', email: 'ana@example.org', role, roles };
}

const editing: Action[] = ['see', 'report', 'money', 'content', 'import'];

function script(scope: 'import' | 'read', publicationId: number | null): Visitor {
	return { kind: 'script', name: 'nightly', scope, publicationId };
}

test.each<[string, Visitor, Subject, Action[]]>([
	['before any account', { kind: 'nobodyYet' }, sample, ['see']],
	['before any account', { kind: 'nobodyYet' }, own, []],
	['before any account', { kind: 'nobodyYet' }, null, []],
	['signed out', { kind: 'signedOut' }, sample, []],
	['signed out', { kind: 'signedOut' }, own, []],
	['an administrator', member('admin'), own, [...actions]],
	['an administrator', member('admin'), null, [...actions]],
	['an administrator, whatever is said of one', member('admin', { 2: 'none' }), own, [...actions]],
	['an editor', member('editor'), own, editing],
	['marketing', member('marketing'), own, ['see', 'report', 'money', 'import']],
	['a viewer', member('viewer'), own, ['see']],
	['a viewer who edits this one', member('viewer', { 2: 'editor' }), own, editing],
	['a viewer who edits another', member('viewer', { 1: 'editor' }), own, ['see']],
	['an editor kept out of this one', member('editor', { 2: 'none' }), own, []],
	['somebody of another publication', member('none', { 1: 'editor' }), own, []],
	['an administrator of this one', member('none', { 2: 'admin' }), own, [...actions]],
	['an administrator of one, of the installation', member('none', { 2: 'admin' }), null, []],
	['a token to import', script('import', null), own, ['import']],
	['a token to import', script('import', null), null, []],
	['a token to import into another', script('import', 1), own, []],
	['a token to read', script('read', null), own, ['see']],
	['a token to read', script('read', null), null, ['see']],
	['a token to read this one', script('read', 2), own, ['see']],
	['a token to read another', script('read', 1), own, []]
])('%s (%#) → may do its own actions and no others', (_who, visitor, publication, expected) => {
	expect(actions.filter((action) => may(visitor, action, publication))).toEqual(expected);
});
