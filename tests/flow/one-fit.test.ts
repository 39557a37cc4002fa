import { itemFigures } from '#lib/server/figures/content/items.ts';
import { everything, type Filters } from '#lib/server/figures/filters.ts';
import { issueFigures } from '#lib/server/figures/content/issue.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { areFitsStale, renewFits } from '#lib/server/fits/fits.ts';
import { readFits } from '#lib/server/store/rollups/fits.ts';
import { touchPublication } from '#lib/server/store/publications.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleDatabase } from './sample-database.ts';

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
		expect(part.slots).toEqual(whole.slots);

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
