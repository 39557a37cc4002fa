import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import type { ArchiveItem } from '../../store/rollups/archive.ts';
import { archiveOf, derived, type Archive } from '../archive.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { chosenBy, chosenOf, filtersNamed, type Chosen, type Narrowing } from './chosen.ts';
import { comparedName, withChanges, type GroupRow } from './group-changes.ts';
import { groupsOfItems, itemsCompared } from './item-keys.ts';

/** Sections or authors, as groups of items. */
type Groups<Row> = {
	kind: 'sections' | 'authors';
	/** the filters that narrow items; a filter by the group's own kind only leaves out rows */
	narrowedBy: readonly (keyof Narrowing)[];
	/** one row for each group with items among the chosen ones */
	rowsOf(archive: Archive, chosen: Chosen): Row[];
	/** the archive's id of a row's group, and of the groups that an item belongs to */
	idOf(archive: Archive, row: Row): number;
	idsOf(archive: Archive, item: ArchiveItem): readonly number[];
};

/** The chosen sections or authors, with their change since the other period, and their key figures. */
export async function groupFigures<Row extends GroupRow>(
	db: Db,
	publication: Publication,
	filters: Filters,
	{ kind, narrowedBy, rowsOf, idOf, idsOf }: Groups<Row>
) {
	const archive = await archiveOf(db, publication);
	const chosen = chosenBy(archive, filters, publication.zone, narrowedBy);
	const { groups, keys, compared, before } = itemsCompared(archive, filters, publication.zone);
	const other = chosenOf(archive, before.issues, filtersNamed(filters, narrowedBy));
	const rowsIn = (one: Chosen) =>
		derived(db, publication, `${kind} ${one.name}`, () => rowsOf(archive, one));
	const periods = { now: chosen, before: other, compared };
	const rows = derived(db, publication, comparedName(kind, periods), () =>
		withChanges(archive, kind, periods, {
			rows: rowsIn(chosen),
			others: rowsIn(other),
			idOf: (row) => idOf(archive, row),
			idsOf: (item) => idsOf(archive, item)
		})
	);
	const count = groups(groupsOfItems(archive, filters)[kind]);
	return { archive, chosen, rows, count, keys, compared };
}
