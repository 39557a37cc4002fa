import { FEWEST_PEOPLE } from '#lib/small-cells.ts';
import type { NotComparable } from './comparison.ts';

/**
 * Why a row has no change: it is missing in the other period, there is too little data in either, or the key
 * figure is not comparable.
 */
export type RowWhy = NotComparable | 'new' | 'few';

/** A number of a row in the period that it is compared with, and its change. */
export type RowChange = {
	/** as that period shows it; null if it has none, or too little data */
	before: number | null;
	/** the ratio for a lift, the difference for anything else */
	change: number | null;
	/** ends of the change's 90 % interval; null for counts */
	low: number | null;
	high: number | null;
	/** chance that it went up, 0..1; null without an interval */
	above: number | null;
	/** why there is no change; null if there is one */
	why: RowWhy | null;
	/** clicks are known only as totals, which machines may have moved: no change is clear */
	unfiltered?: true;
};

/** A row's change that is not given, with the reason. */
export function unchanged(why: RowWhy, before: number | null = null): RowChange {
	return { before, change: null, low: null, high: null, above: null, why };
}

/**
 * The change of a count: without an interval, since nobody knows how it would vary by chance.
 *
 * @param other the same row of the other period; undefined if it is missing there
 * @param few whether either rests on too few people to be compared
 */
function countedChange(
	value: number | null,
	other: { value: number | null } | undefined,
	why: NotComparable | null,
	few: boolean
): RowChange | null {
	// nothing now and nothing before: there is no change to show
	if (value === null || (value === 0 && !other?.value)) return null;
	if (why !== null) return unchanged(why);
	if (!other) return unchanged('new');
	if (few) return unchanged('few');
	if (other.value === null) return unchanged('unknown');
	const before = other.value;
	return { before, change: value - before, low: null, high: null, above: null, why: null };
}

/** What identifies a row in both periods, and how many people it rests on. */
type Known<Row> = { nameOf(row: Row): string | number; peopleOf(row: Row): number | null };

/**
 * Adds to rows how their counts changed since the other period. With fewer than five people in either period
 * there is no change.
 *
 * @param changesBy the changes of a row, by what tells one of them: the number, and what keeps all rows' from
 *   being compared
 */
export function withCountedChanges<Row, Changes extends object>(
	rows: readonly Row[],
	others: readonly Row[],
	{ nameOf, peopleOf }: Known<Row>,
	changesBy: (
		changeOf: (pick: (row: Row) => number | null, why: NotComparable | null) => RowChange | null
	) => Changes
): (Row & Changes)[] {
	const known = new Map(others.map((row) => [nameOf(row), row]));
	return rows.map((row) => {
		const other = known.get(nameOf(row));
		const people = [peopleOf(row), other === undefined ? null : peopleOf(other)];
		const isFew = people.some((n) => n !== null && n < FEWEST_PEOPLE);
		const changes = changesBy((pick, why) =>
			countedChange(pick(row), other && { value: pick(other) }, why, isFew)
		);
		return { ...row, ...changes };
	});
}
