import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftFigures } from '#lib/server/forecast/tried-order.ts';
import { forecastFigures } from '#lib/server/forecast/forecasts.ts';
import { foreseenOf, makeForecast, type DraftTerms } from '#lib/server/forecast/try-draft.ts';
import { gardenFiles as files, gardenLetter as letter } from './garden.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const actor = { by: null, now: Date.UTC(2025, 5, 1) };

const draft = (n: number, text = letter(n)) => ({ name: 'brouillon.md', bytes: Buffer.from(text) });

async function tried(workspace: Workspace, n: number, given: Partial<DraftTerms> = {}) {
	const publication = await workspace.publication();
	return makeForecast(workspace.db, publication, draft(n), { delivered: null, ...given }, actor);
}

const figuresOf = async (workspace: Workspace) =>
	forecastFigures(workspace.db, await workspace.publication());

let workspace: Workspace;
const endings: (() => void)[] = [];
beforeAll(async () => {
	workspace = await newWorkspace((end) => endings.unshift(end));
	await workspace.take(files(1, 14));
});
afterAll(() => endings.forEach((end) => end()));

test('a draft → every item with its intervals, the total, the best order: these fields and no others', async () => {
	const result = await tried(workspace, 15, { delivered: 600 });
	const said = foreseenOf(result);
	expect(Object.keys(said)).toEqual(['delivered', 'items', 'total', 'order']);
	expect(said.delivered).toBe(600);
	expect(said.items.map(({ position, role }) => `${position} ${role}`)).toEqual([
		'1 editorial',
		'2 editorial',
		'3 sponsor',
		'4 editorial',
		'5 editorial'
	]);
	const interval = ['expected', 'low', 'high', 'low50', 'high50'];
	for (const item of said.items) {
		expect(Object.keys(item)).toEqual(['title', 'position', 'role', 'topics', ...interval]);
		const { low, low50, expected, high50, high } = item as unknown as Record<string, number>;
		const row = [low, low50, high50, high] as number[];
		expect(row).toEqual(row.toSorted((a, b) => a - b));
		expect(expected).toBeGreaterThan(low!);
		expect(expected).toBeLessThan(high!);
	}
	expect(Object.keys(said.total)).toEqual(interval);
	const sum = said.items.reduce((all, { expected }) => all + expected!, 0);
	expect(said.total.expected).toBeCloseTo(sum, 6);
	// wide as items are each by itself, together they are surer
	const spread = ({
		low,
		high,
		expected
	}: {
		low: number | null;
		high: number | null;
		expected: number | null;
	}) => (high! - low!) / expected!;
	expect(spread(said.total)).toBeLessThan(Math.min(...said.items.map(spread)));

	// the sponsor stays where it was sold, and the others bring no fewer than as drafted
	expect(said.order.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
	expect(said.order.map(({ title }) => title).toSorted()).toEqual(
		said.items.map(({ title }) => title).toSorted()
	);
	expect(said.order[2]!.title).toMatch(/Ferro/);
	expect(said.order.reduce((all, { expected }) => all + expected!, 0)).toBeGreaterThanOrEqual(sum);
});

test('twice as many delivered → twice as many clickers; not said → as many as recent issues', async () => {
	const [one, two] = [
		await tried(workspace, 15, { delivered: 600 }),
		await tried(workspace, 15, { delivered: 1200 })
	];
	expect(two.body.total.expected! / one.body.total.expected!).toBeCloseTo(2, 6);
	expect(foreseenOf(await tried(workspace, 15))).toEqual(foreseenOf(await tried(workspace, 15)));
});

test('a goal → the lead stays; a sponsor stands as low as its guarantee allows, or on top', async () => {
	const lead = await tried(workspace, 15, { goal: { kind: 'lead' } });
	expect(lead.body.order[0]!.title).toBe(lead.body.items[0]!.title);

	const at = async (guarantee: number) => {
		const goal = { kind: 'sponsor', position: 3, guarantee } as const;
		const { body } = await tried(workspace, 15, { goal });
		return body.order.findIndex(({ title }) => title.includes('Ferro'));
	};
	expect(await at(1_000_000)).toBe(0);
	expect(await at(1)).toBeGreaterThan(0);
	await expect(
		tried(workspace, 15, { goal: { kind: 'sponsor', position: 1, guarantee: 5 } })
	).rejects.toMatchObject({ code: 'notASponsor' });
});

test('another order is tried → totals follow, the forecast stays; an order without every item is refused', async () => {
	const { kept } = await tried(workspace, 15, { delivered: 600 });
	const ask = async (order: number[] | null) =>
		draftFigures(workspace.db, await workspace.publication(), kept!.id, order, null);
	const drafted = await ask(null);
	const same = await ask([1, 2, 3, 4, 5]);
	expect(same.total).toEqual(drafted.total);
	expect(same.items.map(({ expected }) => expected)).toEqual(
		drafted.items.map(({ expected }) => expected)
	);

	const best = drafted.orders.find(({ goal }) => goal === 'clickers')!;
	const tried15 = await ask(best.order);
	expect(tried15.total.expected).toBeCloseTo(best.expected, 6);
	expect(tried15.total.expected).toBeGreaterThanOrEqual(drafted.total.expected!);
	expect(tried15.items.map(({ drafted }) => drafted)).toEqual(best.order);
	const changes = tried15.items.reduce((sum, { change }) => sum + change!, 0);
	expect(changes).toBeCloseTo(tried15.total.expected! - drafted.total.expected!, 6);
	expect((await ask(null)).total).toEqual(drafted.total);
	for (const order of [
		[1, 2],
		[1, 2, 3, 4, 4],
		[0, 1, 2, 3, 4],
		[1, 2, 3, 4, 5, 6]
	])
		await expect(ask(order)).rejects.toMatchObject({ code: 'badItemOrder' });
});

test('a forecast whose issue has come → held against it, unchanged; one made afterwards → not in the record', async () => {
	const own = await newWorkspace();
	await own.take(files(1, 14));
	const before = await tried(own, 15, { delivered: 600 });
	expect(before.hindsight).toBe(false);
	expect((await figuresOf(own)).forecasts[0]!.outcome).toBeNull();
	expect((await figuresOf(own)).record).toEqual({ issues: 0, items: null, totals: null });

	await own.take(files(15, 16));
	const [line] = (await figuresOf(own)).forecasts;
	expect(line!.outcome).toMatchObject({ number: 15, title: 'Le potager #15' });
	const came = (await own.items()).concat().filter(({ issue }) => issue === '15');
	for (const item of line!.items)
		if (item.role === 'editorial')
			expect(item.clickers).toBe(came.find(({ title }) => title === item.title)!.clickers);
	expect(line!.total.clickers).toBe(line!.items.reduce((sum, { clickers }) => sum + clickers!, 0));
	expect(line!.items.map(({ expected, low, high }) => [expected, low, high])).toEqual(
		before.body.items.map(({ expected, low, high }) => [expected, low, high])
	);
	const { record } = await figuresOf(own);
	expect(record).toMatchObject({ issues: 1, items: { n: 5 }, totals: { n: 1 } });

	// tried again when all is known, it is no forecast
	expect((await tried(own, 15)).hindsight).toBe(true);
	expect((await figuresOf(own)).record).toEqual(record);
	expect((await figuresOf(own)).forecasts.map(({ hindsight }) => hindsight)).toEqual([true, false]);
});

test('three issues → a forecast, and a wide one; two, or none → not enough yet, and nothing is kept', async () => {
	const own = await newWorkspace();
	const none = await tried(own, 4);
	expect(none).toMatchObject({ notYet: 'fewIssues', issues: 0, kept: null });
	expect(foreseenOf(none).items.length).toBeGreaterThan(0);
	expect(foreseenOf(none).total.expected).toBeNull();
	expect(foreseenOf(none).order).toEqual([]);

	await own.take(files(1, 2));
	expect(await tried(own, 4)).toMatchObject({ notYet: 'fewIssues', issues: 2, kept: null });
	expect((await figuresOf(own)).forecasts).toEqual([]);

	await own.take(files(3, 3));
	const { body } = await tried(own, 4);
	const many = await tried(workspace, 15);
	const wide = ({ total }: typeof body) => total.high! / total.low!;
	expect(wide(body)).toBeGreaterThan(wide(many.body));
});

test('a draft without links, or without anything → each item with one link to come, or a sentence', async () => {
	const publication = await workspace.publication();
	const bare = letter(15).replaceAll(/\[(.*?)\]\(.*?\)/g, '$1');
	const given = { delivered: null };
	const { body } = await makeForecast(workspace.db, publication, draft(15, bare), given, actor);
	expect(body.items.every(({ expected }) => expected! > 0)).toBe(true);
	const empty = makeForecast(workspace.db, publication, draft(15, 'Bonjour.\n'), given, actor);
	await expect(empty).rejects.toMatchObject({
		code: expect.stringMatching(/draftEmpty|documentUnreadable/)
	});
});

test('no issue says how many it reached → the same number again, whatever is said', async () => {
	const own = await newWorkspace();
	const only = (rows: Uint8Array) =>
		Buffer.from(
			Buffer.from(rows)
				.toString()
				.split('\n')
				.filter((row) => !row.includes(',delivered,'))
				.join('\n')
		);
	const { 'clics-1.csv': clicks, ...letters } = files(1, 8);
	await own.take({ 'clics-1.csv': only(clicks!), ...letters });
	const [one, two] = [await tried(own, 9), await tried(own, 9, { delivered: 100_000 })];
	expect(one).toMatchObject({ delivered: null, body: { scales: false } });
	expect(two.body.total).toEqual(one.body.total);
});
