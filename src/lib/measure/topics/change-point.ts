import { Z90 } from '../stats/normal.ts';
import type { Random } from '../stats/random.ts';
import type { Effect } from '../stats/observed.ts';

/** A point of a series, in order of time, and its sampling variance. */
export type SeriesPoint = { value: number; variance: number };

/** Where a series changed level: the first index after the likeliest change, and the size of the change. */
export type ChangePoint = {
	index: number;
	change: Effect;
	/** ends of the 90 % interval */
	low: number;
	high: number;
	/** how often the same points in random order show an equally clear change somewhere */
	chance: number;
};

/** Fewest points on either side. */
const EDGE = 4;

/** Random orders to begin with, and at most: of many series, only a change with a chance below one in hundreds is real. */
const FIRST_ORDERS = 199;
const ORDERS = 3999;

/**
 * Prior standard deviation of a lasting change: one by half, or to two thirds, is ordinary; a far larger one
 * is not.
 */
const USUAL_CHANGE = 0.4;

/**
 * Change point of a mean, by a permutation test: where a series most clearly changes its level, and how likely
 * chance alone produces an equally clear change.
 *
 * The weighted means before and after are compared at every place. The largest |z| is compared with that of
 * random orders of the same points, which accounts for looking everywhere. The size of the change is averaged
 * over all places, weighted by their likelihood, with a normal prior: the place with the largest difference
 * overstates it.
 *
 * @param random makes the random orders; the same seed gives the same ones
 * @returns null with fewer than eight points
 */
export function changePoint(points: readonly SeriesPoint[], random: Random): ChangePoint | null {
	if (points.length < 2 * EDGE) return null;

	const largest = largestOf(points);
	let asLarge = 1;
	let orders = 1;
	const shuffled = [...points];
	// a chance above one in ten need not be known any better
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

/** The change between the points before a place and those from it on. */
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

/** The largest |z| of all places. It makes no object per place, since it runs for thousands of orders. */
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

/** The likeliest place, and the size of the change, averaged over all places by their likelihood. */
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
