import { SAMPLE_ROWS } from '#lib/csv/layout.ts';
import { readNumber } from '#lib/csv/numbers.ts';
import type { SheetTable } from '#lib/csv/sheet.ts';
import type { RowReader } from '../../facts.ts';
import type { FileKind, Role, RoleColumns } from '../../recogniser.ts';
import { isHeadedTotal, isPeriod, isTotalRow, namesAll, sumOf } from '../../refuse.ts';
import { plainWord } from '../../words/languages.ts';

/** Columns that a spreadsheet fills once for all the rows of a group; elsewhere a blank says that nothing is known. */
const GROUPS: Partial<Record<FileKind, readonly Role[]>> = {
	events: ['campaign', 'campaignName', 'issue', 'subject'],
	opens: ['campaign', 'campaignName', 'issue', 'subject'],
	clicks: ['campaign', 'campaignName', 'issue', 'subject'],
	deliveries: ['campaign', 'campaignName', 'issue', 'subject'],
	counts: ['campaign', 'campaignName', 'issue', 'subject'],
	spend: ['channel'],
	placements: ['issue']
};

/** Columns that name what is added up, by kind. A sponsor may be called anything. */
const PARTS: Partial<Record<FileKind, readonly Role[]>> = {
	counts: ['campaign', 'campaignName', 'issue', 'url', 'linkName'],
	spend: ['channel', 'campaign', 'campaignName'],
	value: ['channel', 'campaign', 'campaignName']
};

/** Whose each amount is: whoever sums a month up leaves it blank. */
const WHOSE: readonly Role[] = ['address', 'channel', 'sponsor'];

/** Kinds whose rows are numbers, among which people put sums: logs of events have millions of rows, and none. */
const NUMBERS: readonly FileKind[] = ['sends', 'counts', 'report', 'spend', 'value', 'placements'];

/** Kinds of which a row with a name alone says nothing. */
const SAYING: readonly FileKind[] = ['sends', 'spend'];

/**
 * Reads the rows of a table as whoever looks at the spreadsheet does: what stands once above the rows of a
 * group is of all of them, what sums a group up is none of it, and a heading between rows is no row.
 */
export function spreadsheetReader(
	kind: FileKind,
	table: SheetTable,
	columns: RoleColumns,
	read: RowReader
): RowReader {
	const down = new Set((GROUPS[kind] ?? []).flatMap((role) => columns[role] ?? []));
	const filled = [...down].filter((column) => isFilledDown(table, column));
	const hasSums = NUMBERS.includes(kind);
	if (!hasSums && filled.length === 0) return read;
	const names = namesIn(table);
	const isSum = sumsOf(kind, table, columns);
	const above = new Map<number, string>();

	return (row) => {
		if (hasSums && isSumOfGroup(row, names)) return { skip: 'totals' };
		if ((kind === 'counts' && isTotalRow(row)) || isSum(row)) return { skip: 'totals' };
		if (SAYING.includes(kind) && isHeading(row)) return { skip: 'blank' };
		if (filled.length === 0) return read(row);

		let whole = row;
		const isRow = row.some((cell) => cell.trim() !== '') && !isTotalRow(row);
		for (const column of filled) {
			const cell = row[column] ?? '';
			if (cell.trim() !== '') above.set(column, cell);
			else if (isRow && above.has(column)) whole = withCell(whole, column, above.get(column)!);
		}
		return read(whole);
	};
}

/** Whether each name of a column stands once, above rows that leave it blank. */
function isFilledDown({ sample }: SheetTable, column: number): boolean {
	const rows = sample.filter((row) => row.some((cell) => cell.trim() !== '') && !isTotalRow(row));
	const cells = rows.map((row) => (row[column] ?? '').trim());
	const named = cells.filter((cell) => cell !== '');
	const blank = cells.length - named.length;
	const isOnce = new Set(named).size === named.length && named.length >= 2;
	return isOnce && cells[0] !== '' && blank >= named.length;
}

