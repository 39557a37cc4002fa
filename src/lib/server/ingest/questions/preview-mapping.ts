import { readRows } from '#lib/csv/read-rows.ts';
import type { Sheet, ByteSource } from '#lib/csv/sheet.ts';
import { tableFacts } from '#lib/csv/table-facts.ts';
import { survey } from '#lib/csv/survey.ts';
import { maskedCell } from '#lib/providers/masked-cell.ts';
import type { ReadingCard } from '#lib/providers/reading-card.ts';
import type { FileFacts, Role } from '#lib/providers/recogniser.ts';
import { shownValues } from '#lib/providers/shown-values.ts';
import { skippingHeader } from '#lib/providers/skipping-header.ts';
import { Trouble } from '#lib/trouble.ts';
import { widest } from './question.ts';
import type { ZoneSaid } from '../reading/decide-instants.ts';
import { readingIn, rowsToEnd } from '../reading/rows-to-end.ts';
import { storedRow, type StoredRow } from './stored-row.ts';
import { tellTable, type About, type TableAnswer } from '../reading/tell-table.ts';
import { cardReader } from '../reading/weigh-reading.ts';

/** Rows that a preview reads: it follows every choice at once. */
const mostRead = 2000;

/** Rows that are shown of those that would be stored, and of those that would be refused. */
const mostShown = 8;

/** Values of a column that are handed on. */
const mostValues = 60;

export type PreviewColumn = {
	header: string;
	values: string[];
	/** how many different values there are among the rows that were read */
	distinct: number;
	masked: boolean;
};

/** What a mapping would make of a file, from its first rows. */
export type MappingPreview = {
	/** null where the choices so far make no reading */
	card: ReadingCard | null;
	/** what is in the way, where there is no card */
	trouble: { code: string; details: Record<string, string | number> } | null;
	sheets: string[];
	/** the file's first records, to point to its header */
	top: string[][];
	columns: PreviewColumn[];
	rows: number;
	accepted: number;
	skipped: number;
	rejected: number;
	stored: StoredRow[];
	refused: { row: number; code: string; cells: string[] }[];
};

/**
 * Reads the beginning of a file as a person says it is to be read, and stores nothing.
 *
 * @param how `whole` shows values as they are, to somebody who may see them; `sheet` is what a survey by
 *   the layout of the answer found, where there was one
 * @throws {Trouble} whatever makes the file unreadable
 */
export async function previewMapping(
	source: ByteSource,
	how: {
		answer: TableAnswer;
		zone: ZoneSaid;
		now: number;
		whole: boolean;
		sheet?: Sheet;
		own?: FileFacts['own'];
	}
): Promise<MappingPreview> {
	const { answer, whole } = how;
	const sheet = how.sheet ?? (await survey(source, answer.about.layout));
	const table = widest(sheet);
	if (!table) throw new Trouble('fileNotRecognised', { file: source.name });
	const file: FileFacts = {
		name: source.name,
		...tableFacts(sheet, table),
		...(how.own && { own: how.own })
	};

	const read = await readAs(source, sheet, file, how);
	const preview = await lookThrough(source, sheet, file, read, whole);
	return {
		...preview,
		trouble: read.trouble,
		sheets: await sheetsOf(source, sheet, answer.about),
		top: await topOf(source, sheet, whole)
	};
}

type Read = Awaited<ReturnType<typeof readAs>>;

/** How the choices so far read a row; what is in the way where they do not. */
async function readAs(
	source: ByteSource,
	sheet: Sheet,
	file: FileFacts,
	{ answer, zone, now }: Parameters<typeof previewMapping>[1]
) {
	const none = { read: null, keeper: null, columns: {} };
	try {
		const recognition = tellTable(file, answer);
		if (!recognition)
			return { ...none, trouble: { code: 'fileNotRecognised', details: { file: file.name } } };
		const opened = await cardReader(source, sheet, { file, recognition }, zone, now);
		const read = skippingHeader(opened.read, file.table.header);
		return { ...opened, read, columns: recognition.columns, trouble: null };
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		return { ...none, trouble: { code: error.code, details: error.details } };
	}
}

