/** A topic of a pack as it is written down: its words in each language parted by commas. */
export type Row = [
	key: string,
	nameEn: string,
	nameFr: string,
	parent: string | null,
	en: string,
	fr: string
];
