import { error, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { may } from '#lib/server/access/may.ts';
import {
	dressBrowser,
	profileOf,
	profilePeriods,
	saveProfile,
	undressBrowser
} from '#lib/server/access/profile.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { formOf, textIn } from '../../form.ts';

/** How one likes the pages. */
export async function load({ locals }) {
	const member = memberOf(locals);
	const publications = (await publicationChoices(locals.db)).filter((one) =>
		may(member, 'see', one)
	);
	const { publicationId, ...profile } = await profileOf(locals.db, member);
	return {
		profile: {
			...profile,
			publication: publications.find(({ id }) => id === publicationId)?.slug ?? null
		},
		publications: publications.map(({ slug, name }) => ({ slug, name })),
		periods: profilePeriods
	};
}

export const actions = {
	default: async (event) => {
		const { locals, cookies, url } = event;
		const form = await formOf(event);
		const said = (field: string) => textIn(form, field);
		const kept = await saveProfile(locals.db, memberOf(locals), said);
		undressBrowser(kept, cookies);
		dressBrowser(kept, cookies, url);
		redirect(303, pathTo('/account/profile?saved'));
	}
};

/** The gate lets nobody else through. */
function memberOf({ visitor }: App.Locals) {
	if (visitor.kind !== 'member') error(403);
	return visitor;
}
