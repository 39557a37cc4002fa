import { isDay } from '../is-day.ts';

/** What a period may be compared with by name; dates of one's own are written `2025-01-01..2025-03-31`. */
export const comparisons = ['before', 'year', 'none'] as const;

/** A period as long just before, the same dates a year earlier, nothing, or inclusive local dates. */
export type Comparison =
	| { by: (typeof comparisons)[number] }
	| { by: 'custom'; from: string; to: string };

/** How dates of one's own are written, to show. */
export const comparisonDates = '2025-01-01..2025-03-31';

/** What addresses, options and the API may say, as a regular expression. */
export const comparisonPattern = `^(${comparisons.join('|')}|\\d{4}-\\d{2}-\\d{2}\\.\\.\\d{4}-\\d{2}-\\d{2})$`;

/** The text itself where it names a comparison; null for what makes no sense. */
export function readComparison(text: string): string | null {
	if (comparisons.some((one) => one === text)) return text;
	const [from, to, ...more] = text.split('..');
	const isRange = from && to && more.length === 0 && isDay(from) && isDay(to) && from <= to;
	return isRange ? text : null;
}

/**
 * What a period is compared with: the one before it, unless something else is asked for.
 *
 * @example comparisonOf({ compare: '2025-01-01..2025-03-31' })
 * // => { by: 'custom', from: '2025-01-01', to: '2025-03-31' }
 */
export function comparisonOf({ compare }: { compare: string | null }): Comparison {
	const named = comparisons.find((one) => one === compare);
	if (compare === null || named) return { by: named ?? 'before' };
	const [from = '', to = ''] = compare.split('..');
	return { by: 'custom', from, to };
}
