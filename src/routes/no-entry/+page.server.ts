import { noEntryWords } from '#lib/messages/no-entry-words.ts';
import { noEntry } from '#lib/server/access/no-entry.ts';
import { redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';

/** What the hook shows in place of a page, with what was asked for in its query. */
export async function load({ locals, url }) {
	const { visitor, db, language } = locals;
	if (visitor.kind !== 'member') redirect(303, pathTo('/'));
	const { searchParams } = url;
	const request = {
		route: searchParams.get('route'),
		method: searchParams.get('method') ?? 'GET',
		slug: searchParams.get('publication') ?? undefined
	};
	return { words: noEntryWords(await noEntry(db, visitor, request), language) };
}
