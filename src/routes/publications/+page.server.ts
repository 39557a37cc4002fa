import { error, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { accountOf, may } from '#lib/server/access/may.ts';
import { publicationCards } from '#lib/server/alerts/publication-cards.ts';
import { restorePublication } from '#lib/server/editing/publications.ts';
import { hiddenPublications, publicationChoices } from '#lib/server/figures/publications.ts';
import { periodFilters } from '#lib/filters/period.ts';
import { readFilters } from '#lib/filters/address.ts';
import { formOf, textIn } from '../form.ts';
import { outsideOf } from '../outside.ts';

/** Every publication that the visitor may see, side by side. */
export async function load({ locals, url }) {
	const all = await publicationChoices(locals.db);
	const seen = all.filter((one) => may(locals.visitor, 'see', one));
	const filters = periodFilters(readFilters(url.searchParams));
	const hidden = (await hiddenPublications(locals.db)).filter((one) =>
		may(locals.visitor, 'administer', one)
	);
	return {
		filters,
		hidden: hidden.map(({ slug, name, zone, archivedAt, deletesAt }) => ({
			slug,
			name,
			zone,
			archivedAt,
			deletesAt
		})),
		outside: await outsideOf(locals),
		cards: await publicationCards(locals.db, seen, filters, Date.now()),
		member: locals.visitor.kind === 'member',
		mayAdd: may(locals.visitor, 'administer', null)
	};
}

export const actions = {
	/** Shows an archived publication again, for whoever administers it. */
	restore: async (event) => {
		const { locals } = event;
		const slug = textIn(await formOf(event), 'slug');
		const hidden = (await hiddenPublications(locals.db)).find((one) => one.slug === slug);
		if (!hidden || !may(locals.visitor, 'administer', hidden)) error(404);
		const by = accountOf(locals.visitor);
		await restorePublication(locals.db, slug, { by, now: Date.now() });
		redirect(303, pathTo(`/p/${slug}/settings`));
	}
};
