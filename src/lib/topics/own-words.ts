import { pathMarks, sectionMark } from './marks.ts';
import { proposeTopics, type TopicProposal } from './propose.ts';

/** What beside its words may tell what an item is about. */
type Place = {
	section: string | null;
	/** canonical URLs that it links to */
	pages: readonly string[];
};

/** An item's section and the folders of the pages it links to, as marks. */
export function marksOf({ section, pages }: Place): string[] {
	const paths = pages.flatMap(pathMarks);
	return [...new Set([...(section === null ? [] : [sectionMark(section)]), ...paths])];
}

/**
 * Topics that the items of a publication suggest; indices are those of the items.
 *
 * @param items in order of sending and reading
 * @param language of the publication
 */
export function proposalsFor(
	items: readonly (Place & { title: string; text: string; issueId: number })[],
	language: string
): TopicProposal[] {
	const issues = new Map<number, number>();
	const pieces = items.map(({ title, text, issueId, ...place }) => {
		if (!issues.has(issueId)) issues.set(issueId, issues.size);
		return { title, text, issue: issues.get(issueId)!, marks: marksOf(place) };
	});
	return proposeTopics(pieces, language);
}
