import type { Locale } from './compiled/runtime.js';

export type Details = Record<string, string | number>;

export type Message = (details: Details, options: { locale: Locale }) => string;

/** The words of one of these messages; the key where none has it, so that a screen shows something to search for. */
export function wordsIn(
	messages: Readonly<Record<string, Message | undefined>>,
	key: string,
	details: Details,
	locale: Locale
): string {
	return messages[key]?.(details, { locale }) ?? key;
}
