import type { ItemRole } from '#lib/item-roles.ts';
import { correctionsOf } from '../../store/content/corrections.ts';
import { ownIssue } from '../../store/content/issues.ts';
import { itemAuthors, itemsOfIssue, linksOfIssue, sectionsOf } from '../../store/content/items.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { pageKeys } from '../../store/events/urls.ts';
import { archiveOf } from '../archive.ts';
import { topicName } from './items.ts';

export type EditableItem = {
	id: number;
	position: number | null;
	title: string;
	role: ItemRole;
	section: string | null;
	topics: number[];
	/** an editor marked it as having no topic */
	topicless: boolean;
	authors: string[];
	/** one per page that it links to */
	pages: { id: number; key: string; text: string }[];
};

export type IssueEdit = {
	issue: { id: number; number: number | null; title: string };
	items: EditableItem[];
	/** titles of the publication's sections, to choose from */
	sections: string[];
	topics: { id: number; name: string }[];
	/** names of the publication's authors */
	authors: string[];
	/** the step that an undo takes back, and the one that a redo makes again; null for none */
	undo: number | null;
	redo: number | null;
};

/**
 * An issue as shown for correction.
 *
 * @throws {Trouble} noSuchIssue
 */
export async function issueEdit(
	db: Db,
	publication: Publication,
	issueId: number
): Promise<IssueEdit> {
	const issue = await ownIssue(db, publication, issueId);
	const archive = await archiveOf(db, publication);
	const titles = new Map(
		(await sectionsOf(db, publication.id)).map(({ id, title }) => [id, title])
	);
	const links = await linksOfIssue(db, issueId);
	const keys = await pageKeys(db, [...new Set(links.map(({ pageId }) => pageId))]);
	const corrections = await correctionsOf(db, [issueId]);
	const last = corrections.findLastIndex(({ undone }) => !undone);

	return {
		issue: { id: issue.id, number: issue.number, title: issue.title },
		items: (await itemsOfIssue(db, issueId)).map((item) => {
			const { id, position, title, role, topicless, sectionId } = item;
			const own = links.filter(({ itemId }) => itemId === id);
			const pages = new Map(
				own.map(({ pageId, text }) => [pageId, { id: pageId, key: keys.get(pageId)!, text }])
			);
			return {
				id,
				position,
				title,
				role,
				topicless,
				pages: [...pages.values()],
				section: sectionId === null ? null : (titles.get(sectionId) ?? null),
				topics: archive.topicsOfItem.get(id) ?? [],
				authors: [...itemAuthors(item)]
			};
		}),
		sections: [...titles.values()],
		topics: archive.topics
			.filter(({ archived }) => !archived)
			.map((topic) => ({ id: topic.id, name: topicName(topic, publication) })),
		authors: archive.authors.map(({ name }) => name),
		undo: corrections[last]?.id ?? null,
		redo: corrections[last + 1]?.id ?? null
	};
}