async function lookThrough(
	source: ByteSource,
	sheet: Sheet,
	file: FileFacts,
	{ read, keeper, columns }: Read,
	whole: boolean
): Promise<Omit<MappingPreview, 'trouble' | 'sheets' | 'top'>> {
	const { header } = file.table;
	const cellsOf: string[][] = header.map(() => []);
	const counts = { rows: 0, accepted: 0, skipped: 0, rejected: 0 };
	const stored: StoredRow[] = [];
	const refused: MappingPreview['refused'] = [];
	const show = (cell: string) => (whole ? cell : maskedCell(cell, false));

	reading: for await (const batch of rowsToEnd(source, sheet, file.table, columns)) {
		const { first, rows } = batch;
		for (const [i, cells] of rows.entries()) {
			if (counts.rows === mostRead) break reading;
			counts.rows++;
			for (const [column, columnCells] of cellsOf.entries()) columnCells.push(cells[column] ?? '');
			if (!read) continue;
			const reading = readingIn(batch, i, read);
			keeper.observe(cells, reading);
			if ('skip' in reading) counts.skipped++;
			else if ('reject' in reading) {
				counts.rejected++;
				if (refused.length < mostShown)
					refused.push({ row: first + i, code: reading.reject, cells: cells.map(show) });
			} else {
				counts.accepted++;
				const shown = reading.facts.slice(0, mostShown - stored.length);
				stored.push(...shown.map((fact) => storedRow(first + i, fact, show, file.own?.currency)));
			}
		}
	}

	const roles = new Map(Object.entries(columns).map(([role, column]) => [column, role as Role]));
	return {
		card: keeper ? withoutSamples(keeper.card()) : null,
		columns: header.map((name, column) =>
			previewColumn(name, roles.get(column) ?? null, cellsOf[column]!, whole)
		),
		...counts,
		stored,
		refused
	};
}

/** Values stand in the columns, masked as whoever looks may see them. */
function withoutSamples(card: ReadingCard): ReadingCard {
	return { ...card, fields: card.fields.map((field) => ({ ...field, samples: [] })) };
}

function previewColumn(
	header: string,
	role: Role | null,
	cells: readonly string[],
	whole: boolean
): PreviewColumn {
	const shown = shownValues(header, role, cells);
	const all = whole ? [...new Set(cells.map((cell) => cell.trim()).filter(Boolean))] : shown.values;
	return {
		header,
		values: all.slice(0, mostValues).map((value) => value.slice(0, 200)),
		distinct: shown.distinct,
		masked: !whole && shown.masked
	};
}

/** The names of a workbook's sheets, in their order. */
async function sheetsOf(source: ByteSource, sheet: Sheet, { layout }: About): Promise<string[]> {
	if (!sheet.format || sheet.format === 'json') return [];
	const all = layout?.sheet === undefined ? sheet : await survey(source);
	const names: string[] = [];
	for (const { sheet: own } of all.tables) if (own) names[own.index] = own.name;
	return names;
}

/**
 * The first records of a file, so that somebody can point to the header: what stands beneath the one
 * that was found is rows of people, and masked.
 */
async function topOf(source: ByteSource, sheet: Sheet, whole: boolean): Promise<string[][]> {
	const header = sheet.tables[0]?.headerRow ?? 0;
	const from = sheet.tables[0]?.sheet;
	const table = { title: null, header: [''], headerRow: 0, endRow: null, sample: [] };
	const top: string[][] = [];
	for await (const { first, rows } of readRows(source, sheet, {
		...table,
		...(from && { sheet: from })
	})) {
		for (const [i, cells] of rows.entries()) {
			if (first + i > 12) return top;
			while (top.length < first + i - 1) top.push([]);
			const shown = cells.slice(0, 8).map((cell) => maskedCell(cell, whole || first + i <= header));
			top.push(shown.map((cell) => cell.slice(0, 24)));
		}
	}
	return top;
}
