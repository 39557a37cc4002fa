import { readRows } from '#lib/csv/read-rows.ts';
import type { Sheet, ByteSource } from '#lib/csv/sheet.ts';
import { cardKeeper } from '#lib/providers/card-keeper.ts';
import type { RowReading } from '#lib/providers/facts.ts';
import type { Because, CardDates, Doubt, DoubtCode } from '#lib/providers/reading-card.ts';
import type { Instants, Role } from '#lib/providers/recogniser.ts';
import { sendsAgain } from '#lib/providers/sends-again.ts';
import { rowWeigher } from '#lib/providers/weigh-rows.ts';
import { doubtsOf, roundedIds } from './doubts-of.ts';
import { doubtsOfService } from './doubts-of-service.ts';
import type { RecognisedTable } from './read-tables.ts';
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

/** Whether a doubt was answered by whoever said how such files are read. */
function isSettled(because: Because, code: DoubtCode): boolean {
	const isTime = ['orderAmbiguous', 'zoneUnknown', 'zonesDiffer'].includes(code);
	if (because === 'map') return !isTime;
	if (because === 'remembered') return !isTime && code !== 'noCampaign';
	return false;
}

/** Settles how a table is read and, where no service's shape vouches for it, weighs that on its rows. */
async function weighReading(
	source: ByteSource,
	sheet: Sheet,
	recognised: RecognisedTable,
	zone: ZoneSaid,
	now: number
): Promise<Weighed> {
	const { file, recognition } = recognised;
	const decided = await decideInstants(source, sheet, recognition, file, zone, now);
	const doubts = doubtsOf(recognised, decided);
	const { because = 'service', recogniser, columns } = recognition;
	const read = recogniser.reader(file, columns, decided.instants, zone.zone);
	if (because === 'service') {
		const again = isByName(recognised) ? await oneName(source, sheet, file.table, read) : [];
		const weighed = Math.min(file.table.sample.length, mostWeighed);
		return { ...decided, doubts: [...doubts, ...again], weighed };
	}
	const weigher = rowWeigher({ file, recognition, instants: decided.instants, now }, read);
	let weighed = 0;
	for await (const { rows } of readRows(source, sheet, file.table)) {
		for (const row of rows) weigher.add(row);
		if ((weighed += rows.length) >= mostWeighed) break;
	}
	const all = [...doubts, ...weigher.doubts()].map((doubt) => {
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
	const named = columns.campaign ?? columns.campaignName ?? columns.subject;
	const isOfEvents = ['events', 'deliveries'].includes(recogniser.kind);
	return isOfEvents && named !== undefined && !/id$|\bidn/i.test(file.table.header[named] ?? '');
}

/** Several letters of one name in the beginning of a file. */
async function oneName(
	source: ByteSource,
	sheet: Sheet,
	table: RecognisedTable['file']['table'],
	read: (row: string[]) => RowReading
): Promise<Doubt[]> {
	const again = sendsAgain();
	let seen = 0;
	for await (const { rows } of readRows(source, sheet, table)) {
		for (const row of rows) {
			const reading = read(row);
			if ('facts' in reading) for (const fact of reading.facts) again.observe(fact);
		}
		if ((seen += rows.length) >= mostWeighed) break;
	}
	return again.doubts();
}

/**
 * How the rows of a table are read, and the card that is kept of it.
 *
 * @param more doubts of the file that the card says as well
 */
export async function cardReader(
	source: ByteSource,
	sheet: Sheet,
	recognised: RecognisedTable,
	zone: ZoneSaid,
	now: number,
	more: readonly Doubt[] = []
) {
	const { file, recognition } = recognised;
	const weighed = await weighReading(source, sheet, recognised, zone, now);
	const { recogniser, columns } = recognition;
	const read = recogniser.reader(file, columns, weighed.instants, zone.zone);
	const doubts = [...weighed.doubts, ...more];
	return { read, keeper: cardKeeper({ sheet, file, recognition, ...weighed, doubts }, read) };
}
