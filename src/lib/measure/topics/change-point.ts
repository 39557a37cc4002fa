import { Z90 } from '../stats/normal.ts';
import type { Random } from '../stats/random.ts';
import type { Effect } from '../stats/observed.ts';

/** A point of a series, in order of time, and its sampling variance. */
export type SeriesPoint = { value: number; variance: number };

/** Where a series changed level: the first index after the likeliest change, and by how much. */
export type ChangePoint = {
	index: number;
	change: Effect;
	/** ends of the 90 % interval */
	low: number;
	high: number;
	/** how often the same points in random order show as clear a change somewhere */
	chance: number;
};

/** Points on either side, at least. */
const EDGE = 4;

/** Orders to begin with, and those that settle what may be real: of many series one in hundreds is. */
const FIRST_ORDERS = 199;
const ORDERS = 3999;

/** A lasting change by half, or to two thirds, is not out of the ordinary; one by far more is. */
const USUAL_CHANGE = 0.4;

/**
 * Change point of a mean, by a permutation test: where a series most clearly changes its level, and how
 * likely chance alone shows as clear a change.
 *
 * The weighted means before and after are compared at every place. The largest |z| is held against
 * that of random orders of the same points, so that looking everywhere is paid for. How large the
 * change was is told over all places by how likely each is, against a normal prior: the place with
 * the largest difference overstates it.
 *
 * @param random makes the orders; the same ones for the same seed
 * @returns null with fewer than eight points
 */
export function changePoint(points: readonly SeriesPoint[], random: Random): ChangePoint | null {
	if (points.length < 2 * EDGE) return null;

	const largest = largestOf(points);
	let asLarge = 1;
	let orders = 1;
	const shuffled = [...points];
	// what seems as large one time in ten need not be known any better
	while (orders <= FIRST_ORDERS || (orders <= ORDERS && asLarge <= 0.1 * orders)) {
		for (let i = shuffled.length - 1; i > 0; i--) {
			const j = Math.floor(random() * (i + 1));
			[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
		}
		if (largestOf(shuffled) >= largest) asLarge++;
		orders++;
	}

	const { index, change } = likeliest(splits(points));
	const margin = Z90 * change.sd;
	const chance = asLarge / orders;
	return { index, change, low: change.mean - margin, high: change.mean + margin, chance };
}

/** What the points before and from one place on say of a change there. */
type Split = { index: number; mean: number; variance: number };

function splits(points: readonly SeriesPoint[]): Split[] {
	const candidates: Split[] = [];
	const all = points.reduce(plus, { weight: 0, total: 0 });
	let before = { weight: 0, total: 0 };

	points.forEach((point, index) => {
		if (index >= EDGE && index <= points.length - EDGE) {
			const after = { weight: all.weight - before.weight, total: all.total - before.total };
			const mean = after.total / after.weight - before.total / before.weight;
			candidates.push({ index, mean, variance: 1 / after.weight + 1 / before.weight });
		}
		before = plus(before, point);
	});
	return candidates;
}

function plus({ weight, total }: { weight: number; total: number }, point: SeriesPoint) {
	return { weight: weight + 1 / point.variance, total: total + point.value / point.variance };
}

/** The largest |z| of all places; without an object a place, for it is asked of thousands of orders. */
function largestOf(points: readonly SeriesPoint[]): number {
	const all = points.reduce(plus, { weight: 0, total: 0 });
	let weight = 0;
	let total = 0;
	let largest = 0;
	for (let i = 0; i <= points.length - EDGE; i++) {
		if (i >= EDGE) {
			const rest = all.weight - weight;
			const mean = (all.total - total) / rest - total / weight;
			largest = Math.max(largest, mean ** 2 / (1 / rest + 1 / weight));
		}
		const { value, variance } = points[i]!;
		weight += 1 / variance;
		total += value / variance;
	}
	return Math.sqrt(largest);
}

/** The likeliest place, and the size of the change, all places weighed by how likely they are. */
function likeliest(candidates: readonly Split[]): { index: number; change: Effect } {
	const changes = candidates.map(({ index, mean, variance }) => {
		const ownWeight = USUAL_CHANGE ** 2 / (USUAL_CHANGE ** 2 + variance);
		const score = (Math.log(1 - ownWeight) + (ownWeight * mean ** 2) / variance) / 2;
		return { index, score, mean: ownWeight * mean, variance: ownWeight * variance };
	});
	const best = changes.reduce((top, next) => (next.score > top.score ? next : top));

	let total = 0;
	let mean = 0;
	let square = 0;
	for (const place of changes) {
		const share = Math.exp(place.score - best.score);
		total += share;
		mean += share * place.mean;
		square += share * (place.variance + place.mean ** 2);
	}
	mean /= total;
	return { index: best.index, change: { mean, sd: Math.sqrt(square / total - mean ** 2) } };
}
