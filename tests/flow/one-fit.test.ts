import { itemFigures } from '#lib/server/figures/content/items.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { topics as topicsCommand } from '../../src/cli/topics.ts';
import type { Call } from '../../src/cli/command.ts';
import { issueFigures } from '#lib/server/figures/content/issue.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { areFitsStale, renewFits } from '#lib/server/fits/fits.ts';
import { readFits } from '#lib/server/store/rollups/fits.ts';
import { touchPublication } from '#lib/server/store/publications.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newWorkspace } from './publication.ts';
import { sampleDatabase } from './sample-database.ts';
import { tidesFiles } from './tides.ts';

let sample: Awaited<ReturnType<typeof sampleDatabase>>;
beforeAll(async () => {
	sample = await sampleDatabase();
});
afterAll(() => sample?.close());

const filters: Record<string, Partial<Filters>> = {
	'the last eight issues': { last: 8 },
	'the last one': { last: 1 },
	'a year': { from: '2025-01-01', to: '2025-12-31' }
};

test.each(Object.entries(filters))(
	'%s → an item has the lift, interval, rank and expected of all time',
	async (_, some) => {
		const publication = await publicationOf(sample.db, 'sample');
		const whole = await itemFigures(sample.db, publication, everything);
		const part = await itemFigures(sample.db, publication, { ...everything, ...some });
		const byId = new Map(whole.items.map((item) => [item.id, item]));
		expect(part.items.length).toBeGreaterThan(0);
		for (const item of part.items) expect(item).toEqual(byId.get(item.id));
		expect(part.positions).toEqual(whole.positions);

		const [{ issueId, id } = whole.items[0]!] = part.items;
		const { sections } = await issueFigures(sample.db, publication, issueId);
		const { lift, expected } = sections.flatMap(({ items }) => items).find((one) => one.id === id)!;
		expect({ lift, expected }).toMatchObject({
			lift: byId.get(id)!.lift,
			expected: byId.get(id)!.expected
		});
	}
);

test('a quarter asked for → the point of that quarter in the line over all time', async () => {
	const publication = await publicationOf(sample.db, 'sample');
	const whole = await topicFigures(sample.db, publication, everything);
	const line = whole.topics[0]!.quarters!;
	const quarter = line.findLast(({ n }) => n >= 5)!;
	const [year, q] = quarter.label.split('-Q').map(Number);
	const from = `${year}-${String(3 * q! - 2).padStart(2, '0')}-01`;
	const to = `${year}-${String(3 * q!).padStart(2, '0')}-${q === 2 || q === 3 ? 30 : 31}`;
	const part = await topicFigures(sample.db, publication, { ...everything, from, to });
	const same = part.topics.find(({ id }) => id === whole.topics[0]!.id)!;
	if (same.enough) expect(same.lift).toBeCloseTo(quarter.value!, 12);
	expect(same.quarters!.at(-1)!.value).toBeCloseTo(quarter.value!, 12);
});

/** The section of most items, and the topic that most of these are on. */
async function busiest() {
	const publication = await publicationOf(sample.db, 'sample');
	const { sections } = await sectionFigures(sample.db, publication, everything);
	const [first] = sections.toSorted((a, b) => b.items - a.items);
	return { publication, section: first!.id };
}

