// long: one forecast, from the rows of the model over its draws to its intervals
import type { ItemRole } from '#lib/item-roles.ts';
import { positionEntries, type ItemPosition } from '../lift/design-matrix.ts';
import type { ForecastBasis } from '../lift/forecast-basis.ts';
import { choleskyRoot } from '../stats/linear.ts';
import { drawNext, type Next } from '../stats/local-level.ts';
import { predicted, type Predicted } from './predicted.ts';
import { fillNormal, poisson, seeded, type Random } from '../stats/random.ts';
import type { OtherRoles } from '../lift/other-roles.ts';

/** One item of a future issue. Indexes are those of the fit; -1 for what the fit does not know. */
export type ForecastItem = ItemPosition & {
	role: ItemRole;
	section: number;
	topics: readonly number[];
	authors: readonly number[];
};

/** What a forecast needs to know besides the items. */
export type Circumstances = {
	basis: ForecastBasis;
	/** how the issue itself will do, as a log effect */
	level: Next;
	/** log of how many readers it reaches; without spread where that number is known */
	reach: Next;
	/** log effects of sponsors' and house items, relative to an editorial item at the same position */
	others: OtherRoles;
};

export type IssueForecast = {
	/** in the order of the items */
	items: (Predicted & { factors: Factors })[];
	/** clickers of all items added up: a reader who clicks two items counts twice */
	total: Predicted;
};

/** The factors that make up an expected number: 1 changes nothing. */
export type Factors = {
	/** its position in the issue, against the average of the positions of this issue's items */
	position: number;
	/** its topics, its section and its author, against the publication's average */
	topics: number;
	section: number;
	authors: number;
};

/** Enough draws to put the ends of intervals within 1 % of where infinitely many would put them. */
const DRAWS = 4000;

/** A mean over more spread than this would be all tail. */
const MOST_VARIANCE = 0.5;

/**
 * Forecasts how many readers will click each item of an unsent issue, and all of them together.
 *
 * Clickers are Poisson with mean reach × issue × position × section × topics × authors × the item's own
 * as in the fit. Each draw varies the issue's reach and effect, all coefficients together, the scatter of
 * items, each item's own effect, and the count itself.
 *
 * @param seed the same seed and the same draft give the same forecast
 * @param draws how many issues are drawn
 */
export function forecastIssue(
	items: readonly ForecastItem[],
	circumstances: Circumstances,
	{ seed, draws = DRAWS }: { seed: number; draws?: number }
): IssueForecast {
	const { basis, level, reach } = circumstances;
	const rows = items.map((item) => rowOf(item, circumstances));
	const shared = level.mean + reach.mean;
	const common = level.sd ** 2 + reach.sd ** 2;
	const expected = rows.map(({ mean, known, own }) =>
		Math.exp(shared + mean + Math.min(MOST_VARIANCE, common + known + own) / 2)
	);
	const sum = expected.reduce((all, one) => all + one, 0);

	const drawn = items.map(() => new Float64Array(draws));
	const totals = new Float64Array(draws);
	const random = seeded(seed);
	const root = rootOf(rows, basis);
	const known = new Float64Array(items.length);
	const own = new Float64Array(items.length);
	for (let d = 0; d < draws; d++) {
		const log = drawNext(reach, random);
		const issue = drawNext(level, random) + log;
		const most = Math.exp(log);
		const scatter = Math.sqrt(basis.freedom / chiSquare(basis.freedom, random));
		fillNormal(known, random);
		fillNormal(own, random);
		rows.forEach((row, i) => {
			let effect = row.mean + Math.sqrt(row.own) * scatter * own[i]!;
			for (let j = 0; j <= i; j++) effect += root[i * rows.length + j]! * known[j]!;
			const count = Math.min(most, poisson(Math.min(most, Math.exp(issue + effect)), random));
			drawn[i]![d] = Math.floor(count);
			totals[d]! += Math.floor(count);
		});
	}
	const usual = mean(rows.map(({ position }) => position));
	return {
		items: drawn.map((counts, i) => ({
			...predicted(counts, expected[i]!),
			factors: factorsOf(rows[i]!, usual)
		})),
		total: predicted(totals, sum)
	};
}

/**
 * Log appeal of each item and log worth of each position; an item at a position gets exp(appeal + worth), so that
 * they order items on positions.
 */
