import type { Compared, NotComparable } from '../comparison.ts';
import { countedFigure, withMissing, type KeyFigure } from '../key-figures.ts';
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

/**
 * The same beside the items of the period that it is compared with.
 *
 * @param valuedSince the beginning of the first local day that value of an item is known of
 */
export function editorialKeys(
	now: EditorialRow,
	before: EditorialRow,
	compared: Compared,
	{ valuedSince, clicks }: { valuedSince: number | null; clicks: NotComparable | null }
): EditorialKeys {
	const figure = (pick: (of: EditorialRow) => number | null, why: NotComparable | null) =>
		countedFigure(pick(now), pick(before), compared, why);
	const partial = compared.whole ? null : ('partial' as const);
	const isValuedPartly =
		valuedSince === null || compared.from === null || compared.from < valuedSince;
	const unvalued = isValuedPartly ? ('partial' as const) : null;
	const costless = now.cost === null;
	return {
		items: figure(({ items }) => items, partial),
		cost: costless ? null : figure(({ cost }) => cost, partial),
		costPerClicker: costless
			? null
			: withMissing(
					figure(({ costPerClicker }) => costPerClicker, clicks),
					now.costedClickers === null ? 'clicks' : 'nobodyClicked'
				),
		value: figure(({ value }) => value, partial ?? unvalued),
		valuePerItem: figure(({ valuePerItem }) => valuePerItem, unvalued),
		valueReturn: costless ? null : figure((row) => row.return, unvalued)
	};
}
