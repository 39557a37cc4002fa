import { redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { profileOf } from '#lib/server/access/profile.ts';
import { may } from '#lib/server/access/may.ts';
import { firstPathOf } from '#lib/server/figures/views.ts';
import { hiddenPublications, publicationChoices } from '#lib/server/figures/publications.ts';

/**
 * Leads to the publication that the visitor chose to begin with, else to the one looked at last, else to
 * the first, else to where one is made; there to the view that the visitor begins with. Without one, twelve
 * issues are a season to look at, and leave as many before them to compare with.
 */
export async function load({ locals, cookies }) {
	const all = await publicationChoices(locals.db);
	const choices = all.filter((one) => may(locals.visitor, 'see', one));
	const { visitor } = locals;
	const own = visitor.kind === 'member' ? await profileOf(locals.db, visitor) : null;
	const last =
		choices.find(({ id }) => id === own?.publicationId) ??
		choices.find(({ slug }) => slug === cookies.get('publication')) ??
		choices[0];

	if (last) {
		const first = visitor.kind === 'member' ? await firstPathOf(locals.db, last, visitor.id) : null;
		redirect(
			307,
			pathTo(
				`/p/${last.slug}${first === null ? periodAddress(own?.last ?? 12) : viewAddress(first)}`
			)
		);
	}
	const hidden = await hiddenPublications(locals.db);
	if (hidden.some((one) => may(locals.visitor, 'administer', one)))
		redirect(307, pathTo('/publications'));
	// who has a role in no publication yet reads there that somebody has to give them one
	// whoever comes first makes an account on the way, and goes on from there
	const makes = visitor.kind === 'nobodyYet' || may(visitor, 'administer', null);
	redirect(307, makes ? pathTo('/p/new') : pathTo('/account'));
}

/** The latest issues that a page is narrowed to; 0 is all of them. */
function periodAddress(last: number): string {
	return last === 0 ? '' : `?last=${last}`;
}

/** What stands behind a publication's address for a view: the overview's path is but its query. */
function viewAddress(path: string): string {
	return path === '' || path.startsWith('?') ? path : `/${path}`;
}
