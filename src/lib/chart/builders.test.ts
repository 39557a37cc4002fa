import { expect, test } from 'vitest';
import { arrival } from './arrival.ts';
import { engagedLine } from './engaged-line.ts';
import { growth } from './growth.ts';
import { issueRates } from './issue-rates.ts';
import { keptCurve } from './kept-curve.ts';
import { shareShift } from './share-shift.ts';
import { isTurned, mostShifted } from './most-shifted.ts';
import { positionCurveChart } from './position-curve.ts';
import { supplyDemand } from './supply-demand.ts';
import type { Tokens } from './tokens.ts';
import { trend } from './trend.ts';

const tokens = Object.freeze({
	paper: 'white',
	band: 'whitesmoke',
	rule: 'silver',
	'rule-strong': 'gray',
	ink: 'black',
	'ink-2': 'dimgray',
	'ink-3': 'darkgray',
	above: 'teal',
	below: 'brown',
	unclear: 'slategray',
	'topic-0': 'navy',
	'topic-1': 'olive',
	'topic-2': 'cadetblue',
	'topic-3': 'maroon',
	'topic-4': 'darkolivegreen'
}) satisfies Tokens;

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

test('a shift of shares → a bar from share of items to share of clicks, in its own colour', () => {
	const rows = [{ name: 'Privacy', items: 0.1, clicks: 0.14, tone: 'above' as const }];
	const config = shareShift(rows, percent, { items: 'items', clicks: 'clicks' }, tokens);

	expect(config.data.datasets[0]?.data).toEqual([[0.1, 0.14]]);
	expect(config.data.datasets[0]?.backgroundColor).toEqual(['teal']);
});

test('a topic without clicks in supply and demand → left out, as a logarithm cannot show it', () => {
	const row = { items: 0.1, clicks: 0.2, tone: 'unclear' as const, low: null, high: null };
	const rows = [
		{ ...row, name: 'Shown' },
		{ ...row, name: 'Nobody clicked', clicks: 0 }
	];
	const words = { items: '', clicks: '', more: '', less: '' };

	expect(supplyDemand(rows, percent, words, tokens).data.datasets[0]?.data).toEqual([
		{ x: 0.1, y: 0.2 }
	]);
});

test('a trend of lifts → a logarithmic axis symmetrical around 1; of rates → one from 0', () => {
	const options = {
		max: 2,
		tone: 'above',
		ticks: true,
		open: false,
		format: String,
		formatCount: String
	} as const;

	expect(trend([], { ...options, of: 'lift' }, tokens).options?.scales?.y).toMatchObject({
		type: 'logarithmic',
		min: 0.5,
		max: 2
	});
	expect(trend([], { ...options, of: 'rate' }, tokens).options?.scales?.y).toMatchObject({
		type: 'linear',
		beginAtZero: true
	});
});

test('a position curve → a band without the lead, and an axis that holds the whisker of the lead', () => {
	const positions = [
		{ position: 1, rate: 0.03, low: 0.02, high: 0.04, n: 12 },
		{ position: 2, rate: 0.02, low: 0.01, high: 0.03, n: 12 }
	];
	const config = positionCurveChart(positions, percent, { position: String, n: String }, tokens);

	expect(config.data.datasets[1]?.data).toEqual([null, 0.01]);
	// and its whisker is within the chart
	const highest = Math.max(...positions.map(({ high }) => high));
	expect(config.options?.scales?.y?.suggestedMax).toBeGreaterThan(highest);
});

test('an open issue among bars → its value kept, and hatched', () => {
	const bar = { label: '12', title: 'No. 12', value: 0.1, low: null, high: null, note: '' };
	const config = issueRates([{ ...bar, open: true }], percent, tokens);

	expect(config.data.datasets[0]?.data).toEqual([0.1]);
	expect(config.plugins?.map(({ id }) => id)).toContain('hatches');
});

test('arrival of an open issue → a region for what is to come, no projection; of a closed one → neither', () => {
	const words = { issue: 'No. 12', usual: 'usual', toCome: 'to come', hours: String };
	const open = arrival([{ at: 59, clickers: 80 }], [], String, words, tokens);
	const closed = arrival([{ at: 72, clickers: 90 }], [], String, words, tokens);

	expect(open.plugins?.map(({ id }) => id)).toContain('region');
	expect(closed.plugins?.map(({ id }) => id)).not.toContain('region');
	expect(open.data.datasets[0]?.data).toHaveLength(1);
});

test('readers who joined and left → a bar above the line and one below; a running month → hatched', () => {
	const month = { label: 'May', joined: 12, left: 5, net: 7, running: true };
	const words = { format: String, joined: String, left: String, net: String, running: 'running' };
	const config = growth([month], words, tokens);

	expect(config.data.datasets.map(({ data }) => data)).toEqual([[12], [-5]]);
	expect(config.plugins?.map(({ id }) => id)).toContain('hatches');
});

test('thousands of engaged readers → an axis that still starts at 0', () => {
	const point = { label: 'May', engaged: 1200, partial: false };
	const config = engagedLine([point], String, tokens);

	expect(config.data.datasets[0]?.data).toEqual([1200]);
	expect(config.options?.scales?.y).toMatchObject({ beginAtZero: true });
});

test('a retention curve with given limits → axes of exactly those, so that curves compare', () => {
	const point = { after: 6, atRisk: 40, share: 0.8, low: 0.7, high: 0.9 };
	const words = { format: String, months: String, after: String, atRisk: String };
	const { options } = keptCurve(
		[point],
		[],
		{ longest: 24, floor: 0.5, ticks: false, ...words },
		tokens
	);
	expect(options?.scales).toMatchObject({ x: { min: 0, max: 24 }, y: { min: 0.5, max: 1 } });
});

test('a line that ends where its axis ends → the dot at its end is not cut by it', () => {
	const words = { format: String, months: String, after: String, atRisk: String };
	const point = { after: 24, atRisk: 40, share: 1, low: 1, high: 1 };
	const kept = keptCurve([point], [], { longest: 24, floor: 0.5, ticks: true, ...words }, tokens);
	const said = { issue: 'No. 12', usual: 'usual', toCome: 'to come', hours: String };
	const arrived = arrival([{ at: 72, clickers: 80 }], [], String, said, tokens);

	for (const { data } of [kept, arrived])
		expect(data.datasets[0]).toMatchObject({ clip: 4, pointRadius: [3] });
});

test.each([
	['above', 10, 8, true],
	['above', 8, 10, false],
	['below', 8, 10, true],
	['unclear', 10, 8, false]
] as const)('a topic %s, of %i items and %i clicks → turned: %s', (tone, items, clicks, turned) => {
	expect(isTurned({ name: 'Wells', items, clicks, tone })).toBe(turned);
});

test.each([
	[[9, 8, 7, 6, -1, -2, -3], 4, [9, 8, -2, -3]],
	[[9, 8, 7, -1], 4, [9, 8, 7, -1]],
	[[-1, -2, -3], 2, [-2, -3]],
	[[], 4, []]
])(
	'topics off by %j, %i of them → %j: of both sides, where both are there',
	(offs, most, found) => {
		const rows = offs.map((off) => ({ items: 10, clicks: 10 + off }));
		expect(mostShifted(rows, most).map(({ items, clicks }) => clicks - items)).toEqual(found);
	}
);
