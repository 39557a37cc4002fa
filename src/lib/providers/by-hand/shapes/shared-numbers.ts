import type { SheetTable } from '#lib/csv/sheet.ts';
import { readNumber } from '#lib/csv/numbers.ts';
import { readCount } from '../../plans/count-reader.ts';
import { testColumns } from '../../plans/test-sales.ts';
import { isTotalRow, namesAll } from '../../refuse.ts';
import type { Doubt } from '../../reading-card.ts';
import type { FileFacts, FileKind, Role, RoleColumns } from '../../recogniser.ts';
import { speaksOf } from '../words/genre-words.ts';
import { plainHeader } from '../words/header-words.ts';
import { isOrder } from '../cells/order-numbers.ts';
import { totalsOf } from '../cells/total-columns.ts';

/** What a column is called that holds how much came together up to each row. */
const RUNNING =
	/\b(to ?date|so far|until now|up to now|running|cumul\w*|kumul\w*|acumulad\w*|aufgelaufen\w*|bis(lang| ?heute| dato)|jusqu ?(ici|a present|a ce jour)|a ce jour|depuis le debut|hasta (la fecha|ahora|hoy)|fino ad? (ora|oggi)|finora|tot nu toe|tot heden|ate (agora|a data|hoje)|ytd|mtd|lifetime)\b/;

/** Kinds whose rows are added up, by the roles that hold what is. */
const ADDED: Partial<Record<FileKind, readonly Role[]>> = {
	counts: ['total', 'unique'],
	spend: ['amount'],
	value: ['amount', 'conversions', 'sessions']
};

/** What rows that are added up are of. */
const OF: readonly Role[] = [
	'address',
	'url',
	'linkName',
	'campaign',
	'campaignName',
	'issue',
	'subject',
	'channel',
	'item'
];

/** Numbers that grow from row to row, of one link or channel: added up they would count again and again. */
export function runningTotals({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	const added = (ADDED[kind] ?? []).flatMap((role) => columns[role] ?? []);
	const running = added.find((column) => RUNNING.test(plainHeader(table.header[column] ?? '')));
	if (running === undefined) return [];
	const of = OF.flatMap((role) => columns[role] ?? []);
	const keys = rowsOf(table).map((row) => JSON.stringify(of.map((column) => row[column]?.trim())));
	if (new Set(keys).size === keys.length) return [];
	return [{ code: 'runningTotals', waits: true, column: table.header[running] ?? '' }];
}

/** Words of a whole order. */
const WHOLE =
	/\b(order|cart|grand|commande|panier|bestell\w*|gesamt\w*|pedido|ordine|bestelling|encomenda|total\w*|totaal|summe)\b/;

/**
 * An amount that is that of the whole order, in a table with a row for each article of it: it would be counted
 * once for each.
 */
export function repeatedAmounts(
	{ table }: FileFacts,
	kind: FileKind,
	{ amount }: RoleColumns
): Doubt[] {
	const order = table.header.findIndex(isOrder);
	if (kind !== 'value' || amount === undefined || order === -1) return [];
	if (!WHOLE.test(plainHeader(table.header[amount] ?? ''))) return [];
	const amounts = new Map<string, string[]>();
	for (const row of rowsOf(table)) {
		const id = row[order]?.trim() ?? '';
		if (id !== '') amounts.set(id, [...(amounts.get(id) ?? []), row[amount]?.trim() ?? '']);
	}
	const several = [...amounts.values()].filter((cells) => cells.length > 1);
	const isRepeated = several.length > 0 && several.every((cells) => new Set(cells).size === 1);
	if (!isRepeated) return [];
	return [{ code: 'amountRepeated', waits: true, column: table.header[amount] ?? '' }];
}

/** A column's name without the letter or number of a version behind it: "Opens B", "Clicks (variant 2)". */
const VERSION =
	/[ _]\(?(?:(?:variant|version|variante|versione|versie|versao|test|group|groupe|gruppe) )?([ab]|[12])\)?$/i;

/** A total of one version of a letter, where another column says that of the other version. */
function otherVersion({ table }: FileFacts): number | undefined {
	const used = new Set(Object.values(totalsOf(table)));
	const bare = (name: string) => name.trim().replace(VERSION, '').trimEnd().toLowerCase();
	return table.header.findIndex((name, other) => {
		if (used.has(other) || bare(name) === name.trim().toLowerCase()) return false;
		return [...used].some(
			(column) => column !== undefined && bare(table.header[column] ?? '') === bare(name)
		);
	});
}

/** Columns that say the same of another part, and are not read. */
export function otherTotals(file: FileFacts, kind: FileKind): Doubt[] {
	const other = kind === 'sends' ? otherVersion(file) : undefined;
	if (other === undefined || other === -1) return [];
	return [{ code: 'otherTotal', waits: true, column: file.table.header[other] ?? '' }];
}

/** Numbers of clicks that clicks of nobody in particular leave unread: their rows are counts. */
export function unreadCounts({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	if (kind !== 'clicks' || (columns.address ?? columns.alias) !== undefined) return [];
	const used = new Set(Object.values(columns));
	const rows = rowsOf(table);
	const number = table.header.findIndex((name, column) => {
		if (used.has(column) || !speaksOf(name, 'click')) return false;
		const counts = rows.map((row) => readCount(row[column]));
		return counts.length > 0 && counts.every((n) => typeof n === 'number');
	});
	if (number === -1) return [];
	return [{ code: 'otherTotal', waits: true, column: table.header[number] ?? '' }];
}

function rowsOf({ sample }: SheetTable): string[][] {
	return sample.filter((row) => !isTotalRow(row));
}

/** Totals of sends that are called like counts, and hold rates: no rate is imported. */
export function ratesForCounts({ table }: FileFacts, kind: FileKind): Doubt[] {
	if (kind !== 'sends') return [];
	const filled = Object.values(totalsOf(table)).flatMap((column) => {
		const cells = rowsOf(table).map((row) => (row[column ?? -1] ?? '').trim());
		const written = cells.filter((cell) => cell !== '');
		return column === undefined || written.length === 0 ? [] : [{ column, written }];
	});
	const rates = filled.filter(({ written }) => written.every((cell) => /\d\s*%$/.test(cell)));
	const waits = rates.length === filled.length;
	return rates.map(({ column, written }) => {
		const header = table.header[column] ?? '';
		return {
			code: 'oddlyFilled',
			waits,
			column: header,
			values: [...new Set(written)].slice(0, 3)
		};
	});
}

/** Sales that a column of the file marks as tests: nobody paid them. */
export function testSales({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	if (kind !== 'value') return [];
	const used = new Set(Object.values(columns));
	return testColumns(table.header).flatMap(({ column, isTest }): Doubt[] => {
		if (used.has(column)) return [];
		const marked = rowsOf(table)
			.map((row) => (row[column] ?? '').trim())
			.filter(isTest);
		if (marked.length === 0) return [];
		const header = table.header[column] ?? '';
		return [{ code: 'testSales', waits: true, column: header, values: [...new Set(marked)] }];
	});
}

/** `[TEST] Letter 13`, `Test: Letter 13`, `Letter 13 (test)`, and no `Test of new bikes`. */
const TEST_SEND =
	/^\s*(?:[[({]\s*(?:test|essai|prueba|prova|proef|teste)\b[^\])}]*[\])}]|(?:test|essai|prueba|prova|proef|teste)(?: \d+)?\s*(?:[:–—|]|-\s))|[[(]\s*(?:test|essai|prueba|prova|proef|teste)\s*[\])]\s*$/i;

