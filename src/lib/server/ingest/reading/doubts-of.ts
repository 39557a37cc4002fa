import { instants as instantsOf } from '#lib/csv/instants/dates.ts';
import { isRounded } from '#lib/csv/numbers.ts';
import type { CardDates, Doubt } from '#lib/providers/reading-card.ts';
import { namesSend } from '#lib/providers/names-send.ts';
import type { LostZone } from './decide-instants.ts';
import { doubtsOfService } from './doubts-of-service.ts';
import type { RecognisedTable } from './read-tables.ts';

type Settled = {
	unsure: { column: string; example: string } | null;
	mixed: { column: string; values: string[] } | null;
	lost: LostZone | null;
	dates: Omit<CardDates, 'first' | 'last'>;
};

/** What may be wrong with a reading: what header and sample leave open, and how its instants are written. */
export function doubtsOf(
	recognised: RecognisedTable,
	{ unsure, mixed, lost, dates }: Settled
): Doubt[] {
	const doubts: Doubt[] = [...(recognised.recognition.doubts ?? [])];
	const isService = (recognised.recognition.because ?? 'service') === 'service';
	if (isService) doubts.push(...doubtsOfService(recognised));
	if (unsure)
		doubts.push({
			code: 'orderAmbiguous',
			waits: true,
			column: unsure.column,
			values: [unsure.example]
		});
	if (mixed) doubts.push({ code: 'ordersMixed', waits: !isService, ...mixed });
	if (lost)
		doubts.push({
			code: lost.several ? 'zonesDiffer' : 'zoneUnknown',
			waits: !isService,
			column: lost.column,
			values: lost.several?.slice(0, 5) ?? [lost.zone]
		});
	else if (dates.format !== null && ['publication', 'assumed'].includes(dates.zoneFrom ?? ''))
		doubts.push({ code: 'zoneAssumed', waits: false });
	doubts.push(...roundedIds(recognised));
	if (namesNoSend(recognised)) doubts.push({ code: 'noCampaign', waits: true });
	return doubts;
}

/**
 * Ids that a spreadsheet rounded (`4.61168E+17`), where readers or sends are told apart by them, and instants
 * in milliseconds (`1.71463E+12`).
 */
export function roundedIds({ file, recognition }: RecognisedTable): Doubt[] {
	const { columns, recogniser } = recognition;
	const { campaign, issue, alias, address } = columns;
	const ids = [campaign, issue, address === undefined ? alias : undefined];
	const times = recogniser.instants.map((role) => columns[role]);
	return [...ids, ...times].flatMap((column): Doubt[] => {
		if (column === undefined) return [];
		const rounded = file.table.sample.map((row) => row[column] ?? '').filter(isRounded);
		if (rounded.length === 0) return [];
		const values = [...new Set(rounded)].slice(0, 3);
		return [{ code: 'idsRounded', waits: true, column: file.table.header[column] ?? '', values }];
	});
}

/**
 * Whether a service's file says of most that happened in it not in which send, and its name does not
 * either: of two such files of two letters one letter would be made.
 */
export function namesNoSend({ file, recognition }: RecognisedTable): boolean {
	const { recogniser, columns, because = 'service' } = recognition;
	if (because !== 'service' || recognition.constants?.campaign !== undefined) return false;
	if (recogniser.asksAbout?.(file)) return true;
	if (namesSend(file.name)) return false;

	const read = instantsOf({ order: 'dmy' }, 'UTC');
	const instants = new Map(recogniser.instants.map((role) => [role, read]));
	const row = recogniser.reader(file, columns, instants, 'UTC');
	const campaigns = file.table.sample.flatMap((cells) => {
		const reading = row(cells);
		const facts = 'facts' in reading ? reading.facts : [];
		return facts.flatMap((fact) =>
			fact.fact === 'event' || fact.fact === 'count' ? [fact.campaign] : []
		);
	});
	return campaigns.filter((campaign) => campaign === null).length > 0.5 * campaigns.length;
}
