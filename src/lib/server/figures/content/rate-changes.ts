import { changeOfPeriods } from '#lib/measure/stats/change-of-means.ts';
import { ratioValues, type RatioPart } from '#lib/measure/stats/ratio-values.ts';
import { FEWEST_PEOPLE } from '#lib/small-cells.ts';
import type { ArchiveItem } from '../../store/rollups/archive.ts';
import type { Archive } from '../archive.ts';
import type { NotComparable } from '../comparison.ts';
import { unchanged, type RowChange } from '../row-change.ts';
import type { Chosen } from './chosen.ts';
import { itemDelivered } from '../../store/rollups/delivered.ts';
import { isOpen } from './issues.ts';
import { isUnfiltered } from './issue-keys.ts';
import { layerOf, ratesUnlike } from './item-keys.ts';
import { newest } from './items.ts';
import type { GroupAmounts } from './rows.ts';

type Group = Pick<GroupAmounts, 'clickers' | 'rawRate'>;

/** Rows of two periods, and the rows to which an item belongs. */
export type TwoOfItems<Row> = {
	rows: readonly Row[];
	others: readonly Row[];
	idOf(row: Row): number;
	idsOf(item: ArchiveItem): readonly number[];
};

/**
 * Adds to rows without a lift how their click rate moved; rows stay as they are if no rate is known. Whatever
 * keeps the mean rate of all items from being compared also applies to rows.
 */
export function withRateChanges<Row extends Group>(
	archive: Archive,
	{ now, before }: Record<'now' | 'before', Chosen>,
	{ rows, others, idOf, idsOf }: TwoOfItems<Row>
): (Row & { rateChange?: RowChange | null })[] {
	if (![...rows, ...others].some(({ rawRate }) => rawRate !== null)) return [...rows];
	const dataUpTo = newest(archive.issues);
	const why = ratesUnlike([now, before], dataUpTo);
	const unfiltered = isUnfiltered(now.issues.map(layerOf));
	const [parts, earlier] = [now, before].map((chosen) => partsOf(chosen, idsOf, dataUpTo));
	const known = new Map(others.map((row) => [idOf(row), row]));
	return rows.map((row) => {
		const id = idOf(row);
		const both = [parts!.get(id), earlier!.get(id)];
		const change = changeOf(row, known.get(id), both, why);
		return { ...row, rateChange: change && unfiltered ? { ...change, unfiltered } : change };
	});
}

function changeOf(
	row: Group,
	other: Group | undefined,
	[parts, earlier]: (Parts | undefined)[],
	why: NotComparable | null
): RowChange | null {
	if (row.rawRate === null || (row.rawRate === 0 && !other?.rawRate)) return null;
	if (why !== null) return unchanged(why);
	if (!other) return unchanged('new');
	if (other.rawRate === null || !parts || !earlier) return unchanged('unknown');
	if ([row, other].some(({ clickers }) => clickers !== null && clickers < FEWEST_PEOPLE))
		return unchanged('few');
	if (parts.isOpen || earlier.isOpen) return unchanged('open');
	const moved = changeOfPeriods(ratioValues(earlier.issues), ratioValues(parts.issues));
	if (!moved || moved.low === null || moved.high === null) return unchanged('few', other.rawRate);
	const { low, high } = moved;
	// the difference of the rates as shown, so that the three numbers agree to the digit
	const change = row.rawRate - other.rawRate;
	return { before: other.rawRate, change, low, high, above: null, why: null };
}

/**
 * What a group's items got in each issue, and of how many readers; and whether one of these is still
 * collecting clicks.
 */
type Parts = { issues: RatioPart[]; isOpen: boolean };

function partsOf(
	{ issues, items }: Chosen,
	idsOf: (item: ArchiveItem) => readonly number[],
	dataUpTo: number | null
): Map<number, Parts> {
	const sums = new Map<number, Map<number, RatioPart>>();
	const known = new Map(issues.map((issue) => [issue.id, issue]));
	for (const item of items) {
		const got = item.rollup?.clickers;
		const of = itemDelivered(item, known.get(item.issueId));
		if (typeof got !== 'number' || !of) continue;
		for (const id of idsOf(item)) {
			const byIssue = sums.get(id) ?? new Map<number, RatioPart>();
			sums.set(id, byIssue);
			const sum = byIssue.get(item.issueId) ?? { got: 0, of: 0 };
			byIssue.set(item.issueId, { got: sum.got + got, of: sum.of + of });
		}
	}
	return new Map(
		[...sums].map(([id, byIssue]) => [
			id,
			{
				// in order of time, for their serial correlation
				issues: issues.flatMap((issue) => byIssue.get(issue.id) ?? []),
				isOpen: [...byIssue.keys()].some((issue) => isOpen(known.get(issue)!, dataUpTo))
			}
		])
	);
}
