import type { RejectCode } from '../providers/facts.ts';
import type { ReturnWhy } from '../server/figures/money/channel-rows.ts';
import type { Why } from '../server/figures/content/rows.ts';
import { m } from './compiled/messages.js';
import { createFormats } from './format.ts';
import type { Locale } from './compiled/runtime.js';
import type { TroubleCode } from '../trouble.ts';
import type { Details } from './words-in.ts';
import { words } from './words.ts';

/** What went wrong, in a sentence. */
export function troubleWords(code: TroubleCode, details: Details, locale: Locale): string {
	return words(`trouble.${code}`, details, locale);
}

/** The reasons for a topic: words of the item, and '' for its length. */
export function becauseWords(because: readonly string[], locale: Locale): string {
	return because.map((word) => word || m['manageTopics.length']({}, { locale })).join(', ');
}

/** Why a row could not be taken. */
export function rejectWords(code: RejectCode, locale: Locale): string {
	return words(`reject.${code}`, {}, locale);
}

/** Why an estimate is not given, or not ranked. */
export function whyWords(why: Why, locale: Locale): string {
	return words(`why.${why}`, {}, locale);
}

type Returned = { why: ReturnWhy | null; window: number; valueLater: number; currency: string };

/** Why a return is not given, or not called clear; empty where it is given as any other. */
export function returnWhy(row: Returned, locale: Locale): string {
	const { why, window, valueLater, currency } = row;
	if (why === null) return '';
	if (why !== 'noValue') return words(`why.${why}`, {}, locale);
	if (valueLater <= 0) return m['why.noValue']({ n: window }, { locale });
	const amount = createFormats(locale, 'UTC').money(valueLater, currency);
	return m['why.noValue.later']({ n: window, amount }, { locale });
}
