import { DAY } from '#lib/duration.ts';
import type { Locale } from '#lib/locales.ts';
import { derived } from '../figures/archive.ts';
import { cardFigures, type CardFigures } from '../figures/card.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { Publication } from '../figures/publications.ts';
import type { Db } from '../store/sql/open.ts';
import { happenings } from './happenings.ts';

/** A publication beside others: its key figures, how fresh they are, and what deserves attention. */
export type PublicationCard = CardFigures & {
	slug: string;
	name: string;
	language: Locale;
	currency: string;
	zone: string;
	sample: boolean;
	/** how many alerts hold now, whether anybody is told or not */
	alerts: number;
};

/**
 * Publications side by side: the same figures of the same period, each held against its own past.
 * Nobody is joined across them: whoever reads two is a reader of each.
 */
export async function publicationCards(
	db: Db,
	publications: readonly Publication[],
	filters: Filters,
	now: number
): Promise<PublicationCard[]> {
	const cards: PublicationCard[] = [];
	for (const publication of publications) {
		const { slug, name, language, currency, zone, sample } = publication;
		cards.push({
			slug,
			name,
			language,
			currency,
			zone,
			sample,
			...(await cardFigures(db, publication, filters, now)),
			alerts: await openAlerts(db, publication, now)
		});
	}
	return cards;
}

/** What holds changes with the data, and with the day: an import that is late is late by days. */
function openAlerts(db: Db, publication: Publication, now: number): Promise<number> {
	const name = `open alerts ${Math.floor(now / DAY)}`;
	return derived(db, publication, name, async () => {
		return (await happenings(db, publication, now)).length;
	});
}
