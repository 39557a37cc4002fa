import { comparisonOf } from '../filters/comparison.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

/** What is asked to be compared with, as short as a chip: `vs. last year`, `vs. 1 Jan – 31 Mar 2025`. */
export function comparisonWords(filters: { compare: string | null }, formats: Formats): string {
	const asked = comparisonOf(filters);
	if (asked.by !== 'custom') return m[`compare.chip.${asked.by}`]({}, formats);
	const [from, to] = [formats.onDay(asked.from), formats.onDay(asked.to)];
	const range = asked.from === asked.to ? formats.day(from) : formats.period(from, to);
	return m['compare.chip.custom']({ range }, formats);
}
