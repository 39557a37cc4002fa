import { m } from './compiled/messages.js';
import { getLocale, type Locale } from './compiled/runtime.js';

/** What the framework says of an error to which nobody gave words: English, and a number. */
const FRAMEWORKS = /^Error: \d+$/;

/** Whether the words of an error are the framework's, and say nothing to who reads them. */
export function isFrameworks(message: string): boolean {
	return FRAMEWORKS.test(message);
}

/** What is said of a status where nothing else is known of what went wrong. */
export function statusWords(status: number, locale: Locale = getLocale()): string {
	const key = status === 404 ? 'missing' : status < 500 ? 'refused' : 'unforeseen';
	return m[`error.${key}`]({}, { locale });
}
