import { doubtWords } from '#lib/messages/card-words.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { Doubt } from '#lib/providers/reading-card.ts';

/** The same with its doubts in words. */
export type WithDoubtWords<T> = T & { doubtsSaid: string[] };

/** Says what may be wrong with a reading where that is known: a page has no words for all that may be. */
export function withDoubtWords<T extends { doubts: readonly Doubt[] }>(
	value: T,
	locale: Locale
): WithDoubtWords<T> {
	return { ...value, doubtsSaid: value.doubts.map((doubt) => doubtWords(doubt, locale)) };
}
