import { redirect } from '@sveltejs/kit';
import { pathTo, pathWithin } from '#lib/path-to.ts';
import type { Locale } from '#lib/locales.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { actions, personRoles, roleActions, type Action } from '#lib/permissions.ts';
import { may } from '#lib/server/access/may.ts';
import { annotationsOf } from '#lib/server/figures/annotations.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { rulesVersion } from '#lib/server/figures/verdicts/verdicts.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { cutUntil } from '#lib/server/figures/cut-issues.ts';
import { viewsOf } from '#lib/server/figures/views.ts';
import { sizeOfLogo } from '#lib/server/report/logo.ts';
import { answer } from './answer.ts';

/** What it takes to add what figures lack. */
const adds = ['import', 'money'] as const satisfies readonly Action[];

export async function load(event) {
	const { locals, cookies, params, url, untrack } = event;

	const member = locals.visitor.kind === 'member' ? locals.visitor : null;
	// the shell is the same whatever the filters: a change of filters does not ask for it again
	const shell = await untrack(() =>
		answer(event, async (db, publication) => ({
			publication,
			publications: (await publicationChoices(db)).filter((one) => may(locals.visitor, 'see', one)),
			choices: await filterChoices(db, publication),
			rulesVersion: await rulesVersion(db, publication),
			views: await viewsOf(db, publication, member?.id ?? null),
			notes: await annotationsOf(db, publication),
			cutUntil: await cutUntil(db, publication),
			logo: await sizeOfLogo(db, publication),
			may: actions.filter((action) => may(locals.visitor, action, publication)),
			// whoever looks at the sample first is led to the form that creates the administrator
			mayAdd: locals.visitor.kind === 'nobodyYet' || may(locals.visitor, 'administer', null)
		}))
	);

	const { slug } = shell.publication;
	if (slug !== params.publication) {
		// by a short name that it had before
		const [, , , ...below] = untrack(() => pathWithin(url.pathname).split('/'));
		redirect(303, pathTo(`/p/${[slug, ...below].join('/')}`) + untrack(() => url.search));
	}

	cookies.set('publication', slug, {
		path: pathTo('/'),
		maxAge: 34_560_000,
		secure: untrack(() => url.protocol === 'https:')
	});
	return {
		...shell,
		member: member?.name ?? null,
		adding: member && addingWords(shell.may, locals.language)
	};
}

/** Who adds what is missing, for somebody whose role does not; null where it does. */
function addingWords(may: readonly Action[], locale: Locale): string | null {
	const wanted = adds.filter((action) => !may.includes(action));
	if (wanted.length === 0) return null;
	const roles = personRoles
		.filter((role) => wanted.every((action) => roleActions[role].includes(action)))
		.map((role) => m[`people.role.${role}`]({}, { locale }));
	const either = new Intl.ListFormat(locale, { type: 'disjunction' });
	return m['empty.who']({ roles: either.format(roles) }, { locale });
}
