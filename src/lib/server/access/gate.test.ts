import { beforeEach, expect, test } from 'vitest';
import { open } from '../store/sql/open.ts';
import type { Db } from '../store/sql/open.ts';
import { createPublication } from '../store/publications.ts';
import { gate } from './gate.ts';
import type { Turn } from './gate.ts';
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
	db = await open(':memory:');
	await createPublication(db, { ...words, slug: 'sample', name: 'Sample', sample: true }, 0);
	await createPublication(db, { ...words, slug: 'own', name: 'Own' }, 0);
});

test.each<[string, Visitor, string, Turn]>([
	['before any account the sample is shown', nobody, 'GET sample topics', null],
	['… and nothing else', nobody, 'GET own topics', '/welcome'],
	[
		'… nor what does not exist, which would tell the two apart',
		nobody,
		'GET none topics',
		'/welcome'
	],
	['… and is read-only', nobody, 'POST sample items', '/welcome'],
	['… importing asks for the administrator', nobody, 'GET sample imports', '/welcome'],
	['… settings do', nobody, 'GET sample settings', '/welcome'],
	['signed out, all pages lead to the form', signedOut, 'GET sample topics', '/sign-in'],
	['an administrator passes', admin, 'POST own settings', null],
	['a viewer looks', viewer, 'GET own topics', null],
	['a viewer changes nothing', viewer, 'POST own issues/[issue]/edit', 'forbidden'],
	['marketing edits spend', marketing, 'POST own ledger/names', null],
	['marketing corrects no issue', marketing, 'POST own issues/[issue]/edit', 'forbidden'],
	['who administers one changes its settings', ownAdmin, 'POST own settings', null],
	['… and sees no other', ownAdmin, 'GET sample topics', 'forbidden'],
	[
		'a page that nobody thought of is changed by administrators',
		viewer,
		'POST own zzz',
		'forbidden'
	],
	['a viewer does not import', viewer, 'POST own imports/upload', 'forbidden'],
	[
		'who lacks a required second step sets it up first',
		{ ...admin, lacksStep: true },
		'GET own topics',
		'/account/second-step'
	]
])('%s', async (_what, visitor, wish, turn) => {
	const [method = '', slug, page] = wish.split(' ');
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
])('%j at %s is sent to %s', async (visitor, route, turn) => {
	expect(await gate(db, visitor, { method: 'GET', slug: undefined, route })).toBe(turn);
});
