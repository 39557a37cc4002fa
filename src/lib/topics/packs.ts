import { culture } from './packs/culture.ts';
import { education } from './packs/education.ts';
import { finance } from './packs/finance.ts';
import { food } from './packs/food.ts';
import { localNews } from './packs/local-news.ts';
import { marketing } from './packs/marketing.ts';
import { publicSector } from './packs/public-sector.ts';
import { science } from './packs/science.ts';
import { sport } from './packs/sport.ts';
import { technology } from './packs/technology.ts';
import type { Row } from './rows.ts';
import type { PackTopic } from './taxonomy.ts';

/** Topics of a field, to begin with: somebody chooses them, nothing gives them by itself. */
export type TopicPack = {
	key: string;
	nameEn: string;
	nameFr: string;
	topics: readonly PackTopic[];
};

const lists: [key: string, nameEn: string, nameFr: string, rows: readonly Row[]][] = [
	['technology', 'Technology', 'Technologie', technology],
	['marketing', 'Marketing', 'Marketing', marketing],
	['local-news', 'Local news', 'Actualité locale', localNews],
	['culture', 'Culture', 'Culture', culture],
	['food', 'Food', 'Cuisine', food],
	['education', 'Education', 'Éducation', education],
	['public-sector', 'Public sector', 'Secteur public', publicSector],
	['science', 'Science', 'Sciences', science],
	['finance', 'Finance', 'Finance', finance],
	['sport', 'Sport', 'Sport', sport]
];

function topicOf([key, nameEn, nameFr, parent, en, fr]: Row): Omit<PackTopic, 'color'> {
	return { key, nameEn, nameFr, words: { en: en.split(', '), fr: fr.split(', ') }, parent };
}

/** All packs; no two of their topics have the same key. */
export const packs: readonly TopicPack[] = lists.map(([key, nameEn, nameFr, rows]) => ({
	key,
	nameEn,
	nameFr,
	topics: rows.map((row, color) => ({ ...topicOf(row), color }))
}));

/** The topics of all packs. */
export const packTopics: readonly PackTopic[] = packs.flatMap(({ topics }) => topics);