export function appealAndWorth(items: readonly ForecastItem[], circumstances: Circumstances) {
	const rows = items.map((item) => rowOf(item, circumstances));
	return {
		appeal: rows.map(({ mean, position, section, pages }) => mean - position - section + pages),
		worth: rows.map(({ position, section, pages }) => position + section - pages)
	};
}

type Row = {
	entries: [number, number][];
	/** log effects: of all, of the position with its pages, of the pages alone, of each kind of group */
	mean: number;
	position: number;
	pages: number;
	section: number;
	topics: number;
	authors: number;
	/** variances: of the uncertain coefficients, and of the item's own effect */
	known: number;
	own: number;
};

/** What the model says of an item where it stands, before its issue's reach and effect. */
function rowOf(item: ForecastItem, { basis, others }: Circumstances): Row {
	const { coefficients, variance, mixed, identified } = basis;
	const valueOf = (entries: readonly [number, number][]) =>
		entries.reduce((sum, [column, value]) => sum + value * coefficients[column]!, 0);
	const standing = positionEntries(basis.positionColumns, item, basis.layout);
	const pages = valueOf(standing.filter(([column]) => column === PAGES));
	const other = item.role === 'editorial' ? null : others[item.role];
	if (other) {
		const mean = valueOf(standing) + other.mean;
		const row = {
			entries: standing,
			mean,
			position: valueOf(standing),
			pages,
			own: other.spread ** 2
		};
		const none = { section: 0, topics: 0, authors: 0 };
		return { ...row, ...none, known: quadratic(standing, basis) + other.sd ** 2 };
	}

	const section: [number, number][] = mixed[item.section]
		? [[basis.sectionFrom + item.section, 1]]
		: [];
	const topics = item.topics.flatMap((topic): [number, number][] =>
		topic < 0 ? [] : [[basis.topicFrom + topic, 1 / item.topics.length]]
	);
	const authors = item.authors.flatMap((author): [number, number][] =>
		identified[author] ? [[basis.authorFrom + author, 1 / item.authors.length]] : []
	);
	const entries = [...standing, ...section, ...topics, ...authors];
	const strangers = item.topics.filter((topic) => topic < 0).length;
	return {
		entries,
		pages,
		position: valueOf(standing),
		mean: valueOf(entries),
		section: valueOf(section),
		topics: valueOf(topics),
		authors: valueOf(authors),
		known: quadratic(entries, basis),
		own: variance.item + (strangers * variance.topic) / Math.max(1, item.topics.length) ** 2
	};
}

/** The column of the number of pages that an item links to. */
const PAGES = 5;

function quadratic(entries: Row['entries'], basis: ForecastBasis): number {
	return crossed(entries, entries, basis);
}

function crossed(a: Row['entries'], b: Row['entries'], { covariance, count }: ForecastBasis) {
	let sum = 0;
	for (const [i, x] of a) for (const [j, y] of b) sum += x * y * covariance[i * count + j]!;
	return sum;
}

/** Root of the covariance of all items that comes from uncertain coefficients; row-major. */
function rootOf(rows: readonly Row[], basis: ForecastBasis): Float64Array {
	const n = rows.length;
	const together = new Float64Array(n * n);
	rows.forEach((row, i) => {
		for (let j = 0; j < i; j++) together[i * n + j] = crossed(row.entries, rows[j]!.entries, basis);
		// the rows of similar items are nearly equal: a small addition keeps the matrix positive definite
		together[i * n + i] = row.known * (1 + 1e-6) + 1e-6;
	});
	return choleskyRoot(together, n);
}

/** Wilson & Hilferty 1931: the cube root of a χ² is nearly normal. */
function chiSquare(freedom: number, random: Random): number {
	const normal = new Float64Array(1);
	fillNormal(normal, random);
	const ninth = 2 / (9 * freedom);
	return freedom * Math.max(0.05, 1 - ninth + normal[0]! * Math.sqrt(ninth)) ** 3;
}

function factorsOf(row: Row, usual: number): Factors {
	return {
		position: Math.exp(row.position - usual),
		topics: Math.exp(row.topics),
		section: Math.exp(row.section),
		authors: Math.exp(row.authors)
	};
}

function mean(values: readonly number[]): number {
	return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
