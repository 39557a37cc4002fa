import { Trouble } from '#lib/trouble.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { pageKeys } from '../../store/events/urls.ts';
import { archiveOf } from '../archive.ts';
import { cutIssues, distinctReaders } from '../cut-issues.ts';
import { againOf } from './again.ts';
import { itemRows } from './items.ts';
import type { ItemRow } from './rows.ts';

export type ItemRecord = {
	item: ItemRow;
	text: string;
	/** its pages that items of other issues link to as well */
	pages: string[];
	/** the item and those of other issues that link to one of these pages, in order of sending */
	rows: ItemRow[];
	/**
	 * clickers added up over these, and the distinct readers behind them; null if readers are no longer stored
	 */
	clickers: number;
	readers: number | null;
};

/**
 * What an item got each time one of its pages was linked.
 *
 * @throws {Trouble} noSuchItem
 */
export async function itemRecord(
	db: Db,
	publication: Publication,
	id: number
): Promise<ItemRecord> {
	const archive = await archiveOf(db, publication);
	const own = archive.items.find((item) => item.id === id);
	if (!own) throw new Trouble('noSuchItem');

	const others = againOf(db, publication, archive)(id, own.issueId);
	const ids = new Set([id, ...others.map(({ item }) => item)]);
	const items = archive.items.filter((item) => ids.has(item.id));
	const rows = itemRows(db, publication, archive, archive.issues).filter((row) => ids.has(row.id));

	const elsewhere = new Set(others.flatMap(({ item }) => archive.pagesOfItem.get(item) ?? []));
	const shared = (archive.pagesOfItem.get(id) ?? []).filter((page) => elsewhere.has(page));
	return {
		item: rows.find((row) => row.id === id)!,
		text: own.text,
		pages: [...(await pageKeys(db, shared)).values()],
		rows,
		clickers: rows.reduce((n, { clickers }) => n + (clickers ?? 0), 0),
		readers: distinctReaders(items, cutIssues(archive.issues))
	};
}