test('topics of a section → of its items alone, against the same average; its items as ever', async () => {
	const { publication, section } = await busiest();
	const whole = await topicFigures(sample.db, publication, everything);
	const filters = { ...everything, sections: [section] };
	const part = await topicFigures(sample.db, publication, filters);
	const { items } = await itemFigures(sample.db, publication, filters);

	expect(part.totals.items).toBe(items.length);
	expect(part.totals.items).toBeLessThan(whole.totals.items);
	const sum = (some: typeof items) => some.reduce((n, { clickers }) => n + (clickers ?? 0), 0);
	expect(part.totals.clickers).toBe(sum(items));
	let moved = 0;
	for (const row of part.topics) {
		const own = items.filter(({ topics, links }) => links > 0 && topics.includes(row.topic));
		expect([row.topic, row.items, row.clickers]).toEqual([row.topic, own.length, sum(own)]);
		const all = whole.topics.find(({ id }) => id === row.id)!;
		if (!row.enough) continue;
		expect(row.low!).toBeLessThan(row.lift!);
		expect(row.high!).toBeGreaterThan(row.lift!);
		if (row.lift !== all.lift) moved++;
		// what lasts and what to write next is told of all items, and of no part of them
		expect([row.change ?? null, row.fatigue ?? null, row.covered ?? null]).toEqual([
			null,
			null,
			null
		]);
	}
	expect(moved).toBeGreaterThan(0);

	const byId = new Map(
		(await itemFigures(sample.db, publication, everything)).items.map((item) => [item.id, item])
	);
	for (const item of items) expect(item).toEqual(byId.get(item.id));
});

test('every section asked for → topics have the digits of no filter', async () => {
	const workspace = await newWorkspace();
	await workspace.take(tidesFiles(4).files);
	const { db } = workspace;
	const publication = await workspace.publication();
	const whole = await topicFigures(db, publication, everything);
	const fitted = await itemFigures(db, publication, everything);
	const { sections } = await sectionFigures(db, publication, everything);
	const all = { ...everything, sections: sections.map(({ id }) => id) };
	const named = new Set(sections.map(({ section }) => section));
	// an item under no heading is in no section: the rest would be a selection
	expect(fitted.items.filter(({ section }) => !named.has(section ?? ''))).toEqual([]);
	expect(whole.topics.some(({ enough }) => enough)).toBe(true);
	const part = await topicFigures(db, publication, all);
	expect(part.topics.map(({ lift, low, high }) => [lift, low, high])).toEqual(
		whole.topics.map(({ lift, low, high }) => [lift, low, high])
	);
});

test('a section and a period → one number on page, command and report', async () => {
	const { publication, section } = await busiest();
	const choices = await filterChoices(sample.db, publication);
	const name = choices.sections.find(({ id }) => id === section)!.name;
	const filters = { ...everything, sections: [section], last: 24 };
	const { topics } = await topicFigures(sample.db, publication, filters);
	expect(topics.some(({ enough }) => enough)).toBe(true);

	const call = { args: [], options: { publication: 'sample', section: [name], last: '24' } };
	const answer = await topicsCommand.run({
		...call,
		locale: 'en',
		db: async () => sample.db
	} as unknown as Call);
	expect(answer!.json).toEqual(topics);
	expect(answer!.notes).toEqual([]);

	const asked = {
		kind: 'editorial',
		name: null,
		filters,
		locale: 'en'
	} as const;
	const report = await makeReport(sample.db, publication, asked, Date.now());
	const table = report.sections
		.flatMap(({ figures }) => figures)
		.find(({ id }) => id === 'topics')!.table;
	expect(table.rows.map(([topic]) => topic)).toEqual(topics.map(({ topic }) => topic));
	topics.forEach(({ lift }, i) => expect(table.rows[i]).toContain(lift));
});

test('imported data → kept fits of their revision, and the same bytes when made again', async () => {
	const publication = await publicationOf(sample.db, 'sample');
	const before = await readFits(sample.db, publication.id);
	expect(before.map(({ league }) => league).sort()).toEqual(['editorial', 'sponsor']);
	expect(await areFitsStale(sample.db, publication)).toBe(false);

	// something changed that no fit rests on
	await touchPublication(sample.db, publication.id);
	const now = await publicationOf(sample.db, 'sample');
	expect(await areFitsStale(sample.db, now)).toBe(true);
	await renewFits(sample.db, publication.id);
	expect(await areFitsStale(sample.db, now)).toBe(false);
	const after = await readFits(sample.db, publication.id);
	expect(after.map(({ body }) => Buffer.from(body).toString('hex'))).toEqual(
		before.map(({ body }) => Buffer.from(body).toString('hex'))
	);
});
