import { redirect } from '@sveltejs/kit';
import { may } from '#lib/server/access/may.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';

/**
 * Leads to the publication looked at last, else to the first, else to where one is made. Twelve
 * issues are a season to look at, and leave as many before them to compare with.
 */
export async function load({ locals, cookies }) {
	const all = await publicationChoices(locals.db);
	const choices = all.filter((one) => may(locals.visitor, 'see', one));
	const last = choices.find(({ slug }) => slug === cookies.get('publication')) ?? choices[0];

	if (last) redirect(307, `/p/${last.slug}?last=12`);
	// who has a role in no publication yet reads there that somebody has to give them one
	redirect(307, may(locals.visitor, 'administer', null) ? '/p/new' : '/account');
}
