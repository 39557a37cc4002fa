import { Z90 } from './normal.ts';
import { wilson } from './wilson.ts';

/** The share that remains after some time, with the ends of its 90 % interval. */
export type Survival = {
	after: number;
	/** how many were observed at least so long */
	atRisk: number;
	share: number;
	low: number;
	high: number;
};

/**
 * The share that remains after each of these times, by the Kaplan–Meier estimator: readers who have not left
 * count for as long as they were observed.
 *
 * Variance by Greenwood's formula; the interval is on the scale of log(−log), so that it stays within 0..1
 * (Kalbfleisch and Prentice 1980, section 1.3). If nobody has left yet, or all have, that interval has no
 * width, and Wilson's is used.
 *
 * @param durations how long each was observed, all in the same unit; not negative
 * @param ended 1 if they left at the end of it, 0 if they remain
 * @param times in rising order
 * @param entered the age at which observation of each began (left truncation): those who joined before
 * departures were recorded count from then on
 * @throws {RangeError} if the two differ in length, or a duration is no number from zero
 * @example survivalAt(Float64Array.of(1, 2, 3), Uint8Array.of(1, 0, 1), [1])[0].share // => 2 / 3
 */
export function survivalAt(
	durations: Float64Array,
	ended: Uint8Array,
	times: readonly number[],
	entered?: Float64Array
): Survival[] {
	if (durations.length !== ended.length) throw new RangeError('columns of different length');
	if (!durations.every((duration) => duration >= 0)) throw new RangeError('a negative duration');
	const all = durations.toSorted();
	const ends = durations.filter((_, i) => ended[i] === 1).sort();
	const late = entered?.filter((age) => age > 0).sort() ?? new Float64Array();

	let share = 1;
	let variance = 0;
	let next = 0;
	// how many were observed for less than the time at hand
	let past = 0;
	// how many were not yet under observation
	let unseen = late.length;
	const atRiskAt = (at: number) => {
		while (past < all.length && all[past]! < at) past++;
		while (unseen > 0 && late[late.length - unseen]! < at) unseen--;
		return all.length - past - unseen;
	};
	const curve: Survival[] = [];
	for (const after of times) {
		while (next < ends.length && ends[next]! <= after) {
			const at = ends[next]!;
			let gone = 0;
			for (; next < ends.length && ends[next] === at; next++) gone++;
			const atRisk = atRiskAt(at);
			// a reader who left at the age at which observation began was never at risk
			if (atRisk <= 0) continue;
			gone = Math.min(gone, atRisk);
			share *= 1 - gone / atRisk;
			variance += atRisk > gone ? gone / (atRisk * (atRisk - gone)) : 0;
		}
		curve.push({
			after,
			atRisk: Math.max(0, atRiskAt(after)),
			share,
			...interval(share, variance, all.length)
		});
	}
	return curve;
}

function interval(share: number, variance: number, n: number): { low: number; high: number } {
	if (n === 0) return { low: 0, high: 1 };
	if (share === 1) return { low: wilson(n, n)[0], high: 1 };
	if (share === 0) return { low: 0, high: wilson(0, n)[1] };
	const margin = (Z90 * Math.sqrt(variance)) / Math.abs(Math.log(share));
	return { low: share ** Math.exp(margin), high: share ** Math.exp(-margin) };
}
