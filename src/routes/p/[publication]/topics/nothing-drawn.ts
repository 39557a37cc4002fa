import { m } from '#lib/messages/compiled/messages.js';

/**
 * What is missing where supply and demand draws no topic: clicks, items that are compared, or anybody who
 * clicked.
 *
 * @param clickers of all items; null where nobody's clicks are known
 */
export function nothingDrawn(
	topics: readonly { compared: number | null }[],
	clickers: number | null
): string {
	if (clickers === null) return m['empty.clicks.text']();
	if (topics.every(({ compared }) => compared === 0)) return m['topics.supply.none']();
	return m['empty.nobody.text']();
}

/** What a trend is missing: items enough of a lift, or clicks in a second period. */
export function noTrend(rows: readonly { enough: boolean }[], of: 'lift' | 'rate'): string {
	const isThin = of === 'lift' && !rows.some(({ enough }) => enough);
	return isThin ? m['empty.trend.few']() : m['empty.trend.text']();
}
