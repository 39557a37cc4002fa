import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { isBlankChart } from '#lib/chart/blank.ts';
import { configOf } from '#lib/chart/config.ts';
import { FONT } from '#lib/chart/font.ts';
import type { ChartSpec } from '#lib/chart/spec.ts';
import { paperTokens } from '#lib/chart/tokens.ts';
import { createFormats } from '#lib/messages/format.ts';
import { chartSvg } from './chart.ts';

const formats = createFormats('en', 'UTC');

const bar = { label: '1', title: 'One', low: null, high: null, open: false, note: '' };
const row = { name: 'Tides', tone: 'unclear' as const };
const costs = { name: 'Site', tone: 'above' as const };
const cost = { low: null, high: null, n: 0, of: 0 };
const point = { label: '1 Jan', low: null, high: null, n: 3 };
const trend = {
	kind: 'trend',
	of: 'rate',
	max: 2,
	tone: 'above',
	ticks: true,
	open: true
} as const;
const month = { left: null, net: null, running: false };

/** What archives that lack something give to charts, by what they lack; the first two of each show nothing. */
const kinds: Record<ChartSpec['kind'], ChartSpec[]> = {
	issueRates: [
		{ kind: 'issueRates', of: 'rate', bars: [] },
		{ kind: 'issueRates', of: 'rate', bars: [null, 0].map((value) => ({ ...bar, value })) },
		{ kind: 'issueRates', of: 'clickers', bars: [{ ...bar, value: 1, open: true }] },
		{
			kind: 'issueRates',
			of: 'rate',
			bars: [null, 0, 1e-9, 1].map((value) => ({ ...bar, value }))
		},
		{ kind: 'issueRates', of: 'clickers', bars: [1e12, 1].map((value) => ({ ...bar, value })) }
	],
	shareShift: [
		{ kind: 'shareShift', rows: [] },
		{ kind: 'shareShift', rows: [{ ...row, items: 1, clicks: 0 }] },
		{
			kind: 'shareShift',
			rows: [0, 1].map((clicks) => ({ ...row, items: 0.5, clicks }))
		}
	],
	supplyDemand: [
		{ kind: 'supplyDemand', rows: [] },
		{ kind: 'supplyDemand', rows: [{ ...row, items: 1, clicks: 0, low: null, high: null }] },
		{ kind: 'supplyDemand', rows: [{ ...row, items: 1, clicks: 1, low: 0, high: 1 }] },
		{ kind: 'supplyDemand', rows: [{ ...row, items: 1e-6, clicks: 1, low: 0, high: 40 }] }
	],
	positionCurve: [
		{ kind: 'positionCurve', positions: [] },
		{ kind: 'positionCurve', positions: [{ position: 1, rate: 0, low: null, high: null, n: 1 }] },
		{
			kind: 'positionCurve',
			positions: [1, 2].map((position) => ({ position, rate: 0, low: 0, high: 0, n: 0 }))
		}
	],
	costByAge: [
		{ kind: 'costByAge', currency: 'EUR', lines: [] },
		{
			kind: 'costByAge',
			currency: 'EUR',
			lines: [{ ...costs, points: [{ ...cost, day: 7, cost: null }] }]
		},
		{
			kind: 'costByAge',
			currency: 'JPY',
			lines: [{ ...costs, points: [{ ...cost, day: 0, cost: 0 }] }]
		}
	],
	growth: [
		{ kind: 'growth', months: [] },
		{ kind: 'growth', months: [{ ...month, month: '1970-01', joined: 0 }] },
		{ kind: 'growth', months: [{ ...month, month: '2099-12', joined: 1, left: 1, net: 0 }] }
	],
	engagedLine: [
		{ kind: 'engagedLine', points: [] },
		{ kind: 'engagedLine', points: [{ at: 0, engaged: 0, partial: true }] },
		{
			kind: 'engagedLine',
			points: [0, 4_102_444_799_000].map((at) => ({ at, engaged: 0, partial: false }))
		}
	],
	keptCurve: [
		{ kind: 'keptCurve', points: [] },
		{ kind: 'keptCurve', points: [] },
		{ kind: 'keptCurve', points: [{ after: 0, atRisk: 1, share: 0, low: 0, high: 1 }] }
	],
	trend: [
		{ ...trend, points: [] },
		{ ...trend, points: [{ ...point, value: null }] },
		{ ...trend, of: 'lift', points: [null, 1e-9, 40].map((value) => ({ ...point, value })) },
		{ ...trend, flags: [{ x: 0.5, n: 1 }], points: [{ ...point, value: 0, low: 0, high: 1 }] }
	],
	liftLines: [
		{ kind: 'liftLines', lines: [] },
		{ kind: 'liftLines', lines: [{ name: 'Tides', points: [{ ...point, value: null }] }] },
		{
			kind: 'liftLines',
			lines: ['Tides', 'Ports'].map((name) => ({
				name,
				points: [1e-9, 1, 40].map((value) => ({ ...point, value, low: value, high: 90 }))
			}))
		}
	],
	arrival: [
		{ kind: 'arrival', label: '', arrived: [], usual: [] },
		{ kind: 'arrival', label: '', arrived: [{ at: 0, clickers: 0 }], usual: [] },
		{
			kind: 'arrival',
			label: 'No. 1',
			arrived: [0, 1_000_000].map((at) => ({ at, clickers: 0 })),
			usual: [{ at: 0, low: 0, mid: 0, high: 0 }]
		}
	]
};

