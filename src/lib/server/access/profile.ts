import type { Cookies } from '@sveltejs/kit';
import { locales } from '#lib/locales.ts';
import { pathTo } from '#lib/path-to.ts';
import { findPublication } from '../store/publications.ts';
import { keepProfile, readProfile, type Profile } from '../store/people/profiles.ts';
import type { Db } from '../store/sql/open.ts';
import { may, type Member } from './may.ts';

const YEAR = 34_560_000;

/** Periods that somebody may begin with: so many of the latest issues, or all (0). */
export const profilePeriods = [4, 12, 26, 52, 0] as const;

/** How somebody likes the pages. */
export function profileOf(db: Db, { id }: Member): Promise<Profile> {
	return readProfile(db, id);
}

/**
 * Keeps how somebody likes the pages, as a form says it. What it does not know is as if nothing had been said.
 *
 * @param said the fields `language`, `theme`, `publication` (its slug) and `last`
 */
export async function saveProfile(
	db: Db,
	member: Member,
	said: (field: string) => string
): Promise<Profile> {
	const publication = await findPublication(db, said('publication'));
	const last = said('last');
	const kept: Profile = {
		userId: member.id,
		language: locales.find((one) => one === said('language')) ?? null,
		theme: (['light', 'dark'] as const).find((one) => one === said('theme')) ?? null,
		publicationId: publication && may(member, 'see', publication) ? publication.id : null,
		last: profilePeriods.find((one) => String(one) === last) ?? null
	};
	await keepProfile(db, kept);
	return kept;
}

/** Has this browser show the pages as somebody likes them: what they left open stays as it was. */
export function dressBrowser({ language, theme }: Profile, jar: Cookies, { protocol }: URL) {
	const terms = { secure: protocol === 'https:', sameSite: 'lax', maxAge: YEAR } as const;
	// scripts of the page read and write both
	if (language) jar.set('language', language, { ...terms, path: '/', httpOnly: false });
	if (theme) jar.set('theme', theme, { ...terms, path: pathTo('/'), httpOnly: false });
}

/** What somebody leaves to their browser is the browser's again. */
export function undressBrowser({ language, theme }: Profile, jar: Cookies) {
	if (!language) jar.delete('language', { path: '/' });
	if (!theme) jar.delete('theme', { path: pathTo('/') });
}
