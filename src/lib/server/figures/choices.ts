import { sectionsOf } from '../store/content/items.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { archiveOf, derived, issuesIn } from './archive.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { topicName } from './content/items.ts';

type Named = { id: number; name: string };

export type FilterChoices = {
	sections: Named[];
	topics: Named[];
	/** those without items: not offered, but an older address may still name them */
	empty: { sections: Named[]; topics: Named[] };
	/** authors of items; empty with fewer than two */
	authors: string[];
	/** newest first */
	issues: { id: number; number: number | null; title: string; sentAt: number | null }[];
};

/** The values that a page can be narrowed to. */
export function filterChoices(db: Db, publication: Publication): Promise<FilterChoices> {
	return derived(db, publication, `choices in ${publication.language}`, () =>
		makeChoices(db, publication)
	);
}

/** Whether a period contains no issue; for figures by day, whether it lies outside all data. */
export async function isWithoutData(
	db: Db,
	publication: Publication,
	{ from, to, last }: Filters
): Promise<boolean> {
	const archive = await archiveOf(db, publication);
	if (archive.issues.length === 0) return false;
	return issuesIn(archive, { ...everything, from, to, last }, publication.zone).length === 0;
}

async function makeChoices(db: Db, publication: Publication): Promise<FilterChoices> {
	const archive = await archiveOf(db, publication);
	const used = new Set(archive.items.flatMap(({ sectionId }) => sectionId ?? []));
	const met = new Set([...archive.topicsOfItem.values()].flat());
	const byName = (a: { name: string }, b: { name: string }) =>
		a.name.localeCompare(b.name, publication.language);

	const sections = (await sectionsOf(db, publication.id))
		.map(({ id, title }) => ({ id, name: title }))
		.sort(byName);
	const topics = archive.topics
		.map((topic) => ({ ...topic, name: topicName(topic, publication) }))
		.sort(byName);
	const isOffered = ({ id, archived }: (typeof topics)[number]) => met.has(id) && !archived;
	const named = ({ id, name }: Named): Named => ({ id, name });

	return {
		sections: sections.filter(({ id }) => used.has(id)),
		topics: topics.filter(isOffered).map(named),
		empty: {
			sections: sections.filter(({ id }) => !used.has(id)),
			topics: topics.filter((topic) => !isOffered(topic)).map(named)
		},
		authors:
			archive.authors.length < 2
				? []
				: archive.authors.map(({ name }) => name).sort((a, b) => a.localeCompare(b)),
		issues: archive.issues
			.map(({ id, number, title, sentAt }) => ({ id, number, title, sentAt }))
			.reverse()
	};
}
