import { Z90 } from './normal.ts';
import type { Random } from './random.ts';
import type { Effect } from './observed.ts';

/** A point of a series, in order of time, and its sampling variance. */
export type SeriesPoint = { value: number; variance: number };

/** Where a series changed level: the first index after the change, and by how much. */
export type ChangePoint = {
	index: number;
	change: Effect;
	low: number;
	high: number;
	chance: number;
};

/** Points on either side, at least. */
const EDGE = 4;
const SHUFFLES = 399;

/**
 * The place where a series most clearly changes its level, if that is real.
 *
 * The weighted means before and after are compared at every place; the largest |z| stands only if
 * fewer than 5 % of random orders of the same points have one as large, so that looking everywhere
 * is paid for. Null where it does not stand, or with fewer than eight points.
 *
 * @param random makes the orders; the same ones for the same seed
 */
export function changePoint(points: readonly SeriesPoint[], random: Random): ChangePoint | null {
	if (points.length < 2 * EDGE) return null;

	const best = steepest(points);
	let asLarge = 1;
	const shuffled = [...points];
	for (let n = 0; n < SHUFFLES; n++) {
		for (let i = shuffled.length - 1; i > 0; i--) {
			const j = Math.floor(random() * (i + 1));
			[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
		}
		if (steepest(shuffled).z >= best.z) asLarge++;
	}

	const chance = asLarge / (SHUFFLES + 1);
	if (chance > 0.05) return null;

	const { index, change } = best;
	const margin = Z90 * change.sd;
	return { index, change, low: change.mean - margin, high: change.mean + margin, chance };
}

function steepest(points: readonly SeriesPoint[]) {
	const all = points.reduce((sums, point) => plus(sums, point), { weight: 0, total: 0 });
	let before = { weight: 0, total: 0 };
	let best = { index: 0, z: -1, change: { mean: 0, sd: 0 } };

	points.forEach((point, i) => {
		const after = { weight: all.weight - before.weight, total: all.total - before.total };
		if (i >= EDGE && i <= points.length - EDGE) {
			const mean = after.total / after.weight - before.total / before.weight;
			const sd = Math.sqrt(1 / after.weight + 1 / before.weight);
			const z = Math.abs(mean) / sd;
			if (z > best.z) best = { index: i, z, change: { mean, sd } };
		}
		before = plus(before, point);
	});
	return best;
}

function plus({ weight, total }: { weight: number; total: number }, point: SeriesPoint) {
	return { weight: weight + 1 / point.variance, total: total + point.value / point.variance };
}
