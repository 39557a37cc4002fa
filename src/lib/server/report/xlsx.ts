import writeExcelFile from 'write-excel-file/node';
import type { SheetData } from 'write-excel-file/node';
import { decimalsOf, minorUnits } from '#lib/minor-units.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { createFormats, type Formats } from '#lib/messages/format.ts';
import { unitOf } from '#lib/columns/key-figures.ts';
import { definitionTable, reportFacts, figuresOf } from './facts.ts';
import type { ReportKeyFigure, Snapshot } from './snapshot.ts';
import {
	isWords,
	type Cell,
	type ColumnHead,
	type ColumnKind,
	type Table
} from '#lib/columns/table.ts';

/** How a spreadsheet shows numbers of a kind; which signs it takes is its user's language. */
const NUMBERS: Record<Exclude<ColumnKind, 'text' | 'money'>, string> = {
	name: '0',
	count: '#,##0',
	decimal: '#,##0.0',
	rate: '0.0%',
	share: '0.0%',
	// in the unit of the rates that they are differences of, as every file has them
	points: '+0.0%;-0.0%;0.0%',
	ratio: '0.00',
	instant: 'yyyy-mm-dd hh:mm',
	month: 'yyyy-mm',
	day: 'yyyy-mm-dd'
};

/** The same cell in a spreadsheet: typed, never a formula. */
function typed(value: Cell, { kind, currency }: Omit<ColumnHead, 'head'>) {
	if (value === null) return null;
	// a type of its own keeps a title that starts with = from being read as anything but text
	if (kind === 'month' || kind === 'day') {
		const at = Date.parse(kind === 'month' ? `${value}-01` : String(value));
		if (!Number.isNaN(at)) return { value: new Date(at), type: Date, format: NUMBERS[kind] };
	}
	if (typeof value === 'string') return typedText(value);
	if (kind === 'instant') return { value: new Date(value), type: Date, format: NUMBERS.instant };
	if (isWords(kind)) return { value, type: Number };
	if (kind === 'money') return typedMoney(value, currency ?? 'EUR');
	return { value, type: Number, format: NUMBERS[kind] };
}

function moneyFormat(currency: string): string {
	const format = ['#,##0', '0'.repeat(decimalsOf(currency))].filter(Boolean).join('.');
	return `${format} "${currency}"`;
}

/** A text; a long one goes on below itself, as its column is no wider than a screen. */
function typedText(text: string) {
	const wraps = text.length > WIDEST && { wrap: true, alignVertical: 'top' as const };
	return { value: harmless(text), type: String, ...wraps };
}

/** Minor units as an amount of its currency, with all its decimals. */
function typedMoney(minor: number, currency: string) {
	return { value: minor / minorUnits(currency), type: Number, format: moneyFormat(currency) };
}

/** Columns of text are no wider, in letters. */
const WIDEST = 60;

/** As many letters as a cell holds, without those that XML forbids. */
const MOST = 32_767;
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function harmless(text: string): string {
	return text.replace(FORBIDDEN, '').slice(0, MOST);
}

const bold = (value: string) => ({
	value: harmless(value),
	type: String,
	fontWeight: 'bold' as const
});

function sheetOf(table: Table): SheetData {
	return [
		table.columns.map(({ head, kind }) => ({
			...bold(head),
			wrap: true,
			alignVertical: 'bottom' as const,
			...(isWords(kind) ? {} : { align: 'right' as const })
		})),
		...table.rows.map((row) => row.map((value, i) => typed(value, table.columns[i]!)))
	] as SheetData;
}

/** Of a column of figures, which no head makes wider than a screen has room for. */
function widthOf(head: string): number {
	return Math.max(9, Math.min(14, head.length + 1));
}

/** The longest of some amounts as it is shown: what has no room in its column is shown as signs. */
function longestAmount(amounts: readonly Cell[], currency: string): number {
	const digits = decimalsOf(currency);
	const { format } = new Intl.NumberFormat('en', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	});
	const lengths = amounts.map((minor) => format(Number(minor) / minorUnits(currency)).length);
	return Math.max(...lengths, 0) + currency.length + 3;
}

