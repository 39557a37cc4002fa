import type { Filters } from '#lib/filters/filters.ts';
import type { Publication } from '../../store/publications.ts';
import type { Db } from '../../store/sql/open.ts';
import { archiveOf } from '../archive.ts';
import { chosenBy } from './chosen.ts';

/**
 * The issues with an editorial item that passes the filters, from which topics, sections and authors are
 * shown.
 */
export async function shownIssues(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<number[]> {
	const archive = await archiveOf(db, publication);
	const { items } = chosenBy(archive, filters, publication.zone, ['sections', 'topics', 'authors']);
	return [...new Set(items.map(({ issueId }) => issueId))];
}
