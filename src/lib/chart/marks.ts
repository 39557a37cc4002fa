import type { Chart, Plugin } from 'chart.js';
import { fontOf } from './font.ts';
import type { Tokens } from './tokens.ts';

type Place = { dataset?: number; index: number };

type Side = 'left' | 'right' | 'above' | 'below';

/** Words beside a point: charts have no legend. */
export type Label = Place & {
	text: string;
	color: string;
	bold?: boolean;
	side?: Side;
};

/** From low to high through a point, along the axis of amounts. */
export type Whisker = Place & { low: number; high: number; color: string };

function element(chart: Chart, { dataset = 0, index }: Place) {
	return chart.getDatasetMeta(dataset).data[index];
}

type Box = { left: number; right: number; top: number; bottom: number };

const SIDES = ['right', 'left', 'above', 'below'] as const;

/** Where a text stands on a side of a point. */
function boxOf(side: Side, { x, y }: { x: number; y: number }, width: number): Box {
	const left = { right: x + 9, left: x - 9 - width, above: x - width / 2, below: x - width / 2 }[
		side
	];
	const middle = { right: y, left: y, above: y - 14, below: y + 14 }[side];
	return { left, right: left + width, top: middle - 7, bottom: middle + 7 };
}

function meet(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Writes on the thing, with a halo so that lines beneath do not cross the letters. A label goes to
 * the side it asks for, else to one where it covers nothing; where there is none it is left out,
 * and the tooltip and the table say it. The first in the list choose first.
 */
export function labels(items: readonly Label[], tokens: Tokens): Plugin {
	return {
		id: 'labels',
		afterDatasetsDraw(chart) {
			const { ctx, width } = chart;
			const datasets = new Set(items.map(({ dataset = 0 }) => dataset));
			const taken: Box[] = [...datasets].flatMap((dataset) =>
				chart
					.getDatasetMeta(dataset)
					.data.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }))
			);

			ctx.save();
			ctx.lineWidth = 3.5;
			ctx.lineJoin = 'round';
			ctx.strokeStyle = tokens.paper;
			ctx.textBaseline = 'middle';
			ctx.textAlign = 'left';

			for (const item of items) {
				const at = element(chart, item);
				if (!at) continue;
				ctx.font = fontOf(item.bold ?? false);
				const { side: asked = 'right' } = item;
				const long = ctx.measureText(item.text).width;
				const sides = [asked, ...SIDES.filter((side) => side !== asked)];
				const box = sides
					.map((side) => inside(boxOf(side, at, long), width))
					.find((one) => one && !taken.some((other) => meet(one, other)));
				if (!box) continue;

				taken.push(box);
				ctx.fillStyle = item.color;
				ctx.strokeText(item.text, box.left, (box.top + box.bottom) / 2);
				ctx.fillText(item.text, box.left, (box.top + box.bottom) / 2);
			}
			ctx.restore();
		}
	};
}

/** A box above or below a point may lean inwards; one beside it may not, it would cover the point. */
function inside(box: Box, width: number): Box | null {
	const over = Math.max(0, box.right - width);
	if (box.left < 0) return null;
	return over === 0 ? box : { ...box, left: box.left - over, right: width };
}

/** Draws intervals before the points, so that the estimate stays on top. */
export function whiskers(items: readonly Whisker[], over = false): Plugin {
	function drawAll(chart: Chart) {
		const { ctx } = chart;
		const scale = chart.scales.y;
		if (!scale) return;

		ctx.save();
		// an interval may go on where the axis ends
		const { left, top, width, height } = chart.chartArea;
		ctx.beginPath();
		ctx.rect(left, top, width, height);
		ctx.clip();
		ctx.lineWidth = 1.5;
		for (const item of items) {
			const at = element(chart, item);
			if (!at) continue;
			ctx.strokeStyle = item.color;
			ctx.beginPath();
			ctx.moveTo(at.x, scale.getPixelForValue(item.low));
			ctx.lineTo(at.x, scale.getPixelForValue(item.high));
			ctx.stroke();
		}
		ctx.restore();
	}

	return over
		? { id: 'whiskers', afterDatasetsDraw: drawAll }
		: { id: 'whiskers', beforeDatasetsDraw: drawAll };
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