/** The places of numbers in a config that no axis and no bar can show. */
function oddIn(value: unknown, path = '', seen = new Set<unknown>()): string[] {
	if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	return Object.entries(value).flatMap(([key, part]) => oddIn(part, `${path}.${key}`, seen));
}

test.each(Object.entries(kinds))(
	'%s of nothing and of hardly anything → is drawn, or is known to be blank',
	(_, specs) => {
		expect(specs.map(isBlankChart)).toEqual(specs.map((_, place) => place < 2));
		for (const spec of specs) {
			expect(oddIn(configOf(spec, formats, paperTokens))).toEqual([]);
			expect(chartSvg(spec, formats)).not.toMatch(/NaN|Infinity|undefined|null|Invalid|∞/);
		}
	}
);

test('rates of issues on a low chart → the highest bar fills it, without a round number far above', () => {
	const bars = [0.12, 0.152, 0.148].map((value) => ({ ...bar, value }));
	const spec: ChartSpec = { kind: 'issueRates', of: 'rate', bars };
	const ticksOf = (height?: number) =>
		[...chartSvg(spec, formats, { height }).matchAll(/<text[^>]*>([\d%]+)<\/text>/g)].map(
			([, text]) => text
		);
	expect(ticksOf(66)).toContain('20%');
	expect(ticksOf(66)).not.toContain('50%');
	expect(ticksOf().length).toBeGreaterThan(ticksOf(66).length);
});

const ruler = createCanvas(1, 1).getContext('2d');

/** Where the words of a chart begin and end, in pixels, by what they are. */
function wordsIn(spec: ChartSpec): { text: string; from: number; to: number }[] {
	const drawn = chartSvg(spec, formats);
	return [...drawn.matchAll(/<text ([^>]*)>([^<]*)</g)].map(([, attributes, text]) => {
		const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes!)?.[1];
		ruler.font = `${of('font-weight') ?? ''} ${of('font-size')}px '${FONT}'`;
		const { width } = ruler.measureText(text!);
		const before = { middle: width / 2, end: width }[of('text-anchor') ?? ''] ?? 0;
		const from = Number(of(' x') ?? of('x')) - before;
		return { text: text!, from, to: from + width };
	});
}

const long = 'Souveraineté numérique et droit des données personnelles '.repeat(4);

test('names longer than a chart → shortened, and no letter outside it', () => {
	const rows = [0.1, 0.2, 0.3].map((share) => ({
		name: long,
		tone: 'above' as const,
		items: share,
		clicks: share * 1.3,
		low: share,
		high: share * 1.5
	}));
	const points = [7, 90].map((day) => ({ ...cost, day, cost: 100 + day, n: 3, of: 9 }));
	const arrived = [0, 71].map((at) => ({ at, clickers: at }));
	const specs: ChartSpec[] = [
		{ kind: 'shareShift', rows },
		{ kind: 'supplyDemand', rows },
		{ kind: 'costByAge', currency: 'EUR', lines: [{ ...costs, name: long, points }] },
		{ kind: 'arrival', label: long, arrived, usual: [] }
	];
	for (const spec of specs) {
		const words = wordsIn(spec);
		expect(words.some(({ text }) => text.startsWith('Souv'))).toBe(true);
		expect(words.some(({ text }) => text.endsWith('…'))).toBe(true);
		expect(words.filter(({ from, to }) => from < 0 || to > 680)).toEqual([]);
	}
});

