import { beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../../../tests/flow/empty-database.ts';
import { beginWith, nameView } from '../editing/views.ts';
import { viewsOf } from '../figures/views.ts';
import type { Db } from '../store/sql/open.ts';
import { createPublication } from '../store/publications.ts';
import { addPerson, personOf, removePerson } from './people.ts';
import { invite, personByLink, usePasswordLink } from './password-links.ts';

const words = { language: 'fr', currency: 'EUR', zone: 'Europe/Paris' } as const;
const bo = { name: 'Bo', email: 'bo@example.org', role: 'viewer' };

let db: Db;
let token: string;

beforeEach(async () => {
	const own = await emptyDatabase();
	db = own.db;
	await addPerson(db, { name: 'Ana', email: 'ana@example.org', role: 'admin' }, { now: 1 });
	({ token } = await invite(db, bo, { slug: null, now: 1 }));
	return own.close;
});

const choose = (password: string) => usePasswordLink(db, token, password, 2);
const over = { code: 'linkOver' };

test('a link for a password used twice at once → one password is chosen, the other is told', async () => {
	const [one, other] = await Promise.allSettled([
		choose('a first password'),
		choose('another password')
	]);
	const outcomes = [one, other].map(({ status }) => status);
	expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
	const refused = [one, other].find((each) => each?.status === 'rejected');
	expect(refused).toMatchObject({ reason: over });
	expect(await personByLink(db, token, 2)).toBeNull();
});

test('somebody removed while they choose a password → no account again', async () => {
	const choosing = expect(choose('a first password')).rejects.toMatchObject(over);
	await removePerson(db, bo.email, 2);
	await choosing;
	const { rows } = await db.$client.execute(
		'SELECT id FROM auth_account WHERE user_id NOT IN (SELECT id FROM auth_user)'
	);
	expect(rows).toEqual([]);
});

test('somebody removed → what they kept for themselves goes, and what they saved for all stays', async () => {
	const publication = await createPublication(db, { ...words, slug: 'own', name: 'Own' }, 0);
	const { id } = await personOf(db, bo.email);
	const by = { by: id, now: 1, shares: true };
	const view = { name: 'Ports', path: 'topics', pinned: false };
	await nameView(db, publication, { ...view, own: true }, by);
	await nameView(db, publication, { ...view, own: false }, by);
	const [shared, own] = (await viewsOf(db, publication, id)).toSorted(
		(a, b) => Number(a.own) - Number(b.own)
	);
	await beginWith(db, publication, own!.id, true, by);
	await removePerson(db, bo.email, 2);
	expect(await viewsOf(db, publication, id)).toEqual([shared]);
});
