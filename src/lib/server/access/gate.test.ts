import { beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../../../tests/flow/empty-database.ts';
import type { Db } from '../store/sql/open.ts';
import { createPublication } from '../store/publications.ts';
import { gate, type Turn } from './gate.ts';
import type { Member, Visitor } from './may.ts';

const words = { language: 'fr', currency: 'EUR', zone: 'Europe/Paris' } as const;
const nobody: Visitor = { kind: 'nobodyYet' };
const signedOut: Visitor = { kind: 'signedOut' };
const admin: Member = {
	kind: 'member',
	id: 'a',
	name: 'A',
	email: 'a@example.org',
	role: 'admin',
	roles: {}
};
const viewer: Visitor = { ...admin, role: 'viewer' };
const marketing: Visitor = { ...admin, role: 'marketing' };
/** An administrator of the second publication, `own`, and of nothing else. */
const ownAdmin: Visitor = { ...admin, role: 'none', roles: { 2: 'admin' } };

let db: Db;

beforeEach(async () => {
	const own = await emptyDatabase();
	db = own.db;
	await createPublication(db, { ...words, slug: 'sample', name: 'Sample', sample: true }, 0);
	await createPublication(db, { ...words, slug: 'own', name: 'Own' }, 0);
	return own.close;
});

test.each<[string, Visitor, string, Turn]>([
	['before any account, the sample → shown', nobody, 'GET sample topics', null],
	['… another publication → not shown', nobody, 'GET own topics', '/welcome'],
	[
		'… one that does not exist → the same, so that nobody learns which do',
		nobody,
		'GET none topics',
		'/welcome'
	],
	['… a change to the sample → refused', nobody, 'POST sample items', '/welcome'],
	['… importing → asks for the administrator', nobody, 'GET sample imports', '/welcome'],
	['… settings → ask for the administrator', nobody, 'GET sample settings', '/welcome'],
	['signed out, the sample → the form to sign in', signedOut, 'GET sample topics', '/sign-in'],
	['an administrator → passes', admin, 'POST own settings', null],
	['a viewer who looks → passes', viewer, 'GET own topics', null],
	['a viewer who corrects an issue → refused', viewer, 'POST own issues/[issue]/edit', 'forbidden'],
	['marketing that edits spend → passes', marketing, 'POST own ledger/names', null],
	[
		'marketing that corrects an issue → refused',
		marketing,
		'POST own issues/[issue]/edit',
		'forbidden'
	],
	[
		'an administrator of one publication who changes its settings → passes',
		ownAdmin,
		'POST own settings',
		null
	],
	['… who looks at another → refused', ownAdmin, 'GET sample topics', 'forbidden'],
	['a viewer who changes a page without a rule → refused', viewer, 'POST own zzz', 'forbidden'],
	['a viewer who imports → refused', viewer, 'POST own imports/upload', 'forbidden'],
	[
		'a member without a required second step → sets it up first',
		{ ...admin, lacksStep: true },
		'GET own topics',
		'/account/second-step'
	]
])('%s', async (_what, visitor, request, turn) => {
	const [method = '', slug, page] = request.split(' ');
	expect(await gate(db, visitor, { method, slug, route: `/p/[publication]/${page}` })).toBe(turn);
});

test.each<[Visitor, string, Turn]>([
	[nobody, '/(auth)/welcome', null],
	[nobody, '/(auth)/sign-in', '/welcome'],
	[signedOut, '/(auth)/welcome', '/sign-in'],
	[signedOut, '/(auth)/sign-in', null],
	[admin, '/(auth)/welcome', '/'],
	[nobody, '/', null],
	[signedOut, '/', '/sign-in'],
	[nobody, '/p/new', '/welcome'],
	[admin, '/p/new', null],
	[viewer, '/p/new', 'forbidden'],
	[ownAdmin, '/p/new', 'forbidden'],
	[ownAdmin, '/', null],
	[ownAdmin, '/api/publications', null],
	[ownAdmin, '/account', null]
])('%j at %s → sent to %s', async (visitor, route, turn) => {
	expect(await gate(db, visitor, { method: 'GET', slug: undefined, route })).toBe(turn);
});
