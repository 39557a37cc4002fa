import { instants as instantsOf } from '#lib/csv/instants/dates.ts';
import type { CardDates, Doubt } from '#lib/providers/reading-card.ts';
import { namesSend } from '#lib/providers/file-names.ts';
import type { RecognisedTable } from './read-tables.ts';

type Settled = {
	unsure: { column: string; example: string } | null;
	lost: { column: string; zone: string } | null;
	dates: Omit<CardDates, 'first' | 'last'>;
};

/** What may be wrong with a reading: what header and sample leave open, and how its instants are written. */
export function doubtsOf(recognised: RecognisedTable, { unsure, lost, dates }: Settled): Doubt[] {
	const doubts: Doubt[] = [...(recognised.recognition.doubts ?? [])];
	if (unsure)
		doubts.push({
			...{ code: 'orderAmbiguous', waits: true },
			...{ column: unsure.column, values: [unsure.example] }
		});
	if (lost)
		doubts.push({
			...{
				code: 'zoneUnknown',
				waits: (recognised.recognition.because ?? 'service') !== 'service'
			},
			...{ column: lost.column, values: [lost.zone] }
		});
	else if (dates.zoneFrom === 'publication' || dates.zoneFrom === 'assumed')
		doubts.push({ code: 'zoneAssumed', waits: false });
	if (namesNoSend(recognised)) doubts.push({ code: 'noCampaign', waits: true });
	return doubts;
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