test('names of topics that begin alike → told apart, on a second line where they need one', () => {
	const kind = 'Souveraineté numérique des établissements';
	const rows = [`${kind} publics`, `${kind} de santé`, 'Ports'].map((name) => ({
		name,
		tone: 'above' as const,
		items: 0.1,
		clicks: 0.2
	}));
	const words = wordsIn({ kind: 'shareShift', rows }).map(({ text }) => text);
	expect(words).toEqual(expect.arrayContaining(['Ports']));
	expect(words.filter((text) => /publics$|de santé$/.test(text))).toHaveLength(2);
});

test('names of lines that end side by side → all of them, each on a line of its own', () => {
	const lines = ['Site', 'Partner', 'Fair', 'Search'].map((name, i) => ({
		name,
		tone: 'unclear' as const,
		points: [7, 90].map((day) => ({ ...cost, day, cost: 100 + i }))
	}));
	const words = wordsIn({ kind: 'costByAge', currency: 'EUR', lines }).map(({ text }) => text);
	for (const { name } of lines) expect(words).toContain(name);
});

/** Arrow heads: triangles that are filled. */
const HEADS = /<path d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+L[\d.]+ [\d.]+Z" fill="#/g;

test('an interval that goes on beyond the axis → an arrow head at that end; one within it → none', () => {
	const bars = (high: number): ChartSpec => ({
		kind: 'issueRates',
		of: 'rate',
		bars: [0.1, 0.12].map((value) => ({ ...bar, value, low: 0.09, high: value + high }))
	});
	expect(chartSvg(bars(0.02), formats).match(HEADS)).toBeNull();
	expect(chartSvg(bars(0.9), formats).match(HEADS)).toHaveLength(2);

	const share = { ...row, items: 0.1, clicks: 0.1, low: 0, high: 0.2 };
	const drawn = chartSvg({ kind: 'supplyDemand', rows: [share] }, formats);
	expect(drawn.match(HEADS)).toHaveLength(1);
});

test('a small line over time with notes → the numbers by which they are listed', () => {
	const points = [0.2, 0.3, 0.4].map((value) => ({ ...point, value }));
	const drawn = chartSvg({ ...trend, points, flags: [{ x: 0.2, n: 7 }] }, formats);
	expect(drawn).toMatch(/<text [^>]*>7</);
});

test.each([1e-9, 0.0003, 0.004, 0.0041, 0.05, 0.3, 1, 2, 3, 7, 40, 1e6])(
	'amounts of up to %d → no two ticks of an axis read alike',
	(most) => {
		const value = Math.ceil(most);
		const rate = Math.min(1, most);
		const one = { ...bar, label: '' };
		const points = [{ ...cost, day: 7, cost: most }];
		const specs: ChartSpec[] = [
			{ kind: 'shareShift', rows: [{ ...row, items: rate, clicks: rate * 0.99 }] },
			{ kind: 'issueRates', of: 'clickers', bars: [{ ...one, value }] },
			{ kind: 'issueRates', of: 'rate', bars: [{ ...one, value: rate }] },
			{ kind: 'growth', months: [{ ...month, month: '2026-01', joined: value }] },
			{ kind: 'costByAge', currency: 'EUR', lines: [{ ...costs, points }] }
		];
		for (const spec of specs) {
			// words of points are in other colours
			const color = paperTokens['ink-3'];
			const words = new RegExp(`<text [^>]*fill="${color}"[^>]*>([^<]*)<`, 'g');
			const said = [...chartSvg(spec, formats).matchAll(words)].map(([, text]) => text!);
			expect(said.length).toBeGreaterThan(0);
			expect({ spec, said }).toEqual({ spec, said: [...new Set(said)] });
		}
	}
);
