import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartSpec } from '#lib/chart/spec.ts';
import { pageTokens } from '#lib/chart/tokens.ts';
import { pagePictures } from './page-pictures.ts';

const spec = {
	kind: 'positionCurve',
	positions: [1, 2].map((position) => ({
		position,
		rate: 0.1 / position,
		low: 0.01,
		high: 0.2,
		n: 9
	}))
};
const chart = { locale: 'fr', zone: 'Europe/Paris', spec, width: 480, height: 200 };

test('charts that a page asks for → SVG as large as their places, in its language and its colours', () => {
	const [one, other] = pagePictures([chart, { ...chart, locale: 'en', width: 300 }])!;
	expect(one).toMatch(/^<svg [^>]*width="480" height="200"/);
	expect(other).toMatch(/^<svg [^>]*width="300" height="200"/);
	expect(one).toMatch(/>\d+\u00a0%<\/text>/);
	expect(other).toMatch(/>\d+%<\/text>/);
	const colors = [...one!.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map(([, color]) => color!);
	expect(colors).toContain(pageTokens.ink);
	// the theme of a page may change while they stand there
	expect(colors.filter((color) => !/var\(--[\w-]+\)|^none$/.test(color))).toEqual([]);
});

test('two charts of one page → no part of one has the name of a part of the other', () => {
	const drawn = pagePictures([chart, { ...chart, width: 481 }])!;
	const [ids, others] = drawn.map((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
	expect(ids!.length).toBeGreaterThan(0);
	expect(ids!.filter((id) => others!.includes(id))).toEqual([]);
});

test.each([
	['no list', chart],
	['nothing', null],
	['more charts than a page asks for', Array(41).fill(chart)],
	['a chart of no kind', [{ ...chart, spec: { kind: 'pie' } }]],
	['a number that is none', [{ ...chart, spec: { ...spec, positions: [{ position: '1' }] } }]],
	['a wall', [{ ...chart, width: 100_000 }]],
	['a zone that is none', [{ ...chart, zone: 'Europe/Atlantis' }]],
	['a language that is none', [{ ...chart, locale: 'tlh' }]]
])('%s → no pictures', (_, body) => {
	expect(pagePictures(body)).toBeNull();
});

test('a name that would be markup → text, whoever sends it', () => {
	const row = { tone: 'above', items: 0.1, clicks: 0.2 };
	const rows = [{ ...row, name: '<img src=x onerror=alert(1)>' }];
	const [svg] = pagePictures([{ ...chart, spec: { kind: 'shareShift', rows } }])!;
	expect(svg).toContain('&lt;img src=x onerror=alert(1)&gt;');
	expect(svg).not.toContain('<img');
});

const number = fc.oneof(
	fc.constantFrom(0, 1, -1, 1e-9, 1e13, -1e13, 1.7e308, -1e300, 5e-324, 1e9, 1200, 1201),
	fc.integer({ min: -5, max: 400 })
);
const perhaps = fc.option(number, { nil: null });
const tone = fc.constantFrom('above', 'below', 'unclear');
const words = fc.string({ maxLength: 40 });
const some = (one: fc.Arbitrary<unknown>) => fc.array(one, { maxLength: 12 });
const interval = { low: perhaps, high: perhaps };
const points = some(fc.record({ label: words, value: perhaps, ...interval, n: number }));
const kept = some(
	fc.record({ after: number, atRisk: number, share: number, low: number, high: number })
);
const flags = some(fc.record({ x: number, n: number }));
const kinds = {
	issueRates: {
		flags,
		of: fc.constantFrom('rate', 'clickers'),
		bars: some(
			fc.record({
				label: words,
				title: words,
				value: perhaps,
				...interval,
				open: fc.boolean(),
				note: words
			})
		)
	},
	shareShift: { rows: some(fc.record({ name: words, items: number, clicks: number, tone })) },
	supplyDemand: {
		rows: some(fc.record({ name: words, items: number, clicks: number, tone, ...interval }))
	},
	positionCurve: {
		positions: some(fc.record({ position: number, rate: number, ...interval, n: number }))
	},
	costByAge: {
		currency: fc.constantFrom('EUR', 'nope', ''),
		lines: some(
			fc.record({
				name: words,
				tone,
				points: some(fc.record({ day: number, cost: perhaps, ...interval, n: number, of: number }))
			})
		)
	},
	growth: {
		flags,
		months: some(
			fc.record({
				month: fc.constantFrom('2026-01', '2026-13', ''),
				joined: perhaps,
				left: perhaps,
				net: perhaps,
				running: fc.boolean()
			})
		)
	},
	engagedLine: {
		flags,
		points: some(fc.record({ at: number, engaged: number, partial: fc.boolean() }))
	},
	keptCurve: {
		points: kept,
		beside: kept,
		ticks: fc.boolean(),
		scale: fc.record({ longest: number, floor: number })
	},
	trend: {
		flags,
		points,
		tone,
		max: number,
		of: fc.constantFrom('rate', 'lift'),
		ticks: fc.boolean(),
		open: fc.boolean()
	},
	liftLines: { flags, lines: some(fc.record({ name: words, points })) },
	arrival: {
		label: words,
		arrived: some(fc.record({ at: number, clickers: number })),
		usual: some(fc.record({ at: number, low: number, mid: number, high: number }))
	}
} satisfies Record<ChartSpec['kind'], object>;

const anyChart = fc.oneof(
	...Object.entries(kinds).map(([kind, parts]) =>
		fc.record({ kind: fc.constant(kind), ...(parts as Record<string, fc.Arbitrary<unknown>>) })
	)
);

// numbers that no figure comes near took all memory: a viewer could have stopped the program
test('whatever somebody asks for → drawn or refused, and never an error', () => {
	fc.assert(
		fc.property(anyChart, fc.integer({ min: 40, max: 4000 }), (spec, width) => {
			const drawn = pagePictures([{ ...chart, spec, width }]);
			expect(drawn?.map((svg) => svg.slice(0, 5)) ?? ['<svg ']).toEqual(['<svg ']);
		})
	);
});