/** Letters that are called a test and went to few: each would count as an issue. */
export function testSends({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	if (kind !== 'sends') return [];
	const { campaign, campaignName, subject, issue } = columns;
	const named = [campaign, campaignName, subject, issue].filter((one) => one !== undefined);
	const { delivered = -1 } = totalsOf(table);
	const reached = (row: readonly string[]) => Number(readCount(row[delivered]) ?? 0) || 0;
	const most = Math.max(...rowsOf(table).map(reached));
	const marked = rowsOf(table).flatMap((row) => {
		const column = named.find((one) => TEST_SEND.test(row[one] ?? ''));
		return column !== undefined && reached(row) <= 0.1 * most ? [[row, column] as const] : [];
	});
	if (marked.length === 0) return [];
	const values = [...new Set(marked.map(([row, column]) => row[column]!.trim()))].slice(0, 3);
	const column = table.header[marked[0]![1]] ?? '';
	return [{ code: 'testSends', waits: true, column, values, rows: marked.length }];
}

/** Of more values a column says no such thing as "all" and its parts. */
const MOST_PARTS = 12;

/**
 * Rows whose number is the sum of those beside them, by a column that nothing is made of: a campaign and its
 * ads, all ages and each.
 */
export function sumsAmongRows({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	const { total, unique, amount, conversions, sessions, currency, at, from, to } = columns;
	// what each reader paid is summed up in no row of theirs
	const money = kind === 'spend' || columns.address === undefined ? amount : undefined;
	const number = kind === 'counts' ? total : ['spend', 'value'].includes(kind) ? money : undefined;
	if (number === undefined) return [];
	const of = [at, from, ...OF.map((role) => columns[role])].filter((one) => one !== undefined);
	// a device, a country or an author has a role, but no part in what rows of numbers are of
	const used = new Set([...of, total, unique, amount, conversions, sessions, currency, to]);
	for (const [column, header] of table.header.entries()) {
		if (used.has(column)) continue;
		const groups = new Map<string, Map<string, number[]>>();
		const values = new Set<string>();
		for (const row of rowsOf(table)) {
			const [value = '', n] = [row[column]?.trim(), readNumber(row[number] ?? '')];
			if (typeof n !== 'number' || value === '') continue;
			const key = JSON.stringify(of.map((one) => row[one]?.trim()));
			const group = groups.get(key) ?? new Map<string, number[]>();
			groups.set(key, group.set(value, [...(group.get(value) ?? []), n]));
			values.add(value);
		}
		const isFew = values.size > 1 && values.size <= MOST_PARTS;
		const sum = isFew ? [...values].find((value) => isSumIn([...groups.values()], value)) : null;
		if (sum) return [{ code: 'sumsAmongRows', waits: true, column: header, values: [sum] }];
	}
	return [];
}

/** Whether a value's number is the sum of the others' in each group that has it: of one group by its word alone. */
function isSumIn(groups: readonly ReadonlyMap<string, number[]>[], value: string): boolean {
	const own = groups.filter((group) => group.has(value));
	const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
	const isSum = (group: ReadonlyMap<string, number[]>) => {
		const others = [...group].flatMap(([other, numbers]) => (other === value ? [] : numbers));
		const whole = sum(group.get(value)!);
		return others.length > 1 && whole > 0 && Math.abs(whole - sum(others)) < 0.005;
	};
	return own.length >= (namesAll(value) ? 1 : 2) && own.every(isSum);
}
