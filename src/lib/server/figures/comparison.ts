import { addDays, DAY } from '#lib/duration.ts';
import { comparisonOf, type Comparison } from '#lib/filters/comparison.ts';
import type { ArchiveIssue } from '../store/rollups/archive.ts';
import { localDate, startOfLocalDate } from '../local-date.ts';
import type { Archive } from './archive.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { newest } from './content/items.ts';

/** Why a figure is not compared with another period; worded under `compare.why.<code>`. */
export type NotComparable =
	/** there is nothing before the period */
	| 'first'
	/** no data in the period itself */
	| 'noData'
	/** no data in the other period */
	| 'noOther'
	/** the two share days */
	| 'overlap'
	/** data begin within the other period: its sum would cover less time */
	| 'partial'
	/** the periods differ in number of issues: one sum would cover more of them */
	| 'unequal'
	/** delivered has another basis */
	| 'basis'
	/** machines' clicks are filtered in only one of the two */
	| 'filtering'
	/** more of it is unknown in one of the two: one sum would cover more issues */
	| 'incomplete'
	/** an issue is still collecting clicks */
	| 'open'
	/** opens are known in only one of the two */
	| 'opens'
	/** opens are known in both, but in the other not which of them privacy proxies made */
	| 'proxies'
	/** lists do not tell who had left by then */
	| 'leavers'
	/** lists of readers end before the period does */
	| 'lists'
	/** clicks were known for less than a window */
	| 'window'
	/** the figure is unknown in the other period */
	| 'unknown';

/** What the figures of a period are compared with. */
export type Compared = {
	by: Comparison['by'];
	/** number of issues; null for figures by day */
	issues: number | null;
	/** its first and last issue, or the beginning of its first and last day: UTC milliseconds */
	from: number | null;
	to: number | null;
	/** data cover all of it */
	whole: boolean;
	/** why sums do not compare, though means may; null if they do */
	sums: NotComparable | null;
	/** why nothing compares; null if something may, or if no comparison is asked for */
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

/** The comparison without any data to compare with. */
export function nothingCompared(filters: Filters): Compared {
	const { by } = comparisonOf(filters);
	return nothing(by, null, by === 'none' ? null : 'noData');
}

/** The issues that these are compared with, oldest first, for figures by issue. */
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

/** The same number of issues before these. */
function before({ issues }: Archive, these: readonly ArchiveIssue[]): Found {
	if (these.length === 0) return 'noData';
	const first = issues.findIndex(({ id }) => id === these[0]!.id);
	const earlier = issues.slice(Math.max(0, first - these.length), Math.max(0, first));
	return earlier.length ? { issues: earlier, whole: earlier.length === these.length } : 'first';
}

/** Issues of other dates: chosen ones, or those of the period a year earlier. */
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
	// a chosen issue is compared by its own day, not by the period's dates
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
 * The days that a period is compared with, for figures by day.
 *
 * @param period its local days; without a first one it begins with the data
 * @param known the first and last local day with data
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

/** The dates to compare with; null if there are none. */
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

/** The same date a year earlier; for February 29, the 28th. */
function aYearBefore(date: string): string {
	const day = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4);
	return `${Number(date.slice(0, 4)) - 1}${day}`;
}

/** Why something known only since a day is not compared: the other period lies before it, or partly. */
export function knownPartly(since: number | null, { from }: Compared): NotComparable | null {
	return since === null || from === null || from < since ? 'partial' : null;
}
