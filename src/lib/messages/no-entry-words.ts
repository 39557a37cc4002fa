import type { Locale } from '#lib/locales.ts';
import type { NoEntry } from '#lib/server/access/no-entry.ts';
import { createFormats } from './format.ts';
import { pageName } from './page-name.ts';
import { m } from './compiled/messages.js';
import { roleWords } from './role-words.ts';
import { words } from './words.ts';

/** Why somebody is not let in, in their language, and where they can go. */
export type NoEntryWords = {
	title: string;
	lines: readonly string[];
	/** below the program's own path */
	ways: readonly { to: string; name: string }[];
};

/** Says why somebody is not let in, and where they can go instead. */
export function noEntryWords(refused: NoEntry, locale: Locale): NoEntryWords {
	const options = { locale };
	const { route, change, publication, role, needs } = refused;
	const { quote } = createFormats(locale, 'UTC');
	const roleName = (one: string) => words(`people.role.${one}`, {}, locale);
	const either = new Intl.ListFormat(locale, { type: 'disjunction' });

	const name = pageName(route, locale);
	const page = name === null ? m['noEntry.thisPage']({}, options) : quote(name);
	const own = { role: roleWords(role, locale) };
	return {
		title: change ? m['noEntry.change']({ page }, options) : m['noEntry.open']({ page }, options),
		lines: [
			publication
				? m['noEntry.roleIn']({ ...own, publication: publication.name }, options)
				: m['noEntry.role'](own, options),
			m['noEntry.needs']({ roles: either.format(needs.map(roleName)) }, options),
			// who that is only administrators see
			m['noEntry.givers']({}, options)
		],
		ways: [
			...(publication
				? [
						{
							to: `/p/${publication.slug}`,
							name: m['noEntry.overview']({ publication: publication.name }, options)
						}
					]
				: []),
			{ to: '/publications', name: m['publications.title']({}, options) },
			{ to: '/account', name: m['account']({}, options) }
		]
	};
}
