import { normalQuantile, Z90 } from '#lib/measure/stats/normal.ts';
import { statement, type Statement } from './statement.ts';

/** The four marks, and the side of average that they lean to. */
export type Certainty = 'clear' | 'leaning' | 'unclear' | 'few';
export type EffectSide = 'above' | 'below' | null;
export type EffectVerdict = { certainty: Certainty; side: EffectSide };

/** The probability on one side from which an estimate is marked as leaning. */
const LEANING = 0.8;

/** The normal quantile of that probability, in standard errors. */
const LEANING_Z = normalQuantile(LEANING);

const few: EffectVerdict = { certainty: 'few', side: null };
const unclear: EffectVerdict = { certainty: 'unclear', side: null };

type Interval = { low: number | null; high: number | null };

/**
 * A change to be judged; `unfiltered` if clicks are known only as totals, so that machines may have caused
 * it.
 */
export type Change = Interval & { unfiltered?: boolean };

/** What marks and sentences need of an estimate, so that both say the same about it. */
export type CertaintyInput = Interval & {
	lift: number | null;
	above: number | null;
	enough: boolean;
	why?: string | null;
};

/**
 * How sure it is that a lift differs from the average, which is 1.
 *
 * @example certainty({ lift: 1.4, low: 1.2, high: 1.6, above: 0.99, enough: true })
 * // => { certainty: 'clear', side: 'above' }
 */
export function certainty(estimate: CertaintyInput): EffectVerdict {
	const { lift, low, high, above, enough } = estimate;
	if (!enough || lift === null || low === null || high === null) return few;

	const sure = leansAtMost(estimate) ? 'leaning' : 'clear';
	if (low > 1) return { certainty: sure, side: 'above' };
	if (high < 1) return { certainty: sure, side: 'below' };
	if (above !== null && above >= LEANING) return { certainty: 'leaning', side: 'above' };
	if (above !== null && 1 - above >= LEANING) return { certainty: 'leaning', side: 'below' };
	return unclear;
}

/**
 * Whether an estimate is never clear, wherever its interval lies: counts may include machines, and value from
 * few buyers may be luck.
 */
export function leansAtMost({ why }: Pick<CertaintyInput, 'why'>): boolean {
	return why === 'countsOnly' || why === 'uneven';
}

/** The side of average on which an estimate clearly lies, as its mark shows; null for none. */
export function clearSide(estimate: CertaintyInput): EffectSide {
	const { certainty: sure, side } = certainty(estimate);
	return sure === 'clear' ? side : null;
}

/** Topics that sentences may mention: not those that are only suggested. */
export function confirmedOf<Topic extends { suggested?: boolean }>(
	topics: readonly Topic[]
): Topic[] {
	return topics.filter(({ suggested }) => suggested !== true);
}

/** Whether all estimates come from counts alone. */
export function isCountsOnly(
	estimates: readonly (Pick<CertaintyInput, 'why'> & { enough?: boolean })[]
): boolean {
	if (isUnfiltered(estimates)) return true;
	const estimated = estimates.filter(({ enough }) => enough !== false);
	return estimated.length > 0 && estimated.every(({ why }) => why === 'countsOnly');
}

/** Whether some come from totals that do not separate people from machines: these have no lift. */
function isUnfiltered(estimates: readonly Pick<CertaintyInput, 'why'>[]): boolean {
	return estimates.some(({ why }) => why === 'unfiltered');
}

/** Whether all come from counts alone, and whether these do not separate people from machines. */
export type Counted = { countsOnly: boolean; unfiltered: boolean };

export const countedIn = (
	estimates: readonly (Pick<CertaintyInput, 'why'> & { enough?: boolean })[]
): Counted => ({ countsOnly: isCountsOnly(estimates), unfiltered: isUnfiltered(estimates) });

/**
 * The sentence if all estimates come from counts alone; null if some come from events.
 *
 * @param ranks whether those without a lift still have ranks
 */
export function countsFinding(
	{ countsOnly, unfiltered }: Counted,
	ranks: 'ranked' | 'unranked'
): Statement | null {
	if (!countsOnly) return null;
	return statement(unfiltered ? `finding.unfiltered.${ranks}` : 'finding.countsOnly', {});
}

/** How many are clearly on one side of average. */
export function clearOf(estimates: readonly CertaintyInput[], side: EffectSide): number {
	return estimates.filter((estimate) => {
		const verdict = certainty(estimate);
		return verdict.certainty === 'clear' && verdict.side === side;
	}).length;
}

/**
 * How sure it is that something changed, where 0 is no change. The chance is not given, so it is read from the
 * 90 % interval, taken as that of a normal distribution.
 *
 * Returns `null` without an interval: a plain count has no mark, nor has a value that never varied. An
 * unfiltered change is never clear.
 */
export function certaintyOfChange(
	change: number | null,
	{ low, high, unfiltered }: Change
): EffectVerdict | null {
	if (change === null || low === null || high === null) return null;
	if (low === 0 && high === 0) return null;

	const sure = unfiltered ? 'leaning' : 'clear';
	if (low > 0) return { certainty: sure, side: 'above' };
	if (high < 0) return { certainty: sure, side: 'below' };

	const error = (high - low) / (2 * Z90);
	if (error > 0 && Math.abs(change) > LEANING_Z * error) {
		return { certainty: 'leaning', side: change > 0 ? 'above' : 'below' };
	}
	return unclear;
}

/** The colour of a conclusion: a CSS variable's name. */
export function tone({ side }: EffectVerdict): 'above' | 'below' | 'unclear' {
	return side ?? 'unclear';
}
