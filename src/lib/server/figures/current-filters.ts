import type { Filters } from '#lib/filters/filters.ts';
import { topicsOf, whereMerged } from '../store/content/topics.ts';
import type { Publication } from '../store/publications.ts';
import type { Db } from '../store/sql/open.ts';

/**
 * Filters as of now: links, saved views and scripts go on naming a topic that became part of another, and mean
 * that one. The same object where nothing changed.
 */
export async function currentFilters(
	db: Db,
	{ id }: Publication,
	filters: Filters
): Promise<Filters> {
	if (filters.topics.length === 0) return filters;
	const known = await topicsOf(db, id);
	const now = filters.topics.map((asked) => {
		const topic = known.find((one) => one.id === asked);
		return topic ? whereMerged(known, topic).id : asked;
	});
	if (now.every((topic, i) => topic === filters.topics[i])) return filters;
	return { ...filters, topics: [...new Set(now)] };
}
