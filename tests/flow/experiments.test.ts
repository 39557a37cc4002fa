import { expect, test } from 'vitest';
import { experiments, type Shape } from '../simulate/experiments.ts';
import { everything } from '#lib/filters/filters.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { bytes } from '../simulate/sample/table.ts';
import { newWorkspace } from './publication.ts';

const usual: Shape = { tests: 120, seen: [2000, 5000], rate: 0.015, spread: 0.3, between: 0.6 };

/** How estimates of variants stand to what was planted, over a few archives. */
async function judged(shape: Partial<Shape>, seeds: number) {
	let [n, held, error, raw, sure] = [0, 0, 0, 0, 0];
	for (let seed = 1; seed <= seeds; seed++) {
		const { file, truth } = experiments(seed, { ...usual, ...shape });
		const workspace = await newWorkspace();
		await workspace.take({ 'experiments.csv': file });
		const items = await workspace.items();
		expect(items).toHaveLength(truth.size);

		const rates = new Map<number, number[]>();
		for (const { issueId, clicks, delivered } of items)
			rates.set(issueId, [...(rates.get(issueId) ?? []), (clicks! + 0.5) / delivered!]);
		for (const item of items) {
			const planted = truth.get(item.title.toLowerCase())!;
			expect(item).toMatchObject({ enough: true, why: 'countsOnly', provisional: true });
			const of = rates.get(item.issueId)!;
			const mean = of.reduce((sum, rate) => sum + Math.log(rate), 0) / of.length;
			const seen = Math.log((item.clicks! + 0.5) / item.delivered!) - mean;
			n++;
			held += item.low! <= Math.exp(planted) && Math.exp(planted) <= item.high! ? 1 : 0;
			error += (Math.log(item.lift!) - planted) ** 2;
			raw += (seen - planted) ** 2;
			sure += item.above! > 0.95 || item.above! < 0.05 ? 1 : 0;
		}
	}
	return {
		coverage: held / n,
		error: Math.sqrt(error / n),
		raw: Math.sqrt(raw / n),
		sure: sure / n
	};
}

test.each([
	['thousands saw each', {}, 2],
	['hundreds saw each', { seen: [300, 900] as const }, 2],
	['tens of thousands saw each', { seen: [20_000, 60_000] as const }, 2],
	['few tests', { tests: 20 }, 4]
])(
	'%s → 90% intervals hold nine in ten, and shrinkage lowers the error',
	async (_, shape, seeds) => {
		const { coverage, error, raw } = await judged(shape, seeds);
		expect(coverage).toBeGreaterThan(0.86);
		expect(coverage).toBeLessThan(0.95);
		expect(error).toBeLessThan(raw);
	}
);

test('variants that do not differ → none is called better or worse', async () => {
	const { sure, error, raw } = await judged({ spread: 0 }, 2);
	expect(sure).toBeLessThan(0.01);
	expect(error).toBeLessThan(0.2 * raw);
});

const lines = (...rows: string[]) => bytes(rows.join('\n'));

test('a link that some were shown → its topic is delivered to as many as its item, and has its rate', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'experiments.csv': lines(
			'campaign,url,impressions,unique clicks',
			'Test 1,https://example.com/test-1/deep-wells,1000,50',
			'Test 1,https://example.com/test-1/warm-sands,500,10'
		),
		'topics.csv': lines(
			'campaign,url,topic',
			'Test 1,https://example.com/test-1/deep-wells,Water',
			'Test 1,https://example.com/test-1/warm-sands,Beaches'
		)
	});
	const items = await workspace.items();
	const said = items.map(({ title, delivered, rawRate }) => [title, delivered, rawRate]);
	expect(said).toEqual(
		expect.arrayContaining([
			['Deep wells', 1000, 0.05],
			['Warm sands', 500, 0.02]
		])
	);
	const { topics } = await topicFigures(workspace.db, await workspace.publication(), everything);
	expect(topics.map(({ topic, delivered, rawRate }) => [topic, delivered, rawRate])).toEqual(
		expect.arrayContaining([
			['Water', 1000, 0.05],
			['Beaches', 500, 0.02]
		])
	);
});
