import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import {
	everything,
	filterRecords,
	type Filters,
	type Narrowed,
	narrowed
} from '#lib/filters/filters.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import { figureOfTable } from '../../src/routes/p/[publication]/address.ts';
import { exported } from '../../src/routes/p/[publication]/export.csv/exported.ts';
import { cookiesOf } from './browser.ts';
import { anyFilters } from './any-filters.ts';
import { times } from '../combinations.ts';
import { factsAgainst, factsOf, heldAgainst, tablesOf, type Contradiction } from './page-tables.ts';
import { folder, rubrique, started, type Running } from './program.ts';
import { sampleDatabase, sampleInto } from './sample-database.ts';

// What a browser gets of each page, under random filters, says the numbers that its tables hold when
// they are downloaded: nothing is rounded wrongly, cut off or made from something else on the way.

let program: Running;
let cookie: string;
let sample: Awaited<ReturnType<typeof sampleDatabase>>;
let publication: Publication;

beforeAll(async () => {
	const data = folder();
	await sampleInto(data);
	const where = { here: folder(), env: { RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: folder() } };
	const made = await rubrique(
		['user', 'add', 'ana@example.org', '--role', 'admin', '--json'],
		where
	);
	const { password } = JSON.parse(made.out) as { password: string };
	program = await started(where);
	const answer = await fetch(`${program.address}/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { accept: 'text/html', origin: program.address },
		body: new URLSearchParams({ email: 'ana@example.org', password })
	});
	cookie = cookiesOf(answer);
	sample = await sampleDatabase();
	publication = await publicationMeant(sample.db, 'sample');
});

afterAll(async () => {
	await program?.stop();
	sample?.close();
});

async function page(path: string, filters: Filters): Promise<string> {
	const given = filterRecords.flatMap(({ name, field }) =>
		[filters[field]].flat().flatMap((value) => (value === null ? [] : [[name, String(value)]]))
	);
	const answer = await fetch(`${program.address}/p/sample${path}?${new URLSearchParams(given)}`, {
		headers: { accept: 'text/html', 'accept-language': 'en', cookie }
	});
	expect([path, answer.status]).toEqual([path, 200]);
	return answer.text();
}

/** Where the tables of a figure are shown. */
const PATHS: Partial<Record<Narrowed, string>> = {
	overview: '',
	tastes: '/topics/readers',
	...Object.fromEntries(
		(['topics', 'items', 'sections', 'authors', 'issues', 'audience'] as const)
			.concat(['channels', 'sponsors', 'editorial', 'verdicts'] as never[])
			.map((name) => [name, `/${name}`])
	)
};

const formats = createFormats('en', 'Europe/Paris');

const none: ReturnType<typeof heldAgainst> = { compared: 0, shared: 0, contradictions: [] };

/** Every page against the tables of its figure: what was compared, by table, and what differs. */
async function crawled(filters: Filters) {
	const compared = new Map<string, number>();
	const contradictions: (Contradiction & { table: string })[] = [];
	for (const figure of narrowed) {
		const path = PATHS[figure];
		const names = Object.keys(exported).filter((name) => figureOfTable(name) === figure);
		if (path === undefined || !names.length) continue;
		const shown = tablesOf(await page(path, filters));
		for (const name of names) {
			const { table } = await exported[name]!(sample.db, publication, filters, Date.now(), formats);
			// a page has several tables of channels: this one's is that with most of its columns
			const held = shown.map((one) => heldAgainst(one, table, formats));
			const own = held.reduce((best, one) => (one.shared > best.shared ? one : best), none);
			compared.set(name, own.compared);
			contradictions.push(...own.contradictions.map((each) => ({ ...each, table: name })));
		}
	}
	return { compared, contradictions };
}

test('pages of the sample → the numbers of the tables that are downloaded from them', async () => {
	const { compared, contradictions } = await crawled(everything);
	expect(contradictions).toEqual([]);
	const seen = ['topics', 'items', 'sections', 'authors', 'issues', 'channels', 'editorial'];
	for (const name of seen) expect([name, compared.get(name)]).not.toEqual([name, 0]);
	expect([...compared.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(500);
});

test('pages of the sample under random filters → the numbers of their tables', async () => {
	const any = await anyFilters(sample.db, publication, ['2025-08-01', '2026-12-01']);
	await fc.assert(
		fc.asyncProperty(any, async (filters) => {
			expect((await crawled(filters)).contradictions).toEqual([]);
		}),
		{ numRuns: times(1, 20), seed: 14, endOnFailure: true }
	);
});

/** The table that is downloaded under a name, of everything. */
async function whole(name: string) {
	return (await exported[name]!(sample.db, publication, everything, Date.now(), formats)).table;
}

test('a page of one issue → the numbers that the list of issues has of it', async () => {
	const table = await whole('issues');
	const { issues } = await issueListFigures(sample.db, publication, everything);
	for (const { id, number } of issues.filter((_, i) => i % 9 === 0)) {
		const facts = factsOf(await page(`/issues/${id}`, everything));
		const held = factsAgainst(`no. ${number}`, facts, table, (cell) => cell('No.') === number);
		expect(held.contradictions).toEqual([]);
		expect(held.compared).toBeGreaterThan(4);
	}
});

test('a page of one placement → the numbers that the list of placements has of it', async () => {
	const table = await whole('sponsors');
	const { placements } = await sponsorFigures(sample.db, publication, everything);
	for (const { id, issue, sponsor } of placements.filter((_, i) => i % 6 === 0)) {
		const facts = factsOf(await page(`/sponsors/${id}`, everything));
		const held = factsAgainst(
			`${sponsor} in ${issue}`,
			facts,
			table,
			(cell) => cell('Sponsor') === sponsor && cell('Issue') === issue
		);
		expect(held.contradictions).toEqual([]);
		expect(held.compared).toBeGreaterThan(5);
	}
});

test('a page of one item → each time that it was linked, the numbers that the list of items has', async () => {
	const table = await whole('items');
	const { items } = await itemFigures(sample.db, publication, everything);
	const ranked = items.filter(({ lift }) => lift !== null);
	let compared = 0;
	for (const { id, title } of ranked.filter((_, i) => i % 70 === 0)) {
		const [record] = tablesOf(await page(`/items/${id}`, everything));
		for (const row of record!) {
			const number = /\d+/.exec(row.get('Issue')!)?.[0];
			const held = factsAgainst(
				`${title} in ${number}`,
				row,
				table,
				(cell) => cell('Item') === title && String(cell('Issue')) === number
			);
			expect(held.contradictions).toEqual([]);
			compared += held.compared;
		}
	}
	expect(compared).toBeGreaterThan(30);
});

test('a page of one topic → the numbers that the lists of topics and items have', async () => {
	const items = await whole('items');
	const { topics } = await topicFigures(sample.db, publication, everything);
	for (const { id, topic, clickers, rawRate, lift, low, high } of topics.filter(
		(_, i) => i % 3 === 0
	)) {
		const html = await page(`/topics/${id}`, everything);
		const words = html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
		const said = [formats.number(clickers!), formats.percent(rawRate!), formats.lift(lift!)];
		for (const one of [...said, formats.between(low!, high!)])
			expect([topic, one, words.includes(one.replace(/\s+/g, ' '))]).toEqual([topic, one, true]);

		const held = tablesOf(html).map((shown) => heldAgainst(shown, items, formats));
		expect(held.flatMap(({ contradictions }) => contradictions)).toEqual([]);
		expect(Math.max(...held.map(({ compared }) => compared))).toBeGreaterThan(20);
	}
});
