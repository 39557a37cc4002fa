import { Z50, Z90, normalCdf } from '../stats/normal.ts';

/** Why an estimate is not given. Worded in `messages/` under `why.<code>`. */
export type Unsaid = 'fewItems' | 'fewIssues' | 'fewInAll' | 'confounded' | 'alone';

/** A ratio to usual and how sure it is; all null where `enough` is false. */
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
 * Words a normally distributed log effect as a ratio. Ranks are filled in later, since they take
 * the others into account. The upper end of the interval is exp(mean + 1.645 × sd).
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

/** An estimate where nothing can be said, but for why. */
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

/** What is said where nothing can be. */
export function unsaid(why: Unsaid): Estimate {
	return { ...nothingSaid, why };
}

/** A group as a contrast with all of its kind. What is held against itself alone is sure to be usual, which says nothing. */
export function contrastEstimate(mean: number, sd: number, why: Unsaid | null): Estimate {
	if (why) return unsaid(why);
	return sd < LEAST_SD ? unsaid('alone') : estimateOf(mean, sd);
}

/** A contrast below this is one with itself, but for rounding. */
const LEAST_SD = 1e-6;
