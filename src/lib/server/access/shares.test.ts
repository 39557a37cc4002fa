import { DAY } from '#lib/duration.ts';
import { beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../../../tests/flow/empty-database.ts';
import type { Db } from '../store/sql/open.ts';
import { createPublication, type Publication } from '../store/publications.ts';
import {
	addShare,
	openShares,
	sharesOf,
	takeShareBack,
	type Shares,
	type ShareTerms
} from './shares.ts';
import { sharedTriesOf } from './tries.ts';

const words = { language: 'fr', currency: 'EUR', zone: 'Europe/Paris' } as const;
const actor = { by: null, now: 1000 };
const page: ShareTerms = {
	reportId: null,
	path: 'topics?last=12',
	password: null,
	expiresAt: null
};

let db: Db;
let publication: Publication;
let shares: Shares;

beforeEach(async () => {
	const own = await emptyDatabase();
	db = own.db;
	publication = await createPublication(db, { ...words, slug: 'own', name: 'Own' }, 0);
	shares = openShares(db, 'secret');
	return own.close;
});

const guest = (now = 2000, ticket?: string) => ({ address: '203.0.113.7', ticket, now });
const add = (terms: Partial<ShareTerms> = {}) =>
	addShare(db, publication, { ...page, ...terms }, actor);

test('a shared link → what it was made for, its views counted', async () => {
	const token = await add();
	const opening = await shares.open(token, guest(), true);
	expect(opening).toMatchObject({ state: 'open', share: { path: 'topics?last=12' } });
	await shares.open(token, guest(), false);
	expect(await sharesOf(db, publication, 2000)).toMatchObject([{ views: 1, state: 'good' }]);
});

test('the token of a shared link → kept nowhere', async () => {
	const token = await add();
	const { rows } = await db.$client.execute('SELECT * FROM share');
	expect(token.length).toBeGreaterThanOrEqual(32);
	expect(JSON.stringify(rows)).not.toContain(token);
});

test('a shared link taken back or expired → opens nothing', async () => {
	const [kept, brief] = [await add(), await add({ expiresAt: 1000 + DAY })];
	expect((await shares.open(brief, guest(999 + DAY), true)).state).toBe('open');
	expect((await shares.open(brief, guest(1000 + DAY), true)).state).toBe('over');

	const [, first] = await sharesOf(db, publication, 2000);
	await takeShareBack(db, publication, first!.id, actor);
	expect((await shares.open(kept, guest(), true)).state).toBe('over');
	await expect(takeShareBack(db, publication, first!.id, actor)).rejects.toMatchObject({
		code: 'shareRevoked'
	});
});

test('a shared link of another publication → not taken back', async () => {
	await add();
	const other = await createPublication(db, { ...words, slug: 'other', name: 'Other' }, 0);
	const [share] = await sharesOf(db, publication, 2000);
	await expect(takeShareBack(db, other, share!.id, actor)).rejects.toMatchObject({
		code: 'noSuchShare'
	});
});

test('a shared link with a password → asks for it, and its ticket opens this link alone', async () => {
	const token = await add({ password: 'correct horse' });
	const other = await add({ password: 'correct horse' });
	expect((await shares.open(token, guest(), true)).state).toBe('locked');
	expect(await shares.unlock(token, 'battery', guest())).toEqual({ flaw: 'wrong' });

	const unlocked = await shares.unlock(token, 'correct horse', guest());
	const ticket = 'ticket' in unlocked ? unlocked.ticket : '';
	expect((await shares.open(token, guest(2000, ticket), true)).state).toBe('open');
	expect((await shares.open(other, guest(2000, ticket), true)).state).toBe('locked');
	expect((await shares.open(token, guest(2000, `${ticket}x`), true)).state).toBe('locked');
});

test('repeated guesses of passwords or links → slowed down; a known link → still opens', async () => {
	const token = await add({ password: 'correct horse' });
	for (let i = 0; i < 5; i++) await shares.unlock(token, `guess number ${i}`, guest());
	expect(await shares.unlock(token, 'correct horse', guest())).toEqual({
		flaw: 'tooMany',
		wait: 2000
	});
	// and once that is over, whoever knows it comes in
	expect(await shares.unlock(token, 'correct horse', guest(4001))).toHaveProperty('ticket');

	for (let i = 0; i < 60; i++) await shares.open(`${token.slice(0, 28)}${1000 + i}`, guest(), true);
	expect((await shares.open(`${token}x`, guest(), true)).state).toBe('tooMany');
	// who has a link is not kept out by who guesses
	expect((await shares.open(await add(), guest(), true)).state).toBe('open');
});

test('guesses from many networks → a single one for each, and nobody kept out who knows the password', async () => {
	// a guess takes a password's hash: fewer than in use make a link suspicious
	shares = openShares(db, 'secret', sharedTriesOf(db, { group: 10 }));
	const token = await add({ password: 'correct horse' });
	const from = (n: number) => ({ ...guest(), address: `192.0.2.${n}` });
	for (let n = 0; n < 10; n++) await shares.unlock(token, 'wrong guess', from(n));
	await shares.unlock(token, 'wrong guess', from(201));
	expect(await shares.unlock(token, 'correct horse', from(201))).toMatchObject({ flaw: 'tooMany' });
	expect(await shares.unlock(token, 'correct horse', from(200))).toHaveProperty('ticket');
});

test.each<[string, Partial<ShareTerms>]>([
	['nothing to show', { path: null }],
	['two things to show', { reportId: 1 }],
	['a short password', { password: 'short' }],
	['a day in the past', { expiresAt: 500 }],
	['another place', { path: '//example.com/x' }],
	['a path that climbs', { path: '../settings' }]
])('%s → refused as a shared link', async (_what, terms) => {
	await expect(add(terms)).rejects.toMatchObject({ code: 'badShare' });
});
