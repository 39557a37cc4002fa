import type { TroubleCode } from '../trouble.ts';
import type { Locale } from './compiled/runtime.js';
import type { Details } from './words-in.ts';
import { words } from './words.ts';

/** What went wrong, in a sentence. A page that imports this has all 150 of them sent along. */
export function troubleWords(code: TroubleCode, details: Details, locale: Locale): string {
	return words(`trouble.${code}`, details, locale);
}
