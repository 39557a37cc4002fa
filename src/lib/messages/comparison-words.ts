import { comparisonOf } from '../filters/comparison.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

/** What is asked to be compared with, as short as a chip: `vs. last year`, `vs. 1 Jan – 31 Mar 2025`. */
export function comparisonWords(filters: { compare: string | null }, formats: Formats): string {
	const asked = comparisonOf(filters);
	if (asked.by !== 'custom') return m[`compare.chip.${asked.by}`]({}, formats);
	// a local date is said as it is, whatever the zone: noon is the same day in most of them
	const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);
	const { from, to } = asked;
	const range = from === to ? formats.day(noon(from)) : formats.period(noon(from), noon(to));
	return m['compare.chip.custom']({ range }, formats);
}
