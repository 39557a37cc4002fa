import { addDays, DAY } from '#lib/duration.ts';
import { comparisonOf, type Comparison } from '#lib/filters/comparison.ts';
import type { ArchiveIssue } from '../store/rollups/archive.ts';
import { localDate, startOfLocalDate } from '../local-date.ts';
import type { Archive } from './archive.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { newest } from './content/items.ts';

/** Why a figure is not held against that of another period; their words are `compare.why.<code>`. */
export type NotComparable =
	/** nothing lies before the period */
	| 'first'
	/** no data in the period itself */
	| 'noData'
	/** no data in the other */
	| 'noOther'
	/** the two share days */
	| 'overlap'
	/** data begin within the other: a sum of it would be of less time */
	| 'partial'
	/** the two have unequal numbers of issues: sums are of more issues in one than in the other */
	| 'unequal'
	/** delivered is known in another way */
	| 'basis'
	/** machines' clicks are set aside in one and not in the other */
	| 'filtering'
	/** an issue still collects clicks */
	| 'open'
	/** opens are known in one alone */
	| 'opens'
	/** opens are known in both, and not which of them privacy proxies made in the other */
	| 'proxies'
	/** lists do not say who had left by then */
	| 'leavers'
	/** clicks were known for less than a window */
	| 'window'
	/** the figure is not known there */
	| 'unknown';

/** What the figures of a period are compared with. */
export type Compared = {
	by: Comparison['by'];
	/** how many issues; null for figures that go by days */
	issues: number | null;
	/** its first and last issue, or the beginning of its first and last day: UTC milliseconds */
	from: number | null;
	to: number | null;
	/** data reach over all of it */
	whole: boolean;
	/** why sums do not compare, though means may; null where they do */
	sums: NotComparable | null;
	/** why nothing compares; null where something may, and where nothing is to be compared */
	why: NotComparable | null;
};

type Days = { from: string; to: string };

const nothing = (by: Comparison['by'], issues: 0 | null, why: NotComparable | null): Compared => ({
	by,
	issues,
	from: null,
	to: null,
	whole: false,
	sums: null,
	why
});

/** Where there is no data that a comparison could go by. */
export function nothingCompared(filters: Filters): Compared {
	const { by } = comparisonOf(filters);
	return nothing(by, null, by === 'none' ? null : 'noData');
}

/** The issues that these are compared with, oldest first, for figures that go by issues. */
export function otherIssues(
	archive: Archive,
	these: readonly ArchiveIssue[],
	filters: Filters,
	zone: string
): { issues: ArchiveIssue[]; compared: Compared } {
	const { by } = comparisonOf(filters);
	if (by === 'none') return { issues: [], compared: nothing(by, 0, null) };
	const others = by === 'before' ? before(archive, these) : within(archive, these, filters, zone);
	if (typeof others === 'string') return { issues: [], compared: nothing(by, 0, others) };

	const { issues, whole } = others;
	const [from, to] = [issues[0]?.sentAt ?? null, issues.at(-1)?.sentAt ?? null];
	const sums = !whole ? 'partial' : issues.length !== these.length ? 'unequal' : null;
	return { issues, compared: { by, issues: issues.length, from, to, whole, sums, why: null } };
}

type Found = { issues: ArchiveIssue[]; whole: boolean } | NotComparable;

/** As many issues just before. */
function before({ issues }: Archive, these: readonly ArchiveIssue[]): Found {
	if (these.length === 0) return 'noData';
	const first = issues.findIndex(({ id }) => id === these[0]!.id);
	const earlier = issues.slice(Math.max(0, first - these.length), Math.max(0, first));
	return earlier.length ? { issues: earlier, whole: earlier.length === these.length } : 'first';
}

/** Issues of other dates: of one's own, or those of the period a year earlier. */
function within(
	archive: Archive,
	these: readonly ArchiveIssue[],
	filters: Filters,
	zone: string
): Found {
	const dates = (issues: readonly ArchiveIssue[]) =>
		issues.flatMap(({ sentAt }) => (sentAt === null ? [] : localDate(sentAt, zone)));
	const [first, last] = [dates(these)[0], dates(these).at(-1)];
	if (!first || !last) return 'noData';

	const dataUpTo = newest(archive.issues);
	const until = dataUpTo === null ? last : localDate(dataUpTo, zone);
	const { from, to } = filters.last === null ? filters : { from: null, to: null };
	const period = { from: from ?? first, to: to === null || to > until ? last : to };
	// one issue of a period is held against issues of its own day
	const other = otherDates(filters.issue === null ? period : { from: first, to: last }, filters);
	if (other === null || shares(period, other)) return 'overlap';

	const issues = archive.issues.filter(({ sentAt }) => {
		const day = sentAt === null ? '' : localDate(sentAt, zone);
		return day >= other.from && day <= other.to;
	});
	const begin = dates(archive.issues)[0]!;
	return issues.length ? { issues, whole: other.from >= begin } : 'noOther';
}

/**
 * The days that a period is compared with, for figures that go by days and not by issues.
 *
 * @param period its local days; it begins with all data where it has no first
 * @param known the first and last local day that data tell of
 */
export function otherDays(
	period: { from: string | null; to: string },
	known: Days,
	filters: Filters,
	zone: string
): { filters: Filters | null; compared: Compared } {
	const { by } = comparisonOf(filters);
	const none = (why: NotComparable | null) => ({
		filters: null,
		compared: nothing(by, null, why)
	});
	if (by === 'none') return none(null);
	const { from, to } = period;
	if (from === null) return none(by === 'before' ? 'first' : 'overlap');
	if (from > known.to) return none('noData');
	const other = otherDates({ from, to }, filters);
	if (other === null || shares({ from, to }, other)) return none('overlap');
	if (other.to < known.from) return none(by === 'before' ? 'first' : 'noOther');
	if (other.from > known.to) return none('noOther');

	const whole = other.from >= known.from && other.to <= known.to;
	return {
		filters: { ...filters, ...other, last: null, issue: null, compare: 'none' },
		compared: {
			by,
			issues: null,
			whole,
			sums: whole ? null : 'partial',
			why: null,
			from: startOfLocalDate(other.from, zone),
			to: startOfLocalDate(other.to, zone)
		}
	};
}

const shares = (one: Days, other: Days) => one.from <= other.to && other.from <= one.to;

/** The dates that others are compared with; null where that is nothing. */
function otherDates({ from, to }: Days, filters: Filters): Days | null {
	const wanted = comparisonOf(filters);
	switch (wanted.by) {
		case 'custom':
			return { from: wanted.from, to: wanted.to };
		case 'year':
			return { from: aYearBefore(from), to: aYearBefore(to) };
		case 'before':
			return { from: addDays(from, -(daysBetween(from, to) + 1)), to: addDays(from, -1) };
		case 'none':
			return null;
	}
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;

/** The same day of the year before; of a 29th of February the 28th. */
function aYearBefore(date: string): string {
	const day = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4);
	return `${Number(date.slice(0, 4)) - 1}${day}`;
}

/** Why what is known since a day only is not compared: of the other period, or a part of it, it is unknown. */
export function knownPartly(since: number | null, { from }: Compared): NotComparable | null {
	return since === null || from === null || from < since ? 'partial' : null;
}
