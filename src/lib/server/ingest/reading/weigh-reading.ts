import { readRows } from '#lib/csv/read-rows.ts';
import type { Sheet, ByteSource } from '#lib/csv/sheet.ts';
import { cardKeeper } from '#lib/providers/card-keeper.ts';
import type { RowReader } from '#lib/providers/facts.ts';
import type { Because, CardDates, Doubt, DoubtCode } from '#lib/providers/reading-card.ts';
import type { Instants, Role } from '#lib/providers/recogniser.ts';
import { sendsAgain, type SendsAgain } from '#lib/providers/sends-again.ts';
import { nameColumn, rowWeigher } from '#lib/providers/weigh-rows.ts';
import { doubtsOf, roundedIds } from './doubts-of.ts';
import { doubtsOfService } from './doubts-of-service.ts';
import type { RecognisedTable } from './read-tables.ts';
import { rowsToEnd } from './rows-to-end.ts';
import { decideInstants, type LostZone, type ZoneSaid } from './decide-instants.ts';

/** Rows that a reading is weighed on: of a larger file, its beginning. */
const mostWeighed = 20_000;

/** How a table will be read, and what may be wrong with that. */
type Weighed = {
	instants: Map<Role, Instants>;
	formats: Record<string, unknown>;
	unsure: { column: string; example: string } | null;
	lost: LostZone | null;
	dates: Omit<CardDates, 'first' | 'last'>;
	doubts: Doubt[];
	/** rows that it was weighed on */
	weighed: number;
};

/** Tells what other files said of the letters that a file names. */
export type Recall = (again: SendsAgain) => Promise<void>;

/** Whether a doubt was answered by whoever said how such files are read. */
function isSettled(because: Because, code: DoubtCode): boolean {
	const isTime = ['orderAmbiguous', 'zoneUnknown', 'zonesDiffer'].includes(code);
	if (because === 'map') return !isTime;
	// which letter it is of, and whether cells slipped, is asked of each file anew
	if (because === 'remembered')
		return !isTime && !['noCampaign', 'sendsOfOneName', 'cellsLeft'].includes(code);
	return false;
}

/** Settles how a table is read and, where no service's shape vouches for it, weighs that on its rows. */
async function weighReading(
	source: ByteSource,
	sheet: Sheet,
	recognised: RecognisedTable,
	zone: ZoneSaid,
	now: number,
	recall?: Recall
): Promise<Weighed> {
	const { file, recognition } = recognised;
	const decided = await decideInstants(source, sheet, recognition, file, zone, now);
	const doubts = doubtsOf(recognised, decided);
	const { because = 'service', recogniser, columns } = recognition;
	const read = recogniser.reader(file, columns, decided.instants, zone.zone);
	const again = sendsAgain();
	if (because === 'service') {
		if (isByName(recognised)) await observeAll(again, source, sheet, file.table, read);
		await recall?.(again);
		const weighed = Math.min(file.table.sample.length, mostWeighed);
		return { ...decided, doubts: [...doubts, ...ofOneName(again, recognised)], weighed };
	}
	const weigher = rowWeigher({ file, recognition, instants: decided.instants, now, again }, read);
	let weighed = 0;
	for await (const { rows, isCut } of rowsToEnd(source, sheet, file.table, columns)) {
		// a row that the file was cut in says nothing of the others
		for (const row of isCut ? rows.slice(0, -1) : rows) weigher.add(row);
		if ((weighed += rows.length) >= mostWeighed) break;
	}
	await recall?.(again);
	const all = [...doubts, ...weigher.doubts(), ...ofOneName(again, recognised)].map((doubt) => {
		return { ...doubt, waits: doubt.waits && !isSettled(because, doubt.code) };
	});
	return { ...decided, doubts: all, weighed };
}

/** Whether a table of a service may leave a doubt that its beginning tells, or all of it. */
export function mayLeaveDoubt(recognised: RecognisedTable): boolean {
	return (
		roundedIds(recognised).length > 0 ||
		doubtsOfService(recognised).length > 0 ||
		isByName(recognised)
	);
}

/** Whether a service's file of events knows its sends by a name or a subject, and by no id of the service. */
function isByName({ file, recognition: { recogniser, columns } }: RecognisedTable): boolean {
	const named = nameColumn(columns);
	const isOfEvents = ['events', 'opens', 'clicks', 'deliveries'].includes(recogniser.kind);
	return isOfEvents && named !== undefined && !/id$|\bidn/i.test(file.table.header[named] ?? '');
}

/** Letters of one name, with the column of the name. */
function ofOneName(again: SendsAgain, { file, recognition }: RecognisedTable): Doubt[] {
	const column = file.table.header[nameColumn(recognition.columns) ?? -1] ?? '';
	return again.doubts().map((doubt) => ({ ...doubt, column }));
}

/** Has the beginning of a file watched for letters of one name. */
async function observeAll(
	again: SendsAgain,
	source: ByteSource,
	sheet: Sheet,
	table: RecognisedTable['file']['table'],
	read: RowReader
) {
	let seen = 0;
	for await (const { rows } of readRows(source, sheet, table)) {
		for (const row of rows) {
			const reading = read(row);
			if ('facts' in reading) for (const fact of reading.facts) again.observe(fact);
		}
		if ((seen += rows.length) >= mostWeighed) break;
	}
}

/**
 * How the rows of a table are read, and the card that is kept of it.
 *
 * @param beside doubts of the file that the card says as well, and what other files told
 */
export async function cardReader(
	source: ByteSource,
	sheet: Sheet,
	recognised: RecognisedTable,
	zone: ZoneSaid,
	now: number,
	{ more = [], recall }: { more?: readonly Doubt[]; recall?: Recall } = {}
) {
	const { file, recognition } = recognised;
	const weighed = await weighReading(source, sheet, recognised, zone, now, recall);
	const { recogniser, columns } = recognition;
	const read = recogniser.reader(file, columns, weighed.instants, zone.zone);
	const doubts = [...weighed.doubts, ...more];
	return { read, keeper: cardKeeper({ sheet, file, recognition, ...weighed, doubts }, read) };
}
