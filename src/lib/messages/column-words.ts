import type { Locale } from './compiled/runtime.js';
import { words } from './words.ts';

/** Files of money: what they call a campaign is what was advertised, and no send. */
const ofMoney = new Set(['spend', 'value']);

/**
 * What a column of a file is called, by what it means there.
 *
 * @param role null for one that is read as its name says
 * @param kind what the file holds rows of; anything else where that is not known yet
 * @example columnWords('campaign', 'clicks', 'en') // => 'send'
 * @example columnWords('campaign', 'spend', 'en') // => 'campaign'
 */
export function columnWords(role: string | null, kind: string, locale: Locale): string {
	if (role === null) return words('card.byName', {}, locale);
	const isAdvertised = role === 'campaign' && ofMoney.has(kind);
	return words(isAdvertised ? 'column.campaign.money' : `column.${role}`, {}, locale);
}
