import { Z50, Z90, normalCdf } from '../stats/normal.ts';

/** Why an estimate is not given. Worded in `messages/` under `why.<code>`. */
export type Unsaid = 'fewItems' | 'fewIssues' | 'fewInAll' | 'confounded' | 'alone';

/** A ratio to the average, and how sure it is; all null where `enough` is false. */
export type Estimate = {
	lift: number | null;
	/** ends of the 90 % interval */
	low: number | null;
	high: number | null;
	/** ends of the 50 % interval */
	low50: number | null;
	high50: number | null;
	/** chance that it is above the average, 0..1 */
	above: number | null;
	enough: boolean;
	why: Unsaid | null;
	/** from 1, among those with enough to say; with the ends of its 90 % range */
	rank: number | null;
	rankLow: number | null;
	rankHigh: number | null;
};

/**
 * Turns a normally distributed log effect into a ratio with its intervals. Ranks are filled in later, since
 * they depend on the other estimates. The upper end of the interval is exp(mean + 1.645 × sd).
 *
 * @example estimateOf(0, 0.1).high // => 1.179
 */
export function estimateOf(mean: number, sd: number): Estimate {
	return {
		lift: Math.exp(mean),
		low: Math.exp(mean - Z90 * sd),
		high: Math.exp(mean + Z90 * sd),
		low50: Math.exp(mean - Z50 * sd),
		high50: Math.exp(mean + Z50 * sd),
		above: sd > 0 ? normalCdf(mean / sd) : 0.5,
		enough: true,
		why: null,
		rank: null,
		rankLow: null,
		rankHigh: null
	};
}

/** An estimate that is not given, still without the reason why. */
export const nothingSaid = {
	lift: null,
	low: null,
	high: null,
	low50: null,
	high50: null,
	above: null,
	enough: false,
	rank: null,
	rankLow: null,
	rankHigh: null
} satisfies Omit<Estimate, 'why'>;

/** An estimate that is not given, with the reason why. */
export function unsaid(why: Unsaid): Estimate {
	return { ...nothingSaid, why };
}

/**
 * The estimate of a group as a contrast with all of its kind. A group that makes up the whole equals the
 * average by definition, which says nothing.
 */
export function contrastEstimate(mean: number, sd: number, why: Unsaid | null): Estimate {
	if (why) return unsaid(why);
	return sd < LEAST_SD ? unsaid('alone') : estimateOf(mean, sd);
}

/**
 * A group with a smaller standard deviation is compared with itself; rounding leaves a little more than zero.
 */
const LEAST_SD = 1e-6;
