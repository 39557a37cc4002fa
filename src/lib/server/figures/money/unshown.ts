import { hasPeriod } from '#lib/filters/narrowing.ts';
import { moneyKinds, type MoneyKind } from '#lib/money-kinds.ts';
import { findImport } from '../../store/events/imports.ts';
import { moneyRows } from '../../store/money.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { ledgerFigures } from './ledger.ts';

/** Whether a ledger shows only the statements of a period or channel. */
function isNarrowed(filters: Filters): boolean {
	return hasPeriod(filters) || filters.channel !== null;
}

/** Whether all of these statements are of another period or channel than a ledger is narrowed to. */
export async function areUnshown(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number,
	{ kind, ids }: { kind: MoneyKind; ids: readonly number[] }
): Promise<boolean> {
	if (!isNarrowed(filters)) return false;
	const shown = (await ledgerFigures(db, publication, filters, now))[kind];
	return !shown.some(({ id }) => ids.includes(id));
}

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
	if (!isNarrowed(filters)) return null;
	const all = await Promise.all(moneyKinds.map((kind) => moneyRows(db, publication.id, kind)));
	const { spend, value, placement } = await ledgerFigures(db, publication, filters, now);
	const isOf = (row: { importId: number | null }) => row.importId === importId;
	const n = all.flat().filter(isOf).length - [...spend, ...value, ...placement].filter(isOf).length;
	const { name = '' } = (await findImport(db, importId)) ?? {};
	return n > 0 ? { n, name } : null;
}
