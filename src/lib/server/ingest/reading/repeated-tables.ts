import type { Sheet } from '#lib/csv/sheet.ts';
import type { Doubt } from '#lib/providers/reading-card.ts';
import type { FileKind } from '#lib/providers/recogniser.ts';
import { isTotalRow } from '#lib/providers/refuse.ts';
import type { RecognisedTable } from './read-tables.ts';
import { unreadTables } from './unread-tables.ts';

/** Kinds whose rows add up: the same one in two tables counts twice. */
const ADDED: readonly FileKind[] = ['counts', 'spend', 'value', 'placements'];

/** Fewer rows may be the same by chance. */
const LEAST = 2;

/** Names of tables that are told. */
const MOST = 5;

/** What tables say beside each other: those that nothing is made of, and those that repeat others. */
export function doubtsOfTables(sheet: Sheet, recognised: readonly RecognisedTable[]): Doubt[] {
	return [...unreadTables(sheet, recognised), ...repeatedTables(recognised)];
}

/**
 * Tables all of whose rows stand in others of the file too, as a sheet of a year beside those of its months,
 * or a copy of a sheet: said with the first table that is read.
 */
function repeatedTables(recognised: readonly RecognisedTable[]): Doubt[] {
	const tables = recognised.flatMap((one) => {
		const { kind } = one.recognition.recogniser;
		return ADDED.includes(kind) ? [{ one, kind, rows: rowsOf(one) }] : [];
	});
	const repeated = tables.filter(({ kind, rows, one }) => {
		const others = tables.filter((other) => other.kind === kind && other.one !== one);
		const known = new Set(others.flatMap((other) => other.rows));
		return rows.length >= LEAST && rows.every((row) => known.has(row));
	});
	if (repeated.length === 0) return [];
	const names = repeated.map(
		({ one: { file } }) => file.table.sheet?.name ?? file.table.title ?? ''
	);
	const values = [...new Set(names.filter((name) => name !== ''))].slice(0, MOST);
	return [{ code: 'tablesRepeat', waits: true, values, rows: repeated.length }];
}

/** The first rows of a table, each by what it states; such as say nothing of when or of which letter are none. */
function rowsOf({ file, recognition }: RecognisedTable): string[] {
	const { columns, constants } = recognition;
	const roles = Object.entries(columns).toSorted(([a], [b]) => (a < b ? -1 : 1));
	const { at, from, to, campaign, campaignName, issue, subject } = columns;
	const told = [at, from, to, campaign, campaignName, issue, subject].filter(
		(column) => column !== undefined
	);
	if (told.length === 0 && constants?.campaign === undefined) return [];
	return file.table.sample
		.filter((row) => !isTotalRow(row) && row.some((cell) => cell.trim() !== ''))
		.map((row) =>
			JSON.stringify([
				constants?.campaign ?? null,
				...roles.map(([role, column]) => [role, (row[column] ?? '').trim()])
			])
		);
}
