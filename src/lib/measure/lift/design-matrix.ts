import { authorAmounts, tooLittle } from './amounts.ts';
import { LEAST_TOLERANCE, tolerance, subjectOf } from './tolerance.ts';
import type { LiftInput, LiftItem } from './lift-input.ts';

/** Coefficients that share one variance: the columns from `from` to before `to`. */
export type Block = {
	name: 'level' | 'bend' | 'layout' | 'section' | 'topic' | 'author';
	from: number;
	to: number;
	/** variance of the prior; the starting value where it is estimated */
	variance: number;
	/** how many effects the starting value weighs as much as; null: the variance is not estimated */
	priorWeight: number | null;
};

/** Where an item stands, and in which format. */
export type ItemPosition = Pick<LiftItem, 'position' | 'format' | 'pages'>;

/** Where the columns of positions stand: the bends of the curve, then what differs by layout. */
export type PositionColumns = {
	knots: number;
	driftFrom: number;
	layouts: number;
	/**
	 * averages of the log position and of the share of first positions: a layout changes the curve around
	 * them, never the level
	 */
	usual: { depth: number; first: number };
};

/** What each item's log rate depends on besides its issue: a sparse matrix, one row per item. */
export type DesignMatrix = {
	count: number;
	blocks: Block[];
	/** the entries of row i run from `starts[i]` to before `starts[i + 1]` */
	starts: Int32Array;
	column: Int32Array;
	value: Float64Array;
	/** the columns of positions */
	positionColumns: PositionColumns;
	/** an item's entries for its position alone, without section, topics and authors */
	entriesAt(item: ItemPosition & { issue: number }): [number, number][];
	topicFrom: number;
	authorFrom: number;
	sectionFrom: number;
	/** by section: whether its items differ in topics, so that it has an effect of its own */
	mixed: boolean[];
	/** by author: whether they have an effect, given enough data that can be told apart from topics */
	identified: boolean[];
};

/** Where the curve over positions may bend; between these it is straight in the logarithm of the position. */
const KNOTS = [2.5, 4.5, 8.5, 14.5].map(Math.log);

/** Columns: level, slope, the first position, two formats, pages. */
const LEVELS = 6;

/** Wide enough for any position curve seen, narrow enough to settle what the data leave open. */
const LEVEL_VARIANCE = 4;

/**
 * Sections and bends of the curve are few, and the positions already explain much of what they do. Where the
 * data say nothing about their spread, it is taken as 10 %.
 */
const FAINT = 0.01;

/**
 * Lays out the columns of the model: level, log of the position, its bends, the first position, formats,
 * pages, differences between layouts in what positions are worth, sections, topics and authors.
 *
 * A section whose items all have the same topics gets no effect: it adds nothing that the topics do not
 * already say. Nor does an author with too little data, or one whose topics nobody else writes about.
 *
 * @param layouts by issue, its layout. Each layout has its own slope and effect of the first position, drawn
 * toward those of all time; an effect on all items alike belongs to the issues
 */
