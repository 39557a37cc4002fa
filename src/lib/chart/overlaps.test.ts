import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { expect, test } from 'vitest';
import { labels } from './labels.ts';
import { liftLines } from './lines.ts';
import { captions, flagLines, type Caption } from './overlays.ts';
import { supplyDemand } from './supply-demand.ts';
import { paperTokens as tokens } from './tokens.ts';

type Spot = { x: number; y: number };

/**
 * A plot of 200 by 200 pixels with an axis from 0 to 100, on which each letter is ten pixels wide; and what
 * was drawn.
 */
function plot(datasets: readonly { data: unknown[] }[], at: readonly Spot[][]) {
	const written: { text: string; left: number; middle: number }[] = [];
	const heads: Spot[] = [];
	const write = (text: string, left: number, middle: number) =>
		written.push({ text, left, middle });
	const ctx = new Proxy({} as Record<string | symbol, unknown>, {
		get: (own, name) =>
			({
				measureText: (text: string) => ({ width: 10 * text.length }),
				fillText: write,
				moveTo: (x: number, y: number) => heads.push({ x, y })
			})[String(name)] ??
			own[name] ??
			(() => {})
	});
	const axis = {
		min: 0,
		max: 100,
		getPixelForValue: (amount: number) => 2 * amount
	};
	const chart = {
		ctx,
		width: 200,
		data: { datasets },
		chartArea: { left: 0, top: 0, right: 200, bottom: 200, width: 200, height: 200 },
		scales: { x: axis, y: axis },
		getDatasetMeta: (dataset: number) => ({ data: at[dataset] ?? [] })
	} as unknown as Chart;
	const draw = (plugins: readonly Plugin[]) => {
		for (const plugin of plugins)
			plugin.afterDatasetsDraw?.(chart, {} as never, {} as never, false);
	};
	return { draw, written, heads };
}

const boxOf = ({ text, left, middle }: { text: string; left: number; middle: number }) => ({
	left,
	right: left + 10 * text.length,
	top: middle - 7,
	bottom: middle + 7
});

test('a point beside the caption of a corner → its name stands where it does not cover that', () => {
	const corner: Caption = { x: 0, y: 0, align: 'left', text: 'too little', color: 'black' };
	const { draw, written } = plot([], [[{ x: 130, y: 8 }]]);
	draw([
		captions([corner]),
		labels([{ index: 0, text: 'Wells', color: 'black', sides: ['left'] }], tokens, {
			captions: [corner]
		})
	]);
	const [caption, name] = written.map(boxOf);
	expect(written.map(({ text }) => text)).toEqual(['too little', 'Wells']);
	const meet =
		name!.left < caption!.right && name!.top < caption!.bottom && caption!.top < name!.bottom;
	expect(meet).toBe(false);
});

test('a name longer than its chart has room for → on two lines beside its point, not cut', () => {
	const { draw, written } = plot([], [[{ x: 150, y: 100 }]]);
	draw([labels([{ index: 0, text: 'Deep wells', color: 'black', sides: ['left'] }], tokens)]);
	expect(written).toEqual([
		{ text: 'Deep', left: 101, middle: 93 },
		{ text: 'wells', left: 91, middle: 107 }
	]);
});

test('supply and demand → its names are told of both captions', () => {
	const row = { items: 0.1, clicks: 0.2, tone: 'above' as const, low: null, high: null };
	const words = { items: '', clicks: '', more: 'too little', less: 'too much' };
	const { plugins = [] } = supplyDemand([{ ...row, name: 'Wells' }], String, words, tokens);
	// at the left of its point it would lie on the caption, whose place the axes give
	const { draw, written } = plot([], [[{ x: 100, y: 17 }]]);
	draw(plugins);
	const [more, , name] = written.map(boxOf);
	expect(written.at(-1)!.text).toBe('Wells');
	expect(name!.left >= more!.right || name!.top >= more!.bottom).toBe(true);
});

const points = (ends: readonly [low: number, high: number][]) =>
	ends.map(([low, high], at) => ({ label: String(at), n: 9, value: 50, low, high }));

function headsOf(config: ChartConfiguration): Spot[] {
	const datasets = config.data.datasets as unknown as { data: unknown[] }[];
	const at = datasets.map(({ data }) => data.map((_, i) => ({ x: 10 * i, y: 0 })));
	const { draw, heads } = plot(datasets, at);
	draw(config.plugins ?? []);
	return heads;
}

test('a band that the axis cuts → one arrow head for each stretch of it, at the edge it goes on beyond; else none', () => {
	const words = { format: String, formatCount: String };
	const line = (ends: [number, number][]) => [{ name: 'Wells', points: points(ends) }];
	const within: [number, number] = [40, 60];
	expect(headsOf(liftLines(line([within, within]), words, tokens))).toEqual([]);
	const cut = line([within, [40, 120], [40, 130], [40, 140], within, [-5, 60], [40, 101]]);
	expect(headsOf(liftLines(cut, words, tokens))).toEqual([
		{ x: 20, y: 0 },
		{ x: 60, y: 0 },
		{ x: 50, y: 200 }
	]);
});

test('notes on days too near to each other → their numbers stand together, and each has its line', () => {
	const flags = [10, 10, 14, 60].map((x, i) => ({ x, n: i + 1 }));
	const { draw, written, heads } = plot([], []);
	draw([flagLines(flags, tokens)]);
	expect(written).toEqual([
		{ text: '1–3', left: 24, middle: 8.5 },
		{ text: '4', left: 120, middle: 8.5 }
	]);
	expect(heads.map(({ x }) => x)).toEqual([20, 20, 28, 120]);
});

test('words above a point with an interval → above that', () => {
	const { draw, written } = plot(
		[],
		[
			[
				{ x: 6, y: 100 },
				{ x: 20, y: 100 }
			]
		]
	);
	draw([labels([{ index: 0, text: 'Wells', color: 'black', high: 20, low: 60 }], tokens)]);
	expect(written.map(({ middle }) => middle)).toEqual([40 - 14]);
});
