/** A logarithmic axis around 1, on which half and double are equally far from the line. */
export type LiftScale = {
	min: number;
	max: number;
	ticks: number[];
	/** where a lift stands, in percent of the width; what lies outside stands on the edge */
	at(lift: number): number;
};

/** The ticks of an axis of lifts that reaches so far: all that may stand on it. */
export function liftTicks(furthest: number): readonly number[] {
	if (furthest > 10) return [0.1, 0.3, 1, 3, 10];
	return furthest > 3.2 ? [0.25, 0.5, 1, 2, 4] : [0.5, 0.7, 1, 1.4, 2];
}

/** The three that stand where there is little room. */
function fewTicks(furthest: number): readonly number[] {
	if (furthest > 10) return [0.1, 1, 10];
	if (furthest > 4) return [0.25, 1, 4];
	return furthest > 2 ? [0.5, 1, 2] : [0.7, 1, 1.4];
}

type Estimate = { lift: number | null; enough: boolean; low?: number | null; high?: number | null };

/** How far the axis reaches at least, so that small differences do not look large. */
const NARROWEST = 1.78;

/** An interval may stretch the axis by so much beyond its estimate: the wide ones of few items are cut. */
const STRETCH = 1.5;

/**
 * The one scale of everything that shows lifts side by side.
 *
 * It is symmetrical around 1 and reaches just past the furthest estimate, and past the ends of intervals
 * that are no wider than most; others are cut at the edge.
 */
export function liftScale(estimates: readonly Estimate[], narrow = false): LiftScale {
	const furthest = estimates.reduce((reach, { lift, enough, low, high }) => {
		if (!enough || lift === null || lift <= 0) return reach;
		const point = Math.max(lift, 1 / lift);
		const end = Math.max(high ?? lift, low ? 1 / low : 0) * 1.02;
		return Math.max(reach, point * 1.12, Math.min(end, point * STRETCH));
	}, NARROWEST);

	const max = furthest;
	const min = 1 / max;
	const ticks = (narrow ? fewTicks(furthest) : liftTicks(furthest)).filter(
		(tick) => tick >= min && tick <= max
	);

	return {
		min,
		max,
		ticks,
		at(lift) {
			const share = Math.log(lift / min) / Math.log(max / min);
			return Math.min(1, Math.max(0, share)) * 100;
		}
	};
}
