import type { AnyKeyFigures } from '#lib/columns/key-figures.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { audienceFigures } from './audience/audience.ts';
import type { Compared } from './comparison.ts';
import { authorFigures } from './content/authors.ts';
import { issueListFigures } from './content/issues.ts';
import { itemFigures } from './content/items.ts';
import { sectionFigures } from './content/sections.ts';
import { topicFigures } from './content/topics.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { channelFigures } from './money/channels.ts';
import { editorialFigures } from './money/editorial.ts';
import { overviewFigures } from './overview.ts';
import { sponsorFigures } from './sponsors/sponsors.ts';
import { verdictFigures } from './verdicts/verdicts.ts';

/** Figures of a page that opens with key figures. */
export type WithKeyFigures = {
	keyFigures: AnyKeyFigures | null;
	compared: Compared;
	/** the newest event behind them, and the last day of lists, if they are made from lists */
	dataUpTo: number | null;
	asOf?: number | null;
	/** length of the window in days, if figures use one */
	window?: number;
};

type Ask = (
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
) => Promise<WithKeyFigures>;

/** The pages that open with key figures, and the figures of each. */
export const keyedFigures = {
	overview: overviewFigures,
	topics: topicFigures,
	items: itemFigures,
	sections: sectionFigures,
	authors: authorFigures,
	issues: issueListFigures,
	audience: audienceFigures,
	channels: channelFigures,
	sponsors: sponsorFigures,
	editorial: editorialFigures,
	verdicts: verdictFigures
} satisfies Record<string, Ask>;

export type KeyedPage = keyof typeof keyedFigures;

export const keyedPages = Object.keys(keyedFigures) as KeyedPage[];

/** The figures that a page opens with. */
export function keyedOf(page: KeyedPage, ...asked: Parameters<Ask>): Promise<WithKeyFigures> {
	return (keyedFigures[page] as Ask)(...asked);
}
