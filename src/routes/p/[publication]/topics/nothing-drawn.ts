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

/** What a trend is missing: items enough of a lift, at all or in a second period, or clicks in one. */
export function noTrend(rows: readonly { enough: boolean }[], of: 'lift' | 'rate'): string {
	if (of === 'rate') return m['empty.trend.text']();
	return rows.some(({ enough }) => enough) ? m['empty.trend.lift']() : m['empty.trend.few']();
}
