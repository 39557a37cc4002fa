import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, giveRole } from '#lib/server/access/people.ts';
import { publicationFor } from '#lib/server/ingest/publication.ts';
import { open, type Db } from '#lib/server/store/sql/open.ts';
import { asScript, browserAt, type Browser } from './browser.ts';
import { folder, started, type Running } from './program.ts';
import { fieldsOf, reads, writes, type Target } from './routes.ts';
import { tidesInbox } from './tides.ts';
import { atRest, until } from './until.ts';

// Two publications, and an administrator of one of them alone, who writes numbers of the other's rows into
// every path and every field: nothing of the other may be shown, and nothing may change.

const data = folder();
const env = { RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: tidesInbox('theirs') };

let program: Running;
let db: Db;
let theirs = 0;

const addressed = () => program.address;
/** who may administer both, and who may ours alone */
const [ben, ana] = [browserAt(addressed), browserAt(addressed)];

type Row = Record<string, unknown>;
type Table = { name: string; parents: { to: string; by: string; key: string }[] };

beforeAll(async () => {
	db = await open(`file:${join(data, 'rubrique.db')}`);
	const now = Date.now();
	const words = { language: 'en', currency: 'EUR', zone: 'UTC' } as const;
	await publicationFor(db, 'ours', null, words, now);
	const email = 'ana@example.org';
	const admin = await addPerson(
		db,
		{ name: 'ben', email: 'ben@example.org', role: 'admin' },
		{ now }
	);
	const password = await addPerson(db, { name: 'ana', email, role: 'none' }, { now });
	await giveRole(db, email, 'admin', { slug: 'ours', now });
	program = await started({ here: folder(), env });
	await signIn(ben, 'ben@example.org', admin);
	await until(db, sql`${atRest} AND EXISTS (SELECT 1 FROM fit)`);
	theirs = (await rowsOf('publication')).find(({ slug }) => slug === 'theirs')!.id as number;
	await fill();
	await until(db, atRest);
	await signIn(ana, email, password);
	expect([(await ana('/p/ours/topics')).status, (await ana('/p/theirs/topics')).status]).toEqual([
		200, 403
	]);
});

afterAll(async () => {
	db?.$client.close();
	await program?.stop();
});

async function signIn(visit: Browser, email: string, password: string) {
	expect((await visit('/sign-in', { email, password })).status).toBe(303);
}

const rowsOf = (table: string) => db.all<Row>(sql.raw(`SELECT * FROM "${table}"`));

/** What the others have of their own: a row at least for each list that a form may change. */
async function fill() {
	const [issue] = await rowsOf('issue');
	const [item] = (await rowsOf('item')).filter((row) => row.issue_id === issue!.id);
	const edit = `issues/${String(issue!.id)}/edit`;
	const rule = { kind: 'role', where: { title: 'Lantern' }, role: 'house' };
	const said: [path: string, fields: Record<string, string>][] = [
		['annotations?/add', { date: '2026-03-05', text: 'Lantern' }],
		['views?/keep', { name: 'Lantern', path: 'topics', for: 'all' }],
		['reports?/make', { kind: 'management', locale: 'en', name: 'Lantern' }],
		['shares?/make', { path: 'topics' }],
		['topics/manage?/make', { 'name-en': 'Lantern', 'name-fr': 'Lanterne' }],
		[`${edit}?/correct`, { kind: 'title', item: String(item!.id), title: 'Lantern' }],
		[`${edit}?/rule`, { rule: JSON.stringify(rule) }]
	];
	for (const [path, fields] of said) {
		const { text } = await ben(`/p/theirs/${path}`, fields, { headers: asScript });
		const { type } = JSON.parse(text) as { type: string };
		expect([path, type]).toEqual([path, expect.stringMatching(/^(success|redirect)$/)]);
	}
}

