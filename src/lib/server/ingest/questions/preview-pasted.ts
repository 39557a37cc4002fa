import type { DayOrder } from '#lib/csv/instants/date-order.ts';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { tableFacts } from '#lib/csv/table-facts.ts';
import { isWithoutYear } from '#lib/providers/by-hand/any-file.ts';
import type { MoneyFact, RejectCode, RowReading } from '#lib/providers/facts.ts';
import type { Doubt, OrderFrom } from '#lib/providers/reading-card.ts';
import type { FileFacts, FileKind } from '#lib/providers/recogniser.ts';
import { skippingHeader } from '#lib/providers/skipping-header.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Publication } from '../../store/publications.ts';
import { readingIn, rowsToEnd } from '../reading/rows-to-end.ts';
import { tellTable } from '../reading/tell-table.ts';
import { cardReader } from '../reading/weigh-reading.ts';
import { widest } from './question.ts';

/** Rows that are shown: who pastes more looks at a file. */
const mostShown = 300;

/** A row that was pasted, as it was typed and as it is read. */
export type PastedRow = {
	/** as a spreadsheet counts it, the head being the first */
	row: number;
	cells: string[];
	/** what would be stored of it */
	money: MoneyFact[];
	/** why it would not be */
	reject: RejectCode | null;
	/** what else is wrong with it */
	also: readonly RejectCode[];
};

/** What pasted rows of money would become; nothing is stored. */
export type PastedPreview = {
	header: string[];
	rows: PastedRow[];
	/** of all rows, those that are not shown too */
	total: number;
	rejected: number;
	/** why those are, and how many for each reason, the most frequent first */
	refused: { code: RejectCode; n: number }[];
	/** rows that state nothing: totals, drafts */
	skipped: number;
	/** the one order of day and month of all rows, and what told it; null where no date has one */
	order: { order: DayOrder; from: OrderFrom } | null;
	doubts: Doubt[];
	/** headers of columns that nothing is made of */
	unused: string[];
};

/**
 * Reads pasted rows as an import of them would.
 *
 * @param how `order` is what somebody chose, where no row tells; it is taken as the default of the publication before
 * @throws {Trouble} pasteNotTable, monthsWithoutYear, and whatever makes the text unreadable
 */
export async function previewPasted(
	publication: Publication,
	text: string,
	how: { kind: FileKind; order: DayOrder | null; now: number }
): Promise<PastedPreview> {
	const source = bytesInMemory('pasted.csv', text);
	const sheet = await survey(source);
	const table = widest(sheet);
	const file: FileFacts | null = table
		? { name: source.name, ...tableFacts(sheet, table), own: publication }
		: null;
	const about = { kind: how.kind, ...(how.order && { order: how.order }) };
	const recognition = file && tellTable(file, { saved: null, map: null, about });
	if (file && !recognition && isWithoutYear(file, how.kind)) throw new Trouble('monthsWithoutYear');
	if (!file || !recognition) throw new Trouble('pasteNotTable');

	const zone = { zone: publication.zone, from: 'publication' } as const;
	const opened = await cardReader(source, sheet, { file, recognition }, zone, how.now);
	const read = skippingHeader(opened.read, file.table.header);
	const refused = new Map<RejectCode, number>();
	const preview = { rows: [] as PastedRow[], total: 0, rejected: 0, skipped: 0 };
	const batches = rowsToEnd(source, sheet, file.table, recognition.columns);
	for await (const batch of batches) {
		for (const [i, cells] of batch.rows.entries()) {
			const reading = readingIn(batch, i, read);
			opened.keeper.observe(cells, reading);
			preview.total++;
			if ('skip' in reading) preview.skipped++;
			if ('reject' in reading) {
				preview.rejected++;
				refused.set(reading.reject, (refused.get(reading.reject) ?? 0) + 1);
			}
			if (preview.rows.length < mostShown)
				preview.rows.push(rowOf(batch.first + i, cells, reading));
		}
	}

	const { dates, doubts, unused } = opened.keeper.card();
	const { order, orderFrom } = dates;
	return {
		header: file.table.header,
		...preview,
		refused: [...refused].map(([code, n]) => ({ code, n })).sort((a, b) => b.n - a.n),
		order: order && order !== 'ymd' && orderFrom !== null ? { order, from: orderFrom } : null,
		doubts,
		unused
	};
}

function rowOf(row: number, cells: string[], reading: RowReading): PastedRow {
	const facts = 'facts' in reading ? reading.facts : [];
	return {
		row,
		cells,
		money: facts.flatMap((fact) => (fact.fact === 'money' ? [fact] : [])),
		reject: 'reject' in reading ? reading.reject : null,
		also: ('reject' in reading && reading.also) || []
	};
}
