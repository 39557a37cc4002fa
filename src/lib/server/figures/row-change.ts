import { FEWEST_PEOPLE } from '#lib/small-cells.ts';
import type { NotComparable } from './comparison.ts';

/**
 * Why a row has no change: it has nothing in the other period, too little is known of it in either of the
 * two, or what keeps a key figure from being compared.
 */
export type RowWhy = NotComparable | 'new' | 'few';

/** What a number of a row was in the period that it is compared with, and how it moved. */
export type RowChange = {
	/** as that period has it by itself; null where it has none, or too little */
	before: number | null;
	/** of a lift the ratio of the two, of anything else the difference */
	change: number | null;
	/** ends of the change's 90 % interval; null for what is counted */
	low: number | null;
	high: number | null;
	/** chance that it went up, 0..1; null without an interval */
	above: number | null;
	/** why there is no change; null where there is one */
	why: RowWhy | null;
	/** clicks are known as totals alone, which machines may have moved: no change is clear */
	unfiltered?: true;
};

/** A row that is not compared, with why. */
export function unchanged(why: RowWhy, before: number | null = null): RowChange {
	return { before, change: null, low: null, high: null, above: null, why };
}

/**
 * How a number that is counted moved: without an interval, since nobody knows how it would vary by itself.
 *
 * @param other the same row of the other period; undefined where it has none
 * @param few whether either rests on too few people to be held against the other
 */
function countedChange(
	value: number | null,
	other: { value: number | null } | undefined,
	why: NotComparable | null,
	few: boolean
): RowChange | null {
	// of nothing now and nothing then there is nothing to say
	if (value === null || (value === 0 && !other?.value)) return null;
	if (why !== null) return unchanged(why);
	if (!other) return unchanged('new');
	if (few) return unchanged('few');
	if (other.value === null) return unchanged('unknown');
	const before = other.value;
	return { before, change: value - before, low: null, high: null, above: null, why: null };
}

/** What a row is called in both periods, and how many people it rests on. */
type Known<Row> = { nameOf(row: Row): string | number; peopleOf(row: Row): number | null };

/**
 * Rows with how numbers of theirs that are counted moved from the other period. Of fewer than five people
 * in either nothing is said.
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
