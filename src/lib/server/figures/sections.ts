import type { Db } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import { archiveOf, issuesIn } from './archive.ts';
import type { Filters } from './filters.ts';
import { newest } from './items.ts';
import { estimateOf, leagueOf, unsaid } from './league.ts';
import type { SectionRow } from './rows.ts';

export type SectionFigures = {
	sections: SectionRow[];
	totals: { issues: number; items: number; clickers: number };
	dataUpTo: number | null;
};

/** How sections did, with editorial items alone: a sponsor's clicks are not a section's. */
export async function sectionFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<SectionFigures> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const league = leagueOf(db, publication, archive, issues, 'editorial');
	const delivered = new Map(issues.map(({ id, rollup }) => [id, rollup?.delivered ?? null]));
	const items = archive.items.filter(
		({ issueId, role }) => role === 'editorial' && delivered.has(issueId)
	);
	const allClickers = items.reduce((n, { rollup }) => n + (rollup?.clickers ?? 0), 0);

	const ids = [...new Set(items.flatMap(({ sectionId }) => sectionId ?? []))].filter(
		(id) => filters.sections.length === 0 || filters.sections.includes(id)
	);
	const sections = ids.map((id): SectionRow => {
		const own = items.filter(({ sectionId }) => sectionId === id);
		const clickers = own.reduce((n, { rollup }) => n + (rollup?.clickers ?? 0), 0);
		const rated = own.filter(
			({ rollup, issueId }) => rollup?.clickers !== null && delivered.get(issueId)
		);
		const reach = rated.reduce((n, { issueId }) => n + delivered.get(issueId)!, 0);
		const expected = own.map((item) => league.item(item.id)?.expected ?? null);

		return {
			...estimateOf(league.section(id) ?? unsaid('noModel')),
			id,
			section: own[0]!.section ?? '',
			issues: new Set(own.map(({ issueId }) => issueId)).size,
			items: own.length,
			clickers,
			delivered: reach,
			expected: expected.some((value) => value !== null)
				? expected.reduce<number>((n, value) => n + (value ?? 0), 0)
				: null,
			rawRate: reach ? rated.reduce((n, { rollup }) => n + rollup!.clickers!, 0) / reach : null,
			shareOfClicks: allClickers ? clickers / allClickers : 0
		};
	});
	return {
		sections: sections.sort((a, b) => b.clickers - a.clickers || a.id - b.id),
		totals: { issues: issues.length, items: items.length, clickers: allClickers },
		dataUpTo: newest(issues)
	};
}
