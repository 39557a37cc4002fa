import type { Chart, Plugin } from 'chart.js';
import { fontOf } from './font.ts';
import { element, type PointPlace, type Whisker } from './marks.ts';
import { coveredBy, type Caption } from './overlays.ts';
import {
	placeLabels,
	GAP,
	LINE,
	OVER,
	SIDES,
	type Box,
	type LeaderLine,
	type LabelSide
} from './label-places.ts';
import type { Tokens } from './tokens.ts';
import { fitted, fittedLines } from './written.ts';

/** Words beside a point: charts have no legend. */
export type Label = PointPlace & {
	text: string;
	color: string;
	bold?: boolean;
	/** where it would stand, best first; all others come after these */
	sides?: readonly LabelSide[];
	/** ends of the interval of its point: words above or below stand clear of it */
	low?: number | null;
	high?: number | null;
	/** is not left out where its sides are taken: it stands further away, and a line leads to it */
	led?: boolean;
};

/** How much of a plot a name may take. */
const LONGEST = 0.42;

function endsOf({ scales }: Chart, { low, high }: Label) {
	return {
		...(high == null ? {} : { top: scales.y!.getPixelForValue(high) }),
		...(low == null ? {} : { bottom: scales.y!.getPixelForValue(low) })
	};
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

/** Words on more than one line, on that side of their box which is nearer to their point. */
function writeLines(ctx: CanvasRenderingContext2D, lines: readonly string[], box: Box, x: number) {
	const isLeft = box.right <= x;
	for (const [i, line] of lines.entries()) {
		const left = isLeft ? box.right - ctx.measureText(line).width : box.left;
		const top = box.top + i * LINE;
		write(ctx, line, { ...box, left, top, bottom: top + LINE });
	}
}

function haloed(ctx: CanvasRenderingContext2D, tokens: Tokens) {
	ctx.lineWidth = 3.5;
	ctx.lineJoin = 'round';
	ctx.strokeStyle = tokens.paper;
	ctx.textBaseline = 'middle';
	ctx.textAlign = 'left';
}

/** What names keep clear of, besides each other and the points. */
type Obstacles = {
	/** captions of the same chart */
	captions?: readonly Caption[];
	/** intervals of its points: of several places, one that covers none of them is better */
	intervals?: readonly Whisker[];
};

/**
 * Writes on the thing. A label goes to the side it asks for, else to one where it covers nothing; where there
 * is none it stands further away, if it is `led` there, or is left out, and the tooltip and the table say it.
 * A long one has two lines, and is shortened where these are not enough. The first in the list choose first.
 */
export function labels(
	items: readonly Label[],
	tokens: Tokens,
	{ captions = [], intervals = [] }: Obstacles = {}
): Plugin {
	return {
		id: 'labels',
		afterDatasetsDraw(chart) {
			const { ctx } = chart;
			const room = roomOf(chart);

			ctx.save();
			haloed(ctx, tokens);
			const wanted = items.flatMap((item) => {
				const at = element(chart, item);
				const { sides = [], bold = false, led = false, color } = item;
				if (!at) return [];
				const most = LONGEST * (room.right - room.left);
				const lines = fittedLines(ctx, item.text, { room: most, bold }).filter(Boolean);
				if (lines.length === 0) return [];
				const spot = { x: at.x, y: at.y, ...endsOf(chart, item) };
				const width = Math.max(...lines.map((line) => ctx.measureText(line).width));
				return {
					lines,
					bold,
					color,
					spot,
					width,
					height: lines.length * LINE,
					led,
					sides: [...new Set([...sides, ...SIDES])]
				};
			});
			const places = placeLabels(wanted, {
				room,
				taken: [...pointsOf(chart, items), ...coveredBy(chart, captions)],
				intervals: intervals.flatMap((one) => boxOfInterval(chart, one))
			});

			for (const place of places) if (place?.line) lead(ctx, place.line, tokens);
			for (const [i, { lines, bold, color, spot }] of wanted.entries()) {
				const place = places[i];
				if (!place) continue;
				ctx.font = fontOf(bold);
				ctx.fillStyle = color;
				writeLines(ctx, lines, place.box, spot.x);
			}
			ctx.restore();
		}
	};
}

function pointsOf(chart: Chart, items: readonly Label[]): Box[] {
	const datasets = new Set(items.map(({ dataset = 0 }) => dataset));
	return [...datasets].flatMap((dataset) =>
		chart
			.getDatasetMeta(dataset)
			.data.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }))
	);
}

function boxOfInterval(chart: Chart, item: Whisker): Box[] {
	const at = element(chart, item);
	if (!at) return [];
	const [top, bottom] = [item.high, item.low].map((end) => chart.scales.y!.getPixelForValue(end));
	return [{ left: at.x - 1, right: at.x + 1, top: top!, bottom: bottom! }];
}

/** A thin line from a point to its name. */
function lead(ctx: CanvasRenderingContext2D, { from, to }: LeaderLine, tokens: Tokens) {
	ctx.save();
	ctx.strokeStyle = tokens['ink-2'];
	ctx.lineWidth = 0.75;
	ctx.beginPath();
	ctx.moveTo(from.x, from.y);
	ctx.lineTo(to.x, to.y);
	ctx.stroke();
	ctx.restore();
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
