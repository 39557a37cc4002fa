import type { InLocales } from '#lib/locales.ts';

/** A topic as suggestions know it. */
export type Topic = {
	/** stable across renaming */
	key: string;
	names: InLocales<string>;
	/** words, or neighbouring pairs of them, that speak for the topic where nothing was confirmed yet */
	words: InLocales<readonly string[]>;
};
