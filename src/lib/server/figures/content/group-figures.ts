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
	/** the filters that narrow their items; one by the groups themselves leaves out rows */
	narrowedBy: readonly (keyof Narrowing)[];
	/** one row for each group that has items among those chosen */
	rowsOf(archive: Archive, chosen: Chosen): Row[];
	/** by which the archive knows the group of a row, and the groups that an item is of */
	idOf(archive: Archive, row: Row): number;
	idsOf(archive: Archive, item: ArchiveItem): readonly number[];
};

/** Sections or authors of what is asked for, with how they moved from the other period, and their key figures. */
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