/** Tells rows that sum others up by what they are of: "All channels" beside each, "March 2026" below its days. */
function sumsOf(
	kind: FileKind,
	{ sample }: SheetTable,
	columns: RoleColumns
): (row: readonly string[]) => boolean {
	const cells = (column: number) => sample.map((row) => row[column] ?? '').filter(isFilled);
	const parts = (PARTS[kind] ?? [])
		.flatMap((role) => columns[role] ?? [])
		.filter((column) => cells(column).some((cell) => !namesAll(cell)));
	const isMoney = ['spend', 'value', 'placements'].includes(kind);
	const day = isMoney ? (columns.from ?? columns.at ?? -1) : -1;
	const days = cells(day);
	const isDaily = days.length > 0 && days.filter(isPeriod).length < 0.4 * days.length;
	const isUnnamedSum = unnamedSum(kind, sample, columns);
	const whose = WHOSE.flatMap((role) => columns[role] ?? []).filter(
		(column) => cells(column).length >= 0.6 * sample.length
	);
	return (row) =>
		parts.some((column) => namesAll(row[column] ?? '')) ||
		(isMoney && isHeadedTotal(firstOf(row))) ||
		isUnnamedSum(row) ||
		(isDaily && isPeriod(row[day] ?? '') && whose.some((column) => !isFilled(row[column] ?? '')));
}

/** What may name what a row of numbers is of. */
const NAMES: readonly Role[] = [
	'address',
	'channel',
	'campaign',
	'campaignName',
	'issue',
	'subject',
	'item',
	'url',
	'linkName',
	'sponsor'
];

/**
 * Tells the row that names nothing and whose number is the sum of those that do, as web analytics puts one
 * above its table.
 */
function unnamedSum(
	kind: FileKind,
	sample: readonly (readonly string[])[],
	columns: RoleColumns
): (row: readonly string[]) => boolean {
	const number = (kind === 'counts' ? columns.total : columns.amount) ?? -1;
	const names = NAMES.flatMap((role) => columns[role] ?? []);
	const isNamed = (row: readonly string[]) => names.some((column) => isFilled(row[column] ?? ''));
	const numberIn = (row: readonly string[]) => {
		const read = readNumber(row[number] ?? '');
		return typeof read === 'number' ? read : 0;
	};
	const named = sample.filter((row) => isNamed(row) && !isTotalRow(row));
	if (names.length === 0 || named.length < 2) return () => false;
	const sum = named.reduce((all, row) => all + numberIn(row), 0);
	// of a longer table only the beginning is known
	const isAll = sample.length < SAMPLE_ROWS;
	return (row) => {
		const own = numberIn(row);
		if (own <= 0 || isNamed(row)) return false;
		return isAll ? Math.abs(own - sum) < 0.005 : own >= sum;
	};
}

function isFilled(cell: string): boolean {
	return cell.trim() !== '';
}

/** The texts of a table, as they are compared. */
function namesIn({ sample }: SheetTable): ReadonlySet<string> {
	return new Set(
		sample
			.flat()
			.map(plainWord)
			.filter((name) => /\p{L}/u.test(name))
	);
}

function firstOf(row: readonly string[]): string {
	return row.find((cell) => cell.trim() !== '') ?? '';
}

/** "Facebook Total" below rows of Facebook. */
function isSumOfGroup(row: readonly string[], names: ReadonlySet<string>): boolean {
	const of = sumOf(firstOf(row));
	return of !== null && names.has(of);
}

/** Whether a row holds a word in its first cell, and nothing else: "March 2026" above the letters of a month. */
export function isHeading(row: readonly string[]): boolean {
	const [first = '', ...others] = row;
	return others.length >= 2 && first.trim() !== '' && others.every((cell) => cell.trim() === '');
}

/** A row with one cell more; only that one is looked at for it. */
function withCell(row: string[], column: number, text: string): string[] {
	return new Proxy(row, {
		get: (cells, key) => (key === String(column) ? text : (Reflect.get(cells, key) as unknown))
	});
}
