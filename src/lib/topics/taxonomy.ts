/** A topic as suggestions know it. */
export type Topic = {
	/** stable across renaming */
	key: string;
	nameEn: string;
	nameFr: string;
	/** words, or neighbouring pairs of them, that speak for the topic where nothing was confirmed yet */
	words: { en: readonly string[]; fr: readonly string[] };
};

/** A topic of a pack. */
export type PackTopic = Topic & {
	/** key of the wider topic it belongs to */
	parent: string | null;
	/** index of a category colour */
	color: number;
};
