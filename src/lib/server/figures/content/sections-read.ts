import type { ItemRole } from '#lib/item-roles.ts';
import type { ArchiveItem } from '../../store/rollups/archive.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf } from '../archive.ts';

/** A section as it was read from issues, with the roles that its items were given. */
export type ReadSection = {
	/** null: items without a recurring heading */
	title: string | null;
	issues: number;
	/** the most frequent first */
	roles: { role: ItemRole; items: number }[];
	/** the newest issue with it, where it can be corrected */
	issueId: number;
};

/** The sections of all issues with a document, those in the most issues first. */
export async function sectionsRead(db: Db, publication: Publication): Promise<ReadSection[]> {
	const { issues, items } = await archiveOf(db, publication);
	const read = new Set(issues.filter((one) => one.documentId !== null).map(({ id }) => id));
	const bySection = new Map<number | null, ArchiveItem[]>();
	for (const item of items) {
		if (!read.has(item.issueId)) continue;
		const own = bySection.get(item.sectionId);
		if (own) own.push(item);
		else bySection.set(item.sectionId, [item]);
	}
	return [...bySection.values()]
		.map((own): ReadSection => {
			// items are in order of sending
			const { section, issueId } = own.at(-1)!;
			return {
				title: section,
				issueId,
				issues: new Set(own.map((item) => item.issueId)).size,
				roles: [...new Set(own.map(({ role }) => role))]
					.map((role) => ({ role, items: own.filter((item) => item.role === role).length }))
					.sort((a, b) => b.items - a.items)
			};
		})
		.sort((a, b) => Number(a.title === null) - Number(b.title === null) || b.issues - a.issues);
}
