import { knownPartly, type Compared, type NotComparable } from '../comparison.ts';
import {
	countedFigure,
	sumByIssue,
	summedFigure,
	withMissing,
	type KeyFigure
} from '../key-figures.ts';
import { withCountedChanges } from '../row-change.ts';
import type { EditorialRow } from './editorial.ts';

/** What a period's editorial items cost and brought, in minor units; costs are null where none is entered. */
export type EditorialKeys = {
	items: KeyFigure;
	cost: KeyFigure | null;
	costPerClicker: KeyFigure | null;
	value: KeyFigure;
	valuePerItem: KeyFigure;
	valueReturn: KeyFigure | null;
};

/** What items of a period cost and brought: together, and each by itself with its issue. */
type OfPeriod = {
	all: EditorialRow;
	issues: readonly { id: number }[];
	items: readonly { issueId: number; cost: number | null; value: number }[];
};

/** What is known of both periods: since when value is, and why clicks of the two do not compare. */
type Known = { valuedSince: number | null; clicks: NotComparable | null };

/**
 * The same beside the items of the period that it is compared with.
 *
 * @param valuedSince the beginning of the first local day that value of an item is known of
 */
export function editorialKeys(
	now: OfPeriod,
	before: OfPeriod,
	compared: Compared,
	{ valuedSince, clicks }: Known
): EditorialKeys {
	const figure = (pick: (of: EditorialRow) => number | null, why: NotComparable | null) =>
		countedFigure(pick(now.all), pick(before.all), compared, why);
	const summed = (
		pick: (of: EditorialRow) => number | null,
		amountOf: (item: OfPeriod['items'][number]) => number,
		why: NotComparable | null = null
	) => {
		const byIssue = ({ issues, items }: OfPeriod) => sumByIssue(issues, items, amountOf);
		return summedFigure(
			{
				value: pick(now.all),
				before: pick(before.all),
				byIssue: () => ({ now: byIssue(now), before: byIssue(before) })
			},
			compared,
			why
		);
	};
	const unvalued = knownPartly(valuedSince, compared);
	const costless = now.all.cost === null;
	return {
		items: summed(
			({ items }) => items,
			() => 1
		),
		cost: costless
			? null
			: summed(
					(row) => row.cost,
					({ cost }) => cost ?? 0
				),
		costPerClicker: costless
			? null
			: withMissing(
					figure(({ costPerClicker }) => costPerClicker, clicks),
					now.all.costedClickers === null ? 'clicks' : 'nobodyClicked'
				),
		value: summed(
			(row) => row.value,
			({ value }) => value,
			unvalued
		),
		valuePerItem: figure(({ valuePerItem }) => valuePerItem, unvalued),
		valueReturn: costless ? null : figure((row) => row.return, unvalued)
	};
}

/**
 * Topics, or sections, with how their value, that per item, and what a clicker of them cost moved from the
 * other period; as they are where nothing is compared. Of fewer than five clickers in either nothing is said.
 */
export function editorialChanges(
	rows: readonly EditorialRow[],
	others: readonly EditorialRow[],
	compared: Compared,
	{ valuedSince, clicks }: Known
): EditorialRow[] {
	if (compared.by === 'none' || compared.why !== null) return [...rows];
	const unvalued = knownPartly(valuedSince, compared);
	const known = {
		nameOf: ({ id }: EditorialRow) => id,
		peopleOf: (row: EditorialRow) => row.clickers
	};
	return withCountedChanges(rows, others, known, (changeOf) => ({
		valueChange: changeOf(({ value }) => value, compared.sums ?? unvalued),
		valuePerItemChange: changeOf(({ valuePerItem }) => valuePerItem, unvalued),
		costChange: changeOf(({ costPerClicker }) => costPerClicker, clicks)
	}));
}
