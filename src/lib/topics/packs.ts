import { inLocales, type InLocales } from '#lib/locales.ts';
import { packKeys } from './packs/keys.ts';
import { packWords } from './packs/languages.ts';
import type { Topic } from './taxonomy.ts';

/** A topic of a pack. */
export type PackTopic = Topic & {
	/** index of a category colour */
	color: number;
};

/** Topics of a field, to begin with: somebody chooses them, nothing gives them by itself. */
export type TopicPack = {
	key: string;
	names: InLocales<string>;
	topics: readonly PackTopic[];
};

/** All packs; no two of their topics have the same key. */
export const packs: readonly TopicPack[] = Object.entries(packKeys).map(([key, topics]) => ({
	key,
	names: inLocales((locale) => packWords[locale].packs[key as keyof typeof packKeys]),
	topics: topics.map((topic, color) => ({
		key: topic,
		names: inLocales((locale) => packWords[locale].topics[topic][0]),
		words: inLocales((locale) => packWords[locale].topics[topic][1].split(', ')),
		color
	}))
}));

/** The topics of all packs. */
export const packTopics: readonly PackTopic[] = packs.flatMap(({ topics }) => topics);
