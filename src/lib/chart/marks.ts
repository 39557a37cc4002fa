import type { Chart, Plugin } from 'chart.js';
import type { Tokens } from './tokens.ts';

/** A point of a chart: its place in a dataset. */
export type PointPlace = { dataset?: number; index: number };

/** From low to high through a point, along the axis of amounts. */
export type Whisker = PointPlace & { low: number; high: number; color: string };

/** The point of a chart as Chart.js drew it; undefined where it drew none. */
export function element(chart: Chart, { dataset = 0, index }: PointPlace) {
	return chart.getDatasetMeta(dataset).data[index];
}

/** Of the arrow head at an end that goes on, in pixels. */
const HEAD = { long: 5, wide: 8 };

/** An arrow head at a point of the plot's edge: what stands there goes on beyond it. */
function head(ctx: CanvasRenderingContext2D, x: number, y: number, up: boolean) {
	const back = y + (up ? HEAD.long : -HEAD.long);
	ctx.beginPath();
	ctx.moveTo(x, y);
	ctx.lineTo(x - HEAD.wide / 2, back);
	ctx.lineTo(x + HEAD.wide / 2, back);
	ctx.closePath();
	ctx.fill();
}

/** A line of whiskers is no wider than this part of what lies between two of them: hundreds would be one dark band. */
const LINE_OF_GAP = 0.4;

/** What lies between two points side by side, in pixels; no end where there are no two. */
function gapBetween(places: readonly number[]): number {
	const [first, last] = [Math.min(...places), Math.max(...places)];
	return places.length > 1 && last > first ? (last - first) / (places.length - 1) : Infinity;
}

/** Draws intervals before the points, so that the estimate stays on top; one that the axis cuts bears an arrow head. */
export function whiskers(items: readonly Whisker[], over = false): Plugin {
	function drawAll(chart: Chart) {
		const { ctx } = chart;
		const scale = chart.scales.y;
		if (!scale) return;

		ctx.save();
		ctx.lineWidth = Math.min(
			1.5,
			LINE_OF_GAP * gapBetween(items.flatMap((item) => element(chart, item)?.x ?? []))
		);
		for (const item of items) {
			const at = element(chart, item);
			if (!at) continue;
			const within = (amount: number) => Math.min(scale.max, Math.max(scale.min, amount));
			const [low, high] = [item.low, item.high].map((end) => scale.getPixelForValue(within(end)));
			ctx.strokeStyle = item.color;
			ctx.fillStyle = item.color;
			ctx.beginPath();
			ctx.moveTo(at.x, low!);
			ctx.lineTo(at.x, high!);
			ctx.stroke();
			if (item.high > scale.max) head(ctx, at.x, high!, true);
			if (item.low < scale.min) head(ctx, at.x, low!, false);
		}
		ctx.restore();
	}

	return over
		? { id: 'whiskers', afterDatasetsDraw: drawAll }
		: { id: 'whiskers', beforeDatasetsDraw: drawAll };
}

/** The band around a line: the datasets that are its two ends, and the line's colour. */
export type Band = { low: number; high: number; color: string };

type Cut = { index: number; beyond: boolean };

/** The middle of each stretch of points whose end lies beyond the axis: hundreds of arrow heads would be a fringe. */
function middlesOfCuts(ends: readonly Cut[]): number[] {
	const stretches: number[][] = [];
	let goesOn = false;
	for (const { index, beyond } of ends) {
		if (beyond && goesOn) stretches.at(-1)!.push(index);
		else if (beyond) stretches.push([index]);
		goesOn = beyond;
	}
	return stretches.map((stretch) => stretch[Math.floor((stretch.length - 1) / 2)]!);
}

const amountOf = (given: unknown): number | null => {
	const amount = typeof given === 'object' && given !== null && 'y' in given ? given.y : given;
	return typeof amount === 'number' ? amount : null;
};

/** An arrow head where the axis cuts a band, as whiskers have one. */
export function cutBands(bands: readonly Band[]): Plugin {
	return {
		id: 'cutBands',
		afterDatasetsDraw(chart) {
			const { ctx, chartArea } = chart;
			const scale = chart.scales.y;
			if (!scale) return;

			function cuts(dataset: number, isBeyond: (amount: number) => boolean) {
				const ends = chart.data.datasets[dataset]!.data.flatMap((given, index) => {
					const amount = amountOf(given);
					return amount === null ? [] : [{ index, beyond: isBeyond(amount) }];
				});
				return middlesOfCuts(ends).flatMap((index) => element(chart, { dataset, index }) ?? []);
			}
			ctx.save();
			for (const { low, high, color } of bands) {
				ctx.fillStyle = color;
				for (const { x } of cuts(high, (amount) => amount > scale.max))
					head(ctx, x, chartArea.top, true);
				for (const { x } of cuts(low, (amount) => amount < scale.min))
					head(ctx, x, chartArea.bottom, false);
			}
			ctx.restore();
		}
	};
}

/** Hatches the bars that are not finished, with a dashed edge. */
export function hatches(indexes: readonly number[], tokens: Tokens): Plugin {
	return {
		id: 'hatches',
		afterDatasetsDraw(chart) {
			const { ctx } = chart;
			for (const index of indexes) {
				const bar = element(chart, { index });
				if (!bar) continue;
				const { x, y, base, width } = bar.getProps(['x', 'y', 'base', 'width'], true) as Record<
					'x' | 'y' | 'base' | 'width',
					number
				>;
				const height = base - y;

				ctx.save();
				ctx.beginPath();
				ctx.rect(x - width / 2, y, width, height);
				ctx.fillStyle = tokens.paper;
				ctx.fill();
				ctx.strokeStyle = tokens['rule-strong'];
				ctx.setLineDash([3, 2]);
				ctx.stroke();
				ctx.clip();
				ctx.setLineDash([]);
				ctx.beginPath();
				for (let start = x - width / 2 - height; start < x + width / 2; start += 5) {
					ctx.moveTo(start, base);
					ctx.lineTo(start + height, y);
				}
				ctx.stroke();
				ctx.restore();
			}
		}
	};
}
