import type { Chart, Plugin } from 'chart.js';
import { fontOf } from './font.ts';
import { element, type Place } from './marks.ts';
import { coveredBy, type Caption } from './overlays.ts';
import type { Tokens } from './tokens.ts';
import { fitted } from './written.ts';

type Side = 'left' | 'right' | 'above' | 'below';

/** Words beside a point: charts have no legend. */
export type Label = Place & {
	text: string;
	color: string;
	bold?: boolean;
	/** where it would stand, best first; all others come after these */
	sides?: readonly Side[];
	/** ends of the interval of its point: words above or below stand clear of it */
	low?: number | null;
	high?: number | null;
};

type Box = { left: number; right: number; top: number; bottom: number };

const SIDES = ['right', 'left', 'above', 'below'] as const;

/** How far from a point its words begin, and how high they are, in pixels. */
const GAP = 9;
const LINE = 14;

/** Beneath the halo of words, how far they may reach over the axis on the left. */
const OVER = 8;

/** How much of a plot a name may take. */
const LONGEST = 0.42;

/** A point, and how far up and down its interval reaches. */
type Spot = { x: number; y: number; top?: number; bottom?: number };

/** Where a text stands on a side of a point, leaning inwards above and below it; null where it has no room there. */
function boxOf(
	side: Side,
	{ x, y, top: head = y, bottom: foot = y }: Spot,
	width: number,
	room: Box
): Box | null {
	const isBeside = side === 'left' || side === 'right';
	const asked = {
		right: x + GAP,
		left: x - GAP - width,
		above: x - width / 2,
		below: x - width / 2
	}[side];
	const left = isBeside ? asked : Math.max(room.left + OVER, Math.min(asked, room.right - width));
	const middle = { right: y, left: y, above: head - LINE, below: foot + LINE }[side];
	const top = isBeside
		? Math.max(room.top, Math.min(middle - LINE / 2, room.bottom - LINE))
		: middle - LINE / 2;
	const box = { left, right: left + width, top, bottom: top + LINE };
	return box.left < room.left ||
		box.right > room.right ||
		box.top < room.top ||
		box.bottom > room.bottom
		? null
		: box;
}

function endsOf({ scales }: Chart, { low, high }: Label) {
	return {
		...(high == null ? {} : { top: scales.y!.getPixelForValue(high) }),
		...(low == null ? {} : { bottom: scales.y!.getPixelForValue(low) })
	};
}

function meet(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Where words may stand: in the plot, and in what is left free beside and above it. */
function roomOf({ chartArea, width }: Chart): Box {
	return { left: chartArea.left - OVER, right: width, top: 0, bottom: chartArea.bottom };
}

/** Words with a halo, so that lines beneath do not cross the letters. */
function write(ctx: CanvasRenderingContext2D, text: string, { left, top, bottom }: Box) {
	ctx.strokeText(text, left, (top + bottom) / 2);
	ctx.fillText(text, left, (top + bottom) / 2);
}

function haloed(ctx: CanvasRenderingContext2D, tokens: Tokens) {
	ctx.lineWidth = 3.5;
	ctx.lineJoin = 'round';
	ctx.strokeStyle = tokens.paper;
	ctx.textBaseline = 'middle';
	ctx.textAlign = 'left';
}

/**
 * Writes on the thing. A label goes to the side it asks for, else to one where it covers nothing;
 * where there is none it is left out, and the tooltip and the table say it. A long one is shortened.
 * The first in the list choose first.
 *
 * @param beside captions of the same chart, which no label covers
 */
export function labels(
	items: readonly Label[],
	tokens: Tokens,
	beside: readonly Caption[] = []
): Plugin {
	return {
		id: 'labels',
		afterDatasetsDraw(chart) {
			const { ctx } = chart;
			const room = roomOf(chart);
			const datasets = new Set(items.map(({ dataset = 0 }) => dataset));
			const points = [...datasets].flatMap((dataset) =>
				chart
					.getDatasetMeta(dataset)
					.data.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }))
			);

			ctx.save();
			const taken: Box[] = [...points, ...coveredBy(chart, beside)];
			haloed(ctx, tokens);
			for (const item of items) {
				const at = element(chart, item);
				if (!at) continue;
				const { sides: asked = [], bold = false } = item;
				const text = fitted(ctx, item.text, { room: LONGEST * (room.right - room.left), bold });
				if (!text) continue;
				const long = ctx.measureText(text).width;
				const spot = { x: at.x, y: at.y, ...endsOf(chart, item) };
				const box = [...new Set([...asked, ...SIDES])]
					.map((side) => boxOf(side, spot, long, room))
					.find((one) => one && !taken.some((other) => meet(one, other)));
				if (!box) continue;

				taken.push(box);
				ctx.fillStyle = item.color;
				write(ctx, text, box);
			}
			ctx.restore();
		}
	};
}

/** How much of a chart the names beside it may take. */
const BESIDE = 0.36;

/** What names beside the ends of lines need, in pixels: the longest of them, or as much as a chart can spare. */
export function besideEnds({ ctx, width }: Chart, items: readonly Label[]): number {
	const widths = items.map(({ text, bold = false }) => {
		ctx.font = fontOf(bold);
		return ctx.measureText(text).width;
	});
	return Math.min(BESIDE * width, Math.max(0, ...widths) + GAP + 1);
}

/** Names at the ends of lines, each as near to its own as the others let it be. */
export function endLabels(items: readonly Label[], tokens: Tokens): Plugin {
	return {
		id: 'labels',
		afterDatasetsDraw(chart) {
			const { ctx } = chart;
			const room = roomOf(chart);
			const ends = items
				.flatMap((item) => {
					const at = element(chart, item);
					return at && !Number.isNaN(at.y) ? [{ item, x: at.x, y: at.y }] : [];
				})
				.sort((a, b) => a.y - b.y);
			const tops = spread(
				ends.map(({ y }) => y - LINE / 2),
				room
			);

			ctx.save();
			haloed(ctx, tokens);
			for (const [i, { item, x }] of ends.entries()) {
				const [left, top] = [x + GAP, tops[i]!];
				const text = fitted(ctx, item.text, { room: room.right - left, bold: item.bold ?? false });
				if (!text || top + LINE > room.bottom) continue;
				ctx.fillStyle = item.color;
				write(ctx, text, { left, right: room.right, top, bottom: top + LINE });
			}
			ctx.restore();
		}
	};
}

/**
 * Lines of text below each other: none on another, each as near to where it would stand as that lets it be.
 *
 * @param wanted tops from the highest to the lowest
 */
function spread(wanted: readonly number[], { top, bottom }: Pick<Box, 'top' | 'bottom'>): number[] {
	const tops: number[] = [];
	for (const one of wanted) tops.push(Math.max(one, (tops.at(-1) ?? top - LINE) + LINE));
	// those that the foot of the chart leaves no room for push the ones above them up
	let lowest = bottom - LINE;
	for (let i = tops.length - 1; i >= 0 && tops[i]! > lowest; i--) {
		tops[i] = Math.max(lowest, top + i * LINE);
		lowest = tops[i]! - LINE;
	}
	return tops;
}
