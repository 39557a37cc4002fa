import type { ReturnWhy } from '../server/figures/money/channel-rows.ts';
import type { Why } from '../server/figures/content/rows.ts';
import { m } from './compiled/messages.js';
import { createFormats } from './format.ts';
import type { Locale } from './compiled/runtime.js';
import { words } from './words.ts';

/** Why an estimate is not given, or not ranked. */
export function whyWords(why: Why, locale: Locale): string {
	return words(`why.${why}`, {}, locale);
}

type Returned = {
	why: ReturnWhy | null;
	window: number;
	valueLater: number | null;
	currency: string;
};

/** Why a return is not given, or not called clear; empty where it is given as any other. */
export function returnWhy(row: Returned, locale: Locale): string {
	const { why, window, valueLater, currency } = row;
	if (why === null) return '';
	if (why === 'refundedLater') return m['why.refundedLater']({ n: window }, { locale });
	if (why !== 'noValue') return words(`why.${why}`, {}, locale);
	if (valueLater === null || valueLater <= 0) return m['why.noValue']({ n: window }, { locale });
	const amount = createFormats(locale, 'UTC').money(valueLater, currency);
	return m['why.noValue.later']({ n: window, amount }, { locale });
}
