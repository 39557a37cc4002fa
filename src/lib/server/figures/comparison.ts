import type { ArchiveIssue } from '../store/archive.ts';
import { localDate } from '../local-date.ts';
import type { Archive } from './archive.ts';

export const comparisons = ['before', 'year', 'none'] as const;

/** What a period is held against: as many issues just before it, the same dates a year earlier, or nothing. */
export type Comparison = (typeof comparisons)[number];

/** The issues that these are compared to, oldest first; none where there are none. */
export function comparedTo(
	{ issues }: Archive,
	these: readonly ArchiveIssue[],
	comparison: Comparison,
	zone: string
): ArchiveIssue[] {
	if (comparison === 'none') return [];
	if (comparison === 'before') {
		const first = issues.findIndex(({ id }) => id === these[0]?.id);
		return first <= 0 ? [] : issues.slice(Math.max(0, first - these.length), first);
	}

	const dates = these.flatMap(({ sentAt }) => (sentAt === null ? [] : localDate(sentAt, zone)));
	const [from, to] = [dates[0], dates.at(-1)].map((date) => date && aYearBefore(date));
	if (!from || !to) return [];
	const own = new Set(these.map(({ id }) => id));
	return issues.filter(({ id, sentAt }) => {
		if (sentAt === null || own.has(id)) return false;
		const day = localDate(sentAt, zone);
		return day >= from && day <= to;
	});
}

/** Dates are compared as text, so that the 29th of February may name a day that year has not. */
function aYearBefore(date: string): string {
	return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}
