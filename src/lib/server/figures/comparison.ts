import { DAY } from '#lib/duration.ts';
import type { ArchiveIssue } from '../store/rollups/archive.ts';
import { localDate } from '../local-date.ts';
import type { Archive } from './archive.ts';
import type { Filters } from './filters.ts';

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

/**
 * The dates of what a period is held against, for figures that go by days and not by issues: from the
 * first of those issues until the period itself begins, or a year earlier until the last of them.
 *
 * @returns null where there is nothing to hold it against
 */
export function filtersBefore(
	filters: Filters,
	comparison: Comparison,
	{ these, compared }: Record<'these' | 'compared', readonly ArchiveIssue[]>,
	zone: string
): Filters | null {
	const day = (issue: ArchiveIssue | undefined) =>
		issue && issue.sentAt !== null ? localDate(issue.sentAt, zone) : null;
	const [from, last, next] = [day(compared[0]), day(compared.at(-1)), day(these[0])];
	if (from === null || last === null || next === null) return null;
	const eve = new Date(Date.parse(next) - DAY).toISOString().slice(0, 10);
	return { ...filters, last: null, issue: null, from, to: comparison === 'year' ? last : eve };
}

/** Dates are compared as text, so that the 29th of February may name a day that year has not. */
function aYearBefore(date: string): string {
	return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}
