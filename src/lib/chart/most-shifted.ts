export type ShareShift = {
	name: string;
	/** shares, 0..1 */
	items: number;
	clicks: number;
	tone: 'above' | 'below' | 'unclear';
};

/**
 * Whether the colour of a row says another side than its shares do: it is the lift's, of a typical item
 * apart from its other topics, and shares are sums.
 */
export function isTurned({ items, clicks, tone }: ShareShift): boolean {
	return (tone === 'above' && clicks < items) || (tone === 'below' && clicks > items);
}

/** Whether shares say what to write more and less of: no topic whose lift is not at least likely does. */
export function isAdvice(rows: readonly Pick<ShareShift, 'tone'>[]): boolean {
	return rows.some(({ tone }) => tone !== 'unclear');
}

/**
 * So many topics whose share of the clicks is furthest from that of their items: as many to write more of
 * as less of, where there are, from the most to the least.
 */
export function mostShifted<Row extends Pick<ShareShift, 'items' | 'clicks'>>(
	rows: readonly Row[],
	most: number
): Row[] {
	const off = ({ items, clicks }: Row) => clicks - items;
	const furthest = rows.toSorted((a, b) => Math.abs(off(b)) - Math.abs(off(a)));
	const [more, less] = [
		furthest.filter((row) => off(row) > 0),
		furthest.filter((row) => off(row) <= 0)
	];
	const half = Math.ceil(most / 2);
	const ofMore = more.slice(0, Math.max(half, most - less.length));
	const ofLess = less.slice(0, most - ofMore.length);
	return [...ofMore, ...ofLess].sort((a, b) => off(b) - off(a));
}
