import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { Flag } from './flags.ts';
import { fontOf } from './font.ts';
import type { Tokens } from './tokens.ts';
import { fitted } from './written.ts';

// What stands among the axes of a chart rather than at a point of its data.

/** Words at a place among the axes, so many pixels from it. */
export type Caption = {
	x: number;
	y: number;
	text: string;
	color: string;
	bold?: boolean;
	align?: 'left' | 'center' | 'right';
	dx?: number;
	dy?: number;
};

/** From one amount of the horizontal axis to another, shaded, with words at its foot. */
export type Region = { from: number; to: number; fill: string; text: string; color: string };

/** Between words and the edge of a plot, and half of their height, in pixels. */
const EDGE = 3;
const HALF_LINE = 7.5;

/** Draws within the axes: whatever goes on beyond them is cut. */
function withinAxes(chart: Chart, draw: (ctx: CanvasRenderingContext2D) => void) {
	const { ctx, chartArea } = chart;
	const { left, top, width, height } = chartArea;
	ctx.save();
	ctx.beginPath();
	ctx.rect(left, top, width, height);
	ctx.clip();
	draw(ctx);
	ctx.restore();
}

type Written = { words: string; left: number; middle: number; width: number };

/** A caption as it is written, wholly within the plot; null where that has no room for it. */
function writtenIn(
	{ ctx, scales, chartArea }: Chart,
	{ x, y, text, bold = false, align = 'center', dx = 0, dy = 0 }: Caption
): Written | null {
	const { left, right, top, bottom } = chartArea;
	const words = fitted(ctx, text, { room: right - left - 2 * EDGE, bold });
	if (!words) return null;
	const width = ctx.measureText(words).width;
	const asked =
		scales.x!.getPixelForValue(x) + dx - width * { left: 0, center: 0.5, right: 1 }[align];
	const middle = scales.y!.getPixelForValue(y) + dy;
	return {
		words,
		width,
		left: Math.max(left + EDGE, Math.min(asked, right - EDGE - width)),
		middle: Math.max(top + HALF_LINE, Math.min(middle, bottom - HALF_LINE))
	};
}

/** What captions cover of a chart, for what is written later to keep clear of. */
export function coveredBy(chart: Chart, items: readonly Caption[]) {
	return items.flatMap((item) => {
		const written = writtenIn(chart, item);
		if (!written) return [];
		const { left, width, middle } = written;
		return [{ left, right: left + width, top: middle - HALF_LINE, bottom: middle + HALF_LINE }];
	});
}

/** Words kept whole within the plot: they move inwards, and are shortened where it is narrower than they are. */
export function captions(items: readonly Caption[]): Plugin {
	return {
		id: 'captions',
		afterDatasetsDraw(chart) {
			withinAxes(chart, (ctx) => {
				ctx.textBaseline = 'middle';
				ctx.textAlign = 'left';
				for (const item of items) {
					const written = writtenIn(chart, item);
					if (!written) continue;
					ctx.fillStyle = item.color;
					ctx.fillText(written.words, written.left, written.middle);
				}
			});
		}
	};
}

/** Shades what the data has not reached yet. */
export function region({ from, to, fill, text, color }: Region): Plugin {
	return {
		id: 'region',
		afterDatasetsDraw(chart) {
			const { top, bottom } = chart.chartArea;
			const [left, right] = [from, to].map((x) => chart.scales.x!.getPixelForValue(x));
			withinAxes(chart, (ctx) => {
				ctx.fillStyle = fill;
				ctx.fillRect(left!, top, right! - left!, bottom - top);
				ctx.font = fontOf(true);
				// words that have no room are not cut
				if (ctx.measureText(text).width > right! - left! - 2 * EDGE) return;
				ctx.textBaseline = 'middle';
				ctx.textAlign = 'center';
				ctx.fillStyle = color;
				ctx.fillText(text, (left! + right!) / 2, bottom - 13);
			});
		}
	};
}

/** Nearer to each other, numbers of flags would cover each other, in pixels. */
const LEAST_APART = 16;

/** Numbers at the heads of lines; those of lines too near to each other stand together: “4–5”. */
function numbersOf(places: readonly { at: number; n: number }[], apart: number) {
	const groups: { at: number; n: number }[][] = [];
	for (const place of places.toSorted((a, b) => a.at - b.at || a.n - b.n)) {
		const last = groups.at(-1);
		if (last && place.at - last.at(-1)!.at < apart) last.push(place);
		else groups.push([place]);
	}
	return groups.map((group) => {
		const [first, last] = [group[0]!, group.at(-1)!];
		const text = group.length === 1 ? String(first.n) : `${first.n}–${last.n}`;
		return { middle: (first.at + last.at) / 2, text };
	});
}

/** What numbers of flags need above a plot in which they would cover what is drawn, in pixels. */
const ABOVE = 16;

/**
 * A dashed line for each flag, with its number at the head of it.
 *
 * @param above the number stands above the plot, not within
 */
export function flagLines(flags: readonly Flag[], tokens: Tokens, above = false): Plugin {
	return {
		id: 'flags',
		afterDatasetsDraw(chart) {
			const { top, bottom } = chart.chartArea;
			const places = flags.map(({ x, n }) => ({ at: chart.scales.x!.getPixelForValue(x), n }));
			withinAxes(chart, (ctx) => {
				ctx.lineWidth = 1;
				ctx.strokeStyle = tokens['ink-3'];
				ctx.setLineDash([3, 3]);
				for (const { at } of places) {
					ctx.beginPath();
					ctx.moveTo(at, bottom);
					ctx.lineTo(at, top);
					ctx.stroke();
				}
			});
			writeNumbers(chart, places, above ? top - ABOVE : top, tokens);
		}
	};
}

/** @param head how high the numbers of lines stand, in pixels from the top */
function writeNumbers(
	{ ctx, chartArea }: Chart,
	places: readonly { at: number; n: number }[],
	head: number,
	tokens: Tokens
) {
	const { left, right } = chartArea;
	ctx.save();
	ctx.font = fontOf(true, 11);
	ctx.textBaseline = 'middle';
	ctx.textAlign = 'center';
	for (const { middle, text } of numbersOf(places, LEAST_APART)) {
		const width = ctx.measureText(text).width + 6;
		// at an edge the number stands inside
		const centre = Math.max(left + width / 2, Math.min(middle, right - width / 2));
		ctx.fillStyle = tokens.paper;
		ctx.fillRect(centre - width / 2, head + 2, width, 14);
		ctx.fillStyle = tokens['ink-2'];
		ctx.fillText(text, centre, head + 8.5);
	}
	ctx.restore();
}

/**
 * A chart with its flags: a dashed line each, with the number by which its note is listed below.
 *
 * @param small whether it is so small that numbers within would cover its line
 */
export function withFlags(
	config: ChartConfiguration,
	flags: readonly Flag[],
	tokens: Tokens,
	small = false
): ChartConfiguration {
	if (flags.length === 0) return config;
	const { options = {}, plugins = [] } = config;
	const padding = { ...(options.layout?.padding as object | undefined), top: ABOVE };
	return {
		...config,
		...(small && { options: { ...options, layout: { ...options.layout, padding } } }),
		plugins: [...plugins, flagLines(flags, tokens, small)]
	};
}
