import type { Sheet, ByteSource, SheetTable } from '#lib/csv/sheet.ts';
import { tableFacts } from '#lib/csv/table-facts.ts';
import type { RowReading } from '#lib/providers/facts.ts';
import { cardKeeper } from '#lib/providers/card-keeper.ts';
import type { Doubt } from '#lib/providers/reading-card.ts';
import type { FileFacts, Recognition } from '#lib/providers/recogniser.ts';
import { skippingHeader } from '#lib/providers/skipping-header.ts';
import { Trouble } from '#lib/trouble.ts';
import { doubtsOf } from './doubts-of.ts';
import { maskedCard } from './masked-card.ts';
import { mostRejects, type Pack, type Packer, type Reject } from '../packs/pack.ts';
import { decideInstants, type ZoneSaid } from './decide-instants.ts';
import { readingIn, rowsToEnd } from './rows-to-end.ts';
import { tellTable, type TableAnswer } from './tell-table.ts';
import { doubtsOfTables } from './repeated-tables.ts';

/** How a file is to be read: plain data, so that another thread can do it. */
export type ReadingOrder = {
	sheet: Sheet;
	/** what was said of each table of the sheet */
	answers: TableAnswer[];
	/** of instants that name none */
	zone: ZoneSaid;
	/** UTC milliseconds */
	now: number;
	/** somebody can be asked what a column of dates means */
	asks: boolean;
	/** what may be wrong with the readings that no service's shape vouches for, in their order */
	doubts: Doubt[][];
	/** every row that is refused is wanted, and not only so many as are kept */
	allRejects: boolean;
	publicationId: number;
	/** the publication's own */
	own: { currency: string; zone: string };
};

export type RecognisedTable = { file: FileFacts; recognition: Recognition };

/** The tables of a file that are recognised, with what was said of them. */
export function recogniseTables(
	name: string,
	{ sheet, answers, own }: Pick<ReadingOrder, 'sheet' | 'answers' | 'own'>
) {
	return sheet.tables.flatMap((table, i): RecognisedTable[] => {
		const file: FileFacts = { name, ...tableFacts(sheet, table), own };
		const recognition = tellTable(file, answers[i]!);
		return recognition ? [{ file, recognition }] : [];
	});
}

/**
 * Reads the recognised tables of a file, pack by pack.
 *
 * @throws {Trouble} recordTooLong; datesAmbiguous, where somebody can be asked
 */
export async function* readTables(
	source: ByteSource,
	order: ReadingOrder,
	packer: Packer
): AsyncGenerator<Pack> {
	const read: ReadSoFar = { rows: 0, rejects: 0, weighedTables: 0 };
	const all = recogniseTables(source.name, order);
	for (const recognised of all)
		yield* readTable(source, order, { recognised: recognised, all }, packer, read);
	yield packer.take();
}

/** How much of a file was read, over all of its tables. */
type ReadSoFar = { rows: number; rejects: number; weighedTables: number };

/** Reads one table into packs; what is left in the last one goes on with the next table. */
async function* readTable(
	source: ByteSource,
	order: ReadingOrder,
	{ recognised: recognised, all }: { recognised: RecognisedTable; all: readonly RecognisedTable[] },
	packer: Packer,
	soFar: ReadSoFar
): AsyncGenerator<Pack> {
	const { file, recognition } = recognised;
	const { sheet, zone, now } = order;
	const decided = await decideInstants(source, sheet, recognition, file, zone, now);
	if (decided.unsure && order.asks) throw new Trouble('datesAmbiguous', decided.unsure);
	packer.pack.reading = { dates: decided.formats, columns: headersOf(recognition, file.table) };
	const { recogniser, columns } = recognition;
	const read = recogniser.reader(file, columns, decided.instants, zone.zone);
	const weighed = file.table.sample.length;
	const isService = (recognition.because ?? 'service') === 'service';
	const unread = recognised === all[0] ? doubtsOfTables(sheet, all) : [];
	const own = [...doubtsOf(recognised, decided), ...unread];
	const doubts = taken((!isService && order.doubts[soFar.weighedTables++]) || own);
	const { dates } = decided;
	const keeper = cardKeeper({ sheet, file, recognition, dates, doubts, weighed }, read);

	const readRow = skippingHeader(read, file.table.header);
	for await (const batch of rowsToEnd(source, sheet, file.table, columns)) {
		const { first, rows } = batch;
		packer.pack.faults += batch.faults;
		for (const [i, cells] of rows.entries()) {
			soFar.rows++;
			packer.pack.rows++;
			const reading = readingIn(batch, i, readRow);
			keeper.observe(cells, reading);
			if ('reject' in reading) {
				const isKept = soFar.rejects++ < mostRejects || order.allRejects;
				packReject(packer, { row: first + i, code: reading.reject, cells }, isKept);
			} else packRow(packer, reading);
			if (packer.isFull) {
				packer.pack.read = batch.read;
				yield packer.take();
			}
		}
	}
	packer.pack.cards.push(maskedCard(keeper.card()));
}

function packRow(packer: Packer, reading: Exclude<RowReading, { reject: unknown }>) {
	if ('skip' in reading) return count(packer.pack.skips, reading.skip);
	for (const fact of reading.facts) {
		if (fact.fact === 'money' && fact.currency === null && fact.amount !== null)
			packer.pack.noCurrency++;
		packer.add(fact);
	}
}

/** @param isKept with its cells; more than anybody reads are counted alone */
function packReject(packer: Packer, reject: Reject, isKept: boolean) {
	count(packer.pack.reasons, reject.code);
	if (isKept) packer.pack.rejects.push(reject);
}

/** Doubts of what is read all the same: nobody is asked any more. */
function taken(doubts: readonly Doubt[]): Doubt[] {
	return doubts.map((doubt) => ({ ...doubt, waits: false }));
}

function count<Code>(counts: Map<Code, number>, code: Code) {
	counts.set(code, (counts.get(code) ?? 0) + 1);
}

/** For each role, what its column is called in the file. */
export function headersOf(
	{ columns }: Recognition,
	{ header }: SheetTable
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(columns).map(([role, column]) => [role, header[column] ?? ''])
	);
}
