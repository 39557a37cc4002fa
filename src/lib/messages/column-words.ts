import type { Locale } from './compiled/runtime.js';
import { words } from './words.ts';

/** Files of money: what they call a campaign is what was advertised, and no send. */
const ofMoney = new Set(['spend', 'value']);

/**
 * What a column of a file is called, by what it means there.
 *
 * @param kind what the file holds rows of; anything else where that is not known yet
 * @example columnWords('campaign', 'clicks', 'en') // => 'send'
 * @example columnWords('campaign', 'spend', 'en') // => 'campaign'
 */
export function columnWords(role: string, kind: string, locale: Locale): string {
	const isAdvertised = role === 'campaign' && ofMoney.has(kind);
	return words(isAdvertised ? 'column.campaign.money' : `column.${role}`, {}, locale);
}