/** Tables with what their rows belong to. */
async function tablesThere(): Promise<Table[]> {
	const tables: Table[] = [];
	for (const { name } of await db.all<{ name: string }>(
		sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`
	)) {
		const keys = await db.all<{ table: string; from: string; to: string | null }>(
			sql.raw(`PRAGMA foreign_key_list("${name}")`)
		);
		const parents = keys.map(({ table, from, to }) => ({ to: table, by: from, key: to ?? 'id' }));
		tables.push({ name, parents });
	}
	return tables;
}

/** Rows of the other publication, in every table, by whatever they belong to. */
async function ofTheirs(): Promise<Map<string, Row[]>> {
	const tables = await tablesThere();
	const all = new Map<string, Row[]>();
	for (const { name } of tables) all.set(name, await rowsOf(name));
	const owned = new Map<string, Set<Row>>();
	for (const { name } of tables) owned.set(name, new Set());
	owned.get('publication')!.add(all.get('publication')!.find(({ id }) => id === theirs)!);
	for (let grown = true; grown;) {
		grown = false;
		for (const { name, parents } of tables)
			for (const { to, by, key } of parents) {
				const keys = new Set([...owned.get(to)!].map((row) => row[key]));
				for (const row of all.get(name)!)
					if (!owned.get(name)!.has(row) && row[by] !== null && keys.has(row[by])) {
						owned.get(name)!.add(row);
						grown = true;
					}
			}
	}
	return new Map([...owned].map(([name, rows]) => [name, [...rows]]));
}

/** The first number in each of their tables. */
async function theirNumbers(): Promise<number[]> {
	const numbers = [...(await ofTheirs()).values()].flatMap((rows) => {
		const ids = rows.map(({ id }) => id).filter((id) => typeof id === 'number');
		return ids.length > 0 ? [Math.min(...ids)] : [];
	});
	return [...new Set(numbers)].sort((a, b) => a - b);
}

const inPublication = (all: readonly Target[]) =>
	all.filter(({ route }) => route.startsWith('/p/[publication]'));

const pathOf = ({ path }: Target, id: number) =>
	path
		.replace('[publication]', 'ours')
		.replace('[figure]', 'topics')
		.replace('[file]', 'report.csv')
		.replace(/\[\w+\]/g, String(id));

/** What a field takes beside numbers; of all others a number is tried. */
const rule = JSON.stringify({ kind: 'role', where: { title: 'x' }, role: 'house' });
const usual: Record<string, string> = {
	rule,
	title: 'Ours',
	date: '2026-03-05',
	text: 'Ours',
	name: 'Ours',
	'name-en': 'Ours',
	'name-fr': 'Ours'
};

/** What says which kind of row or change a form is about. */
const kindsOf = ({ id }: Target): string[] => {
	if (id.includes('/edit/')) return ['title'];
	return id.includes('/ledger/') ? ['spend', 'value', 'placement'] : ['management'];
};

/** These end what is asked about, or begin a minute's work, and name nothing. */
const isWhole = ({ id, action }: Target) =>
	(id.includes('/settings/') && ['remove', 'archive', 'delete'].includes(action ?? '')) ||
	(id.includes('/verdicts/') && action === 'apply');

test('numbers of another publication’s rows in any form → nothing of it changes', async () => {
	const before = await ofTheirs();
	expect([...before].filter(([, rows]) => rows.length > 0).length).toBeGreaterThan(25);
	const numbers = await theirNumbers();
	for (const target of inPublication(writes)) {
		if (isWhole(target)) continue;
		const fields = fieldsOf(target.id).filter((name) => !['form', 'file'].includes(name));
		for (const id of numbers)
			for (const kind of kindsOf(target)) {
				const filled = Object.fromEntries(
					fields.map((name) => [name, name === 'kind' ? kind : (usual[name] ?? String(id))])
				);
				const { status } = await ana(pathOf(target, id), filled, { headers: asScript });
				expect([target.path, status < 500]).toEqual([target.path, true]);
			}
	}
	await until(db, atRest);
	const after = await ofTheirs();
	for (const [name, rows] of before) expect([name, after.get(name)]).toEqual([name, rows]);
});

test('numbers of another publication’s rows in any path → not found, and nothing of it shown', async () => {
	const numbers = await theirNumbers();
	for (const target of inPublication(reads)) {
		if (!/\[(?!publication|figure|file)\w+\]/.test(target.path)) continue;
		for (const id of numbers) {
			const { status, text } = await ana(pathOf(target, id));
			expect([target.path, id, status, /Lantern/.test(text)]).toEqual([
				target.path,
				id,
				expect.toSatisfy((status: number) => status !== 200),
				false
			]);
		}
	}
});
