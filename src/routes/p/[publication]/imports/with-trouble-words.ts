import type { Details } from '#lib/messages/words-in.ts';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import type { TroubleCode } from '#lib/trouble.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';

type Troubled = { trouble?: { code: string; details: Details } | null };

/** The same with its trouble in words. */
export type WithTroubleWords<T> = T & { troubleWords: string | null };

/** Says what went wrong with a file where that is known: a page has no words for all that may go wrong. */
export function withTroubleWords<T extends Troubled>(
	value: T,
	locale: Locale
): WithTroubleWords<T> {
	const { trouble } = value;
	return {
		...value,
		troubleWords: trouble
			? troubleWords(trouble.code as TroubleCode, trouble.details, locale)
			: null
	};
}
