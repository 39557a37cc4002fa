import { normalQuantile, Z90 } from '#lib/measure/stats/normal.ts';
import { statement, type Statement } from './statement.ts';

/** The four marks, and which side of usual they lean to. */
export type Certainty = 'clear' | 'leaning' | 'unclear' | 'few';
export type EffectSide = 'above' | 'below' | null;
export type EffectVerdict = { certainty: Certainty; side: EffectSide };

/** A share of the weight on one side from which we say that a figure leans. */
const LEANING = 0.8;

/** The point of that share, in standard errors. */
const LEANING_Z = normalQuantile(LEANING);

const few: EffectVerdict = { certainty: 'few', side: null };
const unclear: EffectVerdict = { certainty: 'unclear', side: null };

type Interval = { low: number | null; high: number | null };

/** A change that is judged; `unfiltered` where machines may have made it, since clicks are known as totals. */
export type Change = Interval & { unfiltered?: boolean };

/** What marks and sentences ask of an estimate: both say the same of it. */
export type CertaintyInput = Interval & {
	lift: number | null;
	above: number | null;
	enough: boolean;
	why?: string | null;
};

/**
 * How sure one can be that a lift differs from usual, which is 1.
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
 * Whether it is never clear, wherever its interval lies: whether people made counts cannot be told, and
 * value that rests on few buyers may be luck.
 */
export function leansAtMost({ why }: Pick<CertaintyInput, 'why'>): boolean {
	return why === 'countsOnly' || why === 'uneven';
}

/** On which side of usual an estimate clearly lies, as its mark says; null for none. */
export function clearSide(estimate: CertaintyInput): EffectSide {
	const { certainty: sure, side } = certainty(estimate);
	return sure === 'clear' ? side : null;
}

/** Topics that count in sentences: of a guess nothing is said. */
export function confirmedOf<Topic extends { suggested?: boolean }>(
	topics: readonly Topic[]
): Topic[] {
	return topics.filter(({ suggested }) => suggested !== true);
}

/** Whether all that is told rests on counts alone. */
export function isCountsOnly(
	estimates: readonly (Pick<CertaintyInput, 'why'> & { enough?: boolean })[]
): boolean {
	if (isUnfiltered(estimates)) return true;
	const estimated = estimates.filter(({ enough }) => enough !== false);
	return estimated.length > 0 && estimated.every(({ why }) => why === 'countsOnly');
}

/** Whether some rest on totals that tell no people from machines: these have no lift at all. */
function isUnfiltered(estimates: readonly Pick<CertaintyInput, 'why'>[]): boolean {
	return estimates.some(({ why }) => why === 'unfiltered');
}

/** Whether all rests on counts alone, and whether these tell no people from machines. */
export type Counted = { countsOnly: boolean; unfiltered: boolean };

export const countedIn = (
	estimates: readonly (Pick<CertaintyInput, 'why'> & { enough?: boolean })[]
): Counted => ({ countsOnly: isCountsOnly(estimates), unfiltered: isUnfiltered(estimates) });

/**
 * What is said where all that is told rests on counts alone; null where something rests on events.
 *
 * @param ranks whether those without a lift are ranked all the same
 */
export function countsFinding(
	{ countsOnly, unfiltered }: Counted,
	ranks: 'ranked' | 'unranked'
): Statement | null {
	if (!countsOnly) return null;
	return statement(unfiltered ? `finding.unfiltered.${ranks}` : 'finding.countsOnly', {});
}

/** How many are clearly on one side of usual. */
export function clearOf(estimates: readonly CertaintyInput[], side: EffectSide): number {
	return estimates.filter((estimate) => {
		const verdict = certainty(estimate);
		return verdict.certainty === 'clear' && verdict.side === side;
	}).length;
}

/**
 * How sure one can be that something changed, whose usual is 0. The chance is not given, so it is
 * read off the 90 % interval, taken as that of a normal distribution.
 *
 * Returns `null` where there is no interval: a plain count bears no mark, nor does what never varied. What
 * is unfiltered is never clear.
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

/** The colour that a conclusion has earned: a CSS variable's name. */
export function tone({ side }: EffectVerdict): 'above' | 'below' | 'unclear' {
	return side ?? 'unclear';
}
