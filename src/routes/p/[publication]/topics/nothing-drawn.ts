import { m } from '#lib/messages/compiled/messages.js';
import type { Estimate } from '#lib/server/figures/content/rows.ts';

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

/**
 * What a trend is missing: a lift for another reason than few items, items enough of one, at all or in a
 * second period, or clicks in one.
 */
export function noTrend(
	rows: readonly Pick<Estimate, 'enough' | 'why'>[],
	of: 'lift' | 'rate'
): string {
	if (of === 'rate') return m['empty.trend.text']();
	if (rows.some(({ enough }) => enough)) return m['empty.trend.lift']();
	const isOfFew = rows.every(({ why }) => why === null || why === 'fewItems');
	return isOfFew ? m['empty.trend.few']() : m['empty.trend.unsaid']();
}
