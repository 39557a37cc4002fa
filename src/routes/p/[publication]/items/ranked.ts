import type { ItemRow } from '#lib/server/figures/content/rows.ts';

/** What is not known stands last. */
function by(value: (item: ItemRow) => number | null) {
	return (a: ItemRow, b: ItemRow) => (value(b) ?? -Infinity) - (value(a) ?? -Infinity) || 0;
}

/** By the most that is known: lift, rank, raw rate, clickers. Equal items stay as they stand in their issues. */
export function ranked(items: readonly ItemRow[]): ItemRow[] {
	if (items.some(({ lift }) => lift !== null))
		return [...items].sort(by(({ lift, enough }) => (enough ? lift : null)));
	if (items.some(({ rank }) => rank !== null))
		return [...items].sort(by(({ rank }) => (rank === null ? null : -rank)));
	return items.some(({ rawRate }) => rawRate !== null)
		? [...items].sort(by(({ rawRate }) => rawRate))
		: [...items].sort(by(({ clickers }) => clickers));
}
