import { join } from 'node:path';
import type { GivenRole, TokenScope } from '#lib/permissions.ts';
import { addPerson, giveRole } from '#lib/server/access/people.ts';
import { addToken } from '#lib/server/access/tokens.ts';
import { publicationFor } from '#lib/server/ingest/publication.ts';
import { open } from '#lib/server/store/sql/open.ts';

export const slugs = ['one', 'two'];

/** By name: the role in all publications, and in `one`. */
export const people: Record<string, { role: GivenRole; one?: GivenRole }> = {
	admin: { role: 'admin' },
	editor: { role: 'editor' },
	marketing: { role: 'marketing' },
	viewer: { role: 'viewer' },
	'editor of one': { role: 'none', one: 'editor' },
	'admin of one': { role: 'none', one: 'admin' },
	'barred from one': { role: 'marketing', one: 'none' },
	nowhere: { role: 'none' }
};
export const tokens: Record<string, { scope: TokenScope; slug: string | null }> = {
	'reads all': { scope: 'read', slug: null },
	'reads one': { scope: 'read', slug: 'one' },
	'brings to all': { scope: 'import', slug: null },
	'brings to one': { scope: 'import', slug: 'one' }
};

export const emailOf = (name: string) => `${name.replaceAll(' ', '-')}@example.org`;

/** Everybody there can be, and two publications: as the commands make them, in this process. */
export async function populate(data: string) {
	const db = await open(`file:${join(data, 'rubrique.db')}`);
	const now = Date.now();
	const passwords: Record<string, string> = {};
	const shown: Record<string, { authorization: string }> = {};
	for (const [name, { role }] of Object.entries(people))
		passwords[name] = await addPerson(db, { name, email: emailOf(name), role }, { now });
	const ids: Record<string, number> = {};
	const words = { language: 'en', currency: 'EUR', zone: 'UTC' } as const;
	for (const slug of slugs) ids[slug] = (await publicationFor(db, slug, null, words, now)).id;
	for (const [name, { one }] of Object.entries(people))
		if (one) await giveRole(db, emailOf(name), one, { slug: 'one', now });
	for (const [name, { scope, slug }] of Object.entries(tokens)) {
		const publicationId = slug === null ? null : ids[slug]!;
		const terms = { name: name.replaceAll(' ', '-'), scope, publicationId, expiresAt: null };
		shown[name] = { authorization: `Bearer ${await addToken(db, terms, now)}` };
	}
	db.$client.close();
	return { passwords, tokens: shown };
}
