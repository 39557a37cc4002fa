import type { TroubleCode } from '../trouble.ts';
import type { Locale } from './compiled/runtime.js';
import { createFormats } from './format.ts';
import type { Details } from './words-in.ts';
import { words } from './words.ts';

/** A day as files and forms write it. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What went wrong, in a sentence. A page that imports this has all 150 of them sent along. */
export function troubleWords(code: TroubleCode, details: Details, locale: Locale): string {
	const formats = createFormats(locale, 'UTC');
	// what somebody typed is repeated as it was typed
	const said = Object.entries(details).map(([name, value]) => [
		name,
		name !== 'given' && typeof value === 'string' && DAY.test(value)
			? formats.day(Date.parse(value))
			: value
	]);
	return words(`trouble.${code}`, Object.fromEntries(said), locale);
}
