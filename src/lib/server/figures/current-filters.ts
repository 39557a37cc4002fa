import type { Filters } from '#lib/filters/filters.ts';
import { renamer } from '#lib/same-names.ts';
import { topicsOf, whereMerged } from '../store/content/topics.ts';
import type { Publication } from '../store/publications.ts';
import type { Db } from '../store/sql/open.ts';

/**
 * Brings filters up to date: links, saved views and scripts may name a topic that was merged into another, or
 * a channel that counts under another name. Returns the same object if nothing changed.
 */
export async function currentFilters(
	db: Db,
	{ id, sameNames }: Publication,
	filters: Filters
): Promise<Filters> {
	const topics = await topicsNow(db, id, filters.topics);
	const channel = filters.channel && renamer(sameNames, 'channel')(filters.channel);
	if (topics === filters.topics && channel === filters.channel) return filters;
	return { ...filters, topics, channel };
}

async function topicsNow(db: Db, publicationId: number, asked: number[]): Promise<number[]> {
	if (asked.length === 0) return asked;
	const known = await topicsOf(db, publicationId);
	const now = asked.map((id) => {
		const topic = known.find((one) => one.id === id);
		return topic ? whereMerged(known, topic).id : id;
	});
	return now.every((id, i) => id === asked[i]) ? asked : [...new Set(now)];
}