export function designMatrix(input: LiftInput, layouts: Int32Array): DesignMatrix {
	const { items, sections, topics, authors } = input;
	const layoutsInAll = (layouts.at(-1) ?? 0) + 1;
	const deepest = items.reduce((most, { position }) => Math.max(most, position), 1);
	const knots = KNOTS.filter((knot) => knot < Math.log(deepest));
	const drifting = layoutsInAll > 1 ? layoutsInAll : 0;

	const bendFrom = LEVELS;
	const driftFrom = bendFrom + knots.length;
	const sectionFrom = driftFrom + 2 * drifting;
	const topicFrom = sectionFrom + sections;
	const authorFrom = topicFrom + topics;
	const count = authorFrom + authors;

	const n = items.length || 1;
	const usual = {
		depth: items.reduce((sum, { position }) => sum + Math.log(position), 0) / n,
		first: items.reduce((sum, { position }) => sum + (position === 1 ? 1 : 0), 0) / n
	};
	const positionColumns = { knots: knots.length, driftFrom, layouts: drifting, usual };
	const entriesAt: DesignMatrix['entriesAt'] = ({ issue, ...where }) =>
		positionEntries(positionColumns, where, layouts[issue]!);

	const mixed = mixedSections(items, sections);
	const identified = identifiedAuthors(input);
	const starts = new Int32Array(items.length + 1);
	const column: number[] = [];
	const value: number[] = [];
	items.forEach((item, i) => {
		const entries = entriesAt(item);
		if (mixed[item.section]) entries.push([sectionFrom + item.section, 1]);
		for (const topic of item.topics) entries.push([topicFrom + topic, 1 / item.topics.length]);
		for (const author of item.authors)
			if (identified[author]) entries.push([authorFrom + author, 1 / item.authors.length]);
		// sorted, so that products of two entries fall into the lower triangle
		for (const [c, v] of entries.sort(([a], [b]) => a - b)) {
			column.push(c);
			value.push(v);
		}
		starts[i + 1] = column.length;
	});

	return {
		count,
		blocks: [
			{ name: 'level', from: 0, to: LEVELS, variance: LEVEL_VARIANCE, priorWeight: null },
			{ name: 'bend', from: bendFrom, to: driftFrom, variance: FAINT, priorWeight: 1 },
			{ name: 'layout', from: driftFrom, to: sectionFrom, variance: FAINT, priorWeight: 1 },
			{ name: 'section', from: sectionFrom, to: topicFrom, variance: FAINT, priorWeight: 1 },
			{ name: 'topic', from: topicFrom, to: authorFrom, variance: 0.1, priorWeight: 0 },
			{ name: 'author', from: authorFrom, to: count, variance: FAINT, priorWeight: 1 }
		],
		starts,
		column: Int32Array.from(column),
		value: Float64Array.from(value),
		positionColumns,
		entriesAt,
		topicFrom,
		authorFrom,
		sectionFrom,
		mixed,
		identified
	};
}

/** An item's entries for its position in a row of the model: columns and their values. */
export function positionEntries(
	{ knots, driftFrom, layouts, usual }: PositionColumns,
	{ position, format, pages }: ItemPosition,
	layout: number
): [number, number][] {
	const depth = Math.log(position);
	const first = position === 1 ? 1 : 0;
	const entries: [number, number][] = [
		[0, 1],
		[1, depth],
		[2, first],
		[3, format === 'editorial' ? 1 : 0],
		[4, format === 'lead' ? 1 : 0],
		[5, Math.log(pages)],
		...KNOTS.slice(0, knots).map((knot, k): [number, number] => [
			LEVELS + k,
			Math.max(0, depth - knot)
		])
	];
	if (layouts) {
		const own = driftFrom + 2 * layout;
		entries.push([own, depth - usual.depth], [own + 1, first - usual.first]);
	}
	return entries.filter(([, value]) => value !== 0);
}

/** The fit becomes many times slower with more authors: those with the fewest items are left out. */
const MOST_AUTHORS = 120;

function identifiedAuthors(input: LiftInput): boolean[] {
	const amounts = authorAmounts(input);
	const left = tolerance(input.items, input.authors, (item) => item.authors, subjectOf);
	const able = amounts.flatMap((amount, author) =>
		tooLittle(amount) || (left[author] ?? 0) < LEAST_TOLERANCE ? [] : [author]
	);
	const kept = able.sort((a, b) => amounts[b]!.items - amounts[a]!.items).slice(0, MOST_AUTHORS);
	const identified = new Set(kept);
	return amounts.map((_, author) => identified.has(author));
}

function mixedSections(items: readonly LiftItem[], sections: number): boolean[] {
	const seen = Array.from({ length: sections }, () => new Set<string>());
	for (const item of items) seen[item.section]?.add(subjectOf(item));
	return seen.map((kinds) => kinds.size > 1);
}
