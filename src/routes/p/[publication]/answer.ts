import { error, redirect } from '@sveltejs/kit';
import type { Filters } from '#lib/filters/filters.ts';
import { currentFilters } from '#lib/server/figures/current-filters.ts';
import { pathTo, pathWithin } from '#lib/path-to.ts';
import { publicationOf, type Publication } from '#lib/server/figures/publications.ts';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { troubleIn } from '#lib/trouble.ts';
import { keptQuery } from '#lib/kept-query.ts';
import { readFilters } from '#lib/filters/address.ts';
import { rounded } from './rounded.ts';

type RequestParts = { locals: App.Locals; params: { publication: string }; url: URL };

/** A figure as every page asks for it: narrowed by the filters of the address, as of now. */
export type Figure<T> = (
	db: App.Locals['db'],
	publication: Publication,
	filters: Filters,
	now: number
) => Promise<T>;

/**
 * Asks a figure what the address asks for, its numbers as long as pages need them; foreseen trouble becomes
 * an error with its status.
 */
export async function answer<T>(event: RequestParts, figure: Figure<T>): Promise<T> {
	return rounded(await wholeAnswer(event, figure));
}

/** The same for a file: its numbers are whole, as the API's are. */
export async function wholeAnswer<T>(
	{ locals, params, url }: RequestParts,
	figure: Figure<T>
): Promise<T> {
	// read before anything is awaited, so that a layout can leave them out of what it depends on
	const filters = readFilters(url.searchParams);

	try {
		const publication = await publicationOf(locals.db, params.publication);
		const now = await currentFilters(locals.db, publication, filters);
		// its page, chips and links are of what it means
		if (now !== filters) leadTo(url, now);
		return await figure(locals.db, publication, filters, Date.now());
	} catch (cause) {
		const trouble = troubleIn(cause);
		if (!trouble) throw cause;
		const message = troubleWords(trouble.code, trouble.details, locals.language);
		error(trouble.status, { message, code: trouble.code });
	}
}

/** Leads to the same page of the topics and the channel that its address means by now. */
function leadTo({ pathname, searchParams }: URL, { topics, channel }: Filters): never {
	const query = new URLSearchParams(keptQuery(searchParams));
	query.delete('topic');
	for (const id of topics) query.append('topic', String(id));
	if (channel !== null) query.set('channel', channel);
	redirect(303, `${pathTo(pathWithin(pathname))}?${query}`);
}
