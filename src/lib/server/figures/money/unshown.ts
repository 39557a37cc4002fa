import { hasPeriod } from '#lib/filters/record.ts';
import { findImport } from '../../store/events/imports.ts';
import { moneyRows } from '../../store/money.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import type { Filters } from '../filters.ts';
import { ledgerFigures } from './ledger.ts';

/** How many statements of an import a ledger does not show, and what its file is called. */
export type Unshown = { n: number; name: string };

/** Statements of an import that are of another period or channel than a ledger is narrowed to; null for none. */
export async function unshownOf(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number,
	importId: number
): Promise<Unshown | null> {
	if (!hasPeriod(filters) && filters.channel === null) return null;
	const all = await Promise.all(
		(['spend', 'value', 'placement'] as const).map((kind) => moneyRows(db, publication.id, kind))
	);
	const { spend, value, placement } = await ledgerFigures(db, publication, filters, now);
	const isOf = (row: { importId: number | null }) => row.importId === importId;
	const n = all.flat().filter(isOf).length - [...spend, ...value, ...placement].filter(isOf).length;
	const { name = '' } = (await findImport(db, importId)) ?? {};
	return n > 0 ? { n, name } : null;
}
