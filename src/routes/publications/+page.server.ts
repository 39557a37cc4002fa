import { may } from '#lib/server/access/may.ts';
import { publicationCards } from '#lib/server/alerts/publication-cards.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { periodFilters } from '#lib/filters/period.ts';
import { readFilters } from '#lib/filters/address.ts';

/** Every publication that the visitor may see, side by side. */
export async function load({ locals, url }) {
	const all = await publicationChoices(locals.db);
	const seen = all.filter((one) => may(locals.visitor, 'see', one));
	const filters = periodFilters(readFilters(url.searchParams));
	return {
		filters,
		cards: await publicationCards(locals.db, seen, filters, Date.now()),
		member: locals.visitor.kind === 'member',
		mayAdd: may(locals.visitor, 'administer', null)
	};
}
