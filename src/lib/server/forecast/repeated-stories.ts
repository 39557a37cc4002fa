import type { Archive } from '../figures/archive.ts';
import { itemRows } from '../figures/content/items.ts';
import { estimateFields } from '../figures/content/league.ts';
import type { Estimate } from '../figures/content/rows.ts';
import type { Publication } from '../store/publications.ts';
import type { Db } from '../store/sql/open.ts';

/** A story that was in an issue before, and in one of the latest again. */
export type Repeated = Estimate & {
	itemId: number;
	title: string;
	issue: string;
	sentAt: number | null;
	before: string[];
	clickers: number | null;
};

/** In so many of the latest issues a story counts as having come again just now. */
const JUST_NOW = 4;

/** Stories of the latest issues that lead where one of an earlier issue did, the best first. */
export function repeatedStories(db: Db, publication: Publication, archive: Archive): Repeated[] {
	const latest = archive.issues.filter(({ sentAt }) => sentAt !== null).slice(-JUST_NOW);
	const ids = new Set(latest.map(({ id }) => id));
	const place = new Map(archive.issues.map(({ id }, i) => [id, i]));
	return itemRows(db, publication, archive, archive.issues)
		.filter((row) => row.role === 'editorial' && ids.has(row.issueId) && row.again > 0)
		.flatMap((row): Repeated[] => {
			const before = row.alsoIn.filter(
				({ issueId }) => (place.get(issueId) ?? Infinity) < place.get(row.issueId)!
			);
			if (before.length === 0) return [];
			return [
				{
					...estimateFields(row),
					itemId: row.id,
					title: row.title,
					issue: row.issue,
					sentAt: row.sentAt,
					before: before.map(({ issue }) => issue),
					clickers: row.clickers
				}
			];
		})
		.sort((a, b) => (b.lift ?? 0) - (a.lift ?? 0));
}
