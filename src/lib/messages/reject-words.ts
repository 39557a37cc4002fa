import type { Locale } from './compiled/runtime.js';
import { words } from './words.ts';

/** Why a row could not be taken, of a `RejectCode` as an import has stored it. */
export function rejectWords(code: string, locale: Locale): string {
	return words(`reject.${code}`, {}, locale);
}