/** Wide enough for most of what a column holds, narrow enough for a screen. */
function widthsOf({ columns, rows }: Table) {
	return columns.map(({ head, kind, currency = 'EUR' }, i) => {
		if (kind === 'instant') return { width: 17 };
		if (kind === 'money') {
			const amounts = rows.map((row) => row[i] ?? null);
			return { width: Math.max(widthOf(head), longestAmount(amounts, currency)) };
		}
		if (kind !== 'text') return { width: Math.max(widthOf(head), kind === 'day' ? 12 : 9) };
		const longest = rows.reduce((most, row) => Math.max(most, String(row[i] ?? '').length), 8);
		return { width: Math.min(WIDEST, longest + 2) };
	});
}

/** What a sheet may be called: 31 letters without these, and no two alike. */
function sheetNames(titles: readonly string[]): string[] {
	const taken = new Set<string>();
	return titles.map((title) => {
		const clean =
			harmless(title)
				.replace(/[[\]:*?/\\']/g, ' ')
				.replace(/\s+/g, ' ')
				.trim() || '–';
		let name = clean.slice(0, 31).trim();
		for (let n = 2; taken.has(name.toLowerCase()); n++)
			name = `${clean.slice(0, 31 - String(n).length - 1).trim()} ${n}`;
		taken.add(name.toLowerCase());
		return name;
	});
}

/** A report as a workbook: what it says first, then a sheet a table, definitions last. */
export async function reportXlsx(snapshot: Snapshot): Promise<Uint8Array> {
	const options = { locale: snapshot.locale };
	const tables = [
		...figuresOf(snapshot).map(({ title, table }) => ({ title, table })),
		{ title: m['report.definitions']({}, options), table: definitionTable(snapshot) }
	];
	const names = sheetNames([m['report.summary']({}, options), ...tables.map(({ title }) => title)]);
	const sheets = [
		{
			data: summaryOf(snapshot),
			sheet: names[0]!,
			columns: [
				{ width: 34 },
				{ width: 22 },
				{ width: 20 },
				{ width: 20 },
				{ width: 20 },
				{ width: 14 },
				{ width: 40 }
			]
		},
		...tables.map(({ table }, i) => ({
			data: sheetOf(table),
			sheet: names[i + 1]!,
			columns: widthsOf(table),
			stickyRowsCount: 1,
			stickyColumnsCount: 1
		}))
	];
	return writeExcelFile(sheets).toBuffer();
}

/** What the report rests on, what it says, and its key figures. */
function summaryOf(snapshot: Snapshot): SheetData {
	const { name, findings, advice, keyFigures, locale, publication } = snapshot;
	const formats = createFormats(locale, publication.zone);
	const options = { locale };
	const line = (text: string) => [{ value: harmless(text), type: String }];
	const head = [
		m['table.figure']({}, options),
		m['table.value']({}, options),
		m['table.change']({}, options),
		m['table.low']({}, options),
		m['table.high']({}, options),
		m['table.unit']({}, options),
		m['table.notCompared']({}, options)
	];
	return [
		[{ ...bold(name), fontSize: 16 }],
		...reportFacts(snapshot).map(([label, value]) => [bold(label), ...line(value)]),
		[],
		[bold(m['report.fact.findings']({}, options))],
		...findings.map(line),
		...advice.flatMap(({ heading, lines }) => [[], [bold(heading)], ...lines.map(line)]),
		[],
		head.map(bold),
		...keyFigures.map((figure) => keyLine(figure, formats))
	] as SheetData;
}

function keyLine(figure: ReportKeyFigure, formats: Formats) {
	const column = { kind: figure.kind, ...(figure.currency && { currency: figure.currency }) };
	const moved = { ...column, kind: figure.kind === 'rate' ? ('points' as const) : figure.kind };
	return [
		{ value: harmless(figure.label), type: String },
		typed(figure.value, column),
		typed(figure.change, moved),
		typed(figure.low, moved),
		typed(figure.high, moved),
		{ value: unitOf(figure, formats), type: String },
		{ value: harmless(figure.note ?? ''), type: String }
	];
}
