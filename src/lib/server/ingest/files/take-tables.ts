import type { Sheet } from '#lib/csv/sheet.ts';
import { survey } from '#lib/csv/survey.ts';
import { originalName } from '#lib/file-name.ts';
import type { ReadingCard } from '#lib/providers/reading-card.ts';
import { Trouble } from '#lib/trouble.ts';
import { holdsAddress } from '#lib/url/address.ts';
import { changeImport, keepRejects, keepSkips, type Import } from '../../store/events/imports.ts';
import { rememberMap } from '../../store/events/column-maps.ts';
import { repeatedFacts } from '../../store/events/repeats.ts';
import { rememberZone, sourceNamed } from '../../store/events/sends.ts';
import type { Context } from '../packs/context.ts';
import { Doubtful } from '../reading/doubtful.ts';
import { namesNoSend } from '../reading/doubts-of.ts';
import type { FileEntry } from './entries.ts';
import { PackKeeper } from '../packs/pack-keeper.ts';
import { packsOf } from './packs-of.ts';
import { spooledRejects } from './reject-file.ts';
import {
	recogniseTables,
	type ReadingOrder,
	type RecognisedTable
} from '../reading/read-tables.ts';
import { savedAnswer } from './saved-answer.ts';
import type { ZoneSaid } from '../reading/decide-instants.ts';
import { takeBack } from './take-back.ts';
import { RowTotals } from './totals.ts';
import { heedStop } from './upload.ts';
import { notRecognised } from '../reading/not-recognised.ts';
import { hasNames, headerKey, type About, type TableAnswer } from '../reading/tell-table.ts';
import { doubtsOfTables } from '../reading/repeated-tables.ts';
import { cardReader, mayLeaveDoubt, type Recall } from '../reading/weigh-reading.ts';
import { recallOf } from './recall.ts';

export type TablesOutcome = {
	words: Partial<Import>;
	sends: Set<number>;
	/** sends of a reading that this one took the place of */
	touched?: readonly number[];
};

/**
 * Reads the tables of an export and stores what their rows state.
 *
 * @throws {Trouble} whatever makes the file as a whole unreadable; datesAmbiguous and sendUnknown,
 * where somebody can be asked
 */
// eslint-disable-next-line max-lines-per-function -- the steps of taking a file in their order; each may end it with a question or a refusal
export async function takeTables(
	context: Context,
	entry: FileEntry,
	importId: number,
	about: About,
	replaces: Import | null = null
): Promise<TablesOutcome> {
	const { db, publication, map, onReject } = context;
	const sheet = await survey(entry, about.layout);
	const answers: TableAnswer[] = [];
	for (const table of sheet.tables)
		answers.push({ saved: await savedAnswer(context, table), map, about });
	const own = { currency: publication.currency, zone: publication.zone };
	const recognised = recogniseTables(entry.name, { sheet, answers, own });
	if (recognised.length === 0) throw notRecognised(entry.name, sheet, about.kind);
	const asks = context.spool !== undefined && !about.yes;
	const isOpen = recognised.some(namesNoSend);
	if (isOpen && asks && !about.answered && about.campaign === undefined)
		throw new Trouble('sendUnknown', { file: entry.name });

	const { provider, kind } = recognised[0]!.recognition.recogniser;
	const source = await sourceNamed(db, publication.id, provider);
	const stated = about.zone ?? context.zone;
	const zone: ZoneSaid = stated
		? { zone: stated, from: 'option' }
		: source.zone
			? { zone: source.zone, from: 'source' }
			: { zone: publication.zone, from: 'publication' };
	if (context.zone && context.zone !== source.zone) await rememberZone(db, source.id, context.zone);
	const recall = recallOf(context, source.id);
	const weighed = await weighTables(entry, sheet, recognised, { zone, now: context.now(), recall });
	const isDoubtful = weighed.some(({ doubts }) => doubts.some(({ waits }) => waits));
	if (isDoubtful && asks && !about.answered) throw new Doubtful(entry.name, weighed);
	const touched = replaces ? await replaced(context, replaces) : [];
	const order: ReadingOrder = {
		sheet,
		answers,
		zone,
		now: context.now(),
		asks,
		allRejects: onReject !== undefined || context.spool !== undefined,
		doubts: weighed.filter(({ because }) => because !== 'service').map(({ doubts }) => doubts),
		publicationId: publication.id,
		own
	};

	// what rows that name no campaign belong to
	const { packs, readers } = packsOf(context, entry, order, originalName(entry.name));
	const keeper = new PackKeeper(context, importId, source, readers);
	const totals = new RowTotals();
	const whole = context.spool === undefined ? null : spooledRejects(db, context.spool, importId);
	for await (const pack of packs) {
		for (const { row, code, cells } of pack.rejects) {
			onReject?.(entry.name, row, code, cells);
			whole?.add(entry.name, row, code, cells);
		}
		totals.add(pack);
		await keeper.keep(pack);
		// pages, which are other processes, see how far it is
		await changeImport(db, importId, { rows: totals.rows, read: pack.read || null });
		await context.onProgress?.({ importId, file: entry.name, rows: totals.rows });
		await heedStop(db, importId);
	}
	await whole?.close();
	totals.leaveOut(keeper.kept);
	await keepRejects(db, importId, totals.rejects);
	await keepSkips(db, importId, totals.skips);

	const isList = kind === 'subscribers';
	const dated = isList ? dayOfName(entry.name) : null;
	const complete = recognised.some(({ recognition }) => recognition.recogniser.complete);
	const { accepted, duplicate, newest, sends, tables } = keeper.kept;
	const repeated = await repeatedFacts(db, importId, tables);
	// what nothing could be stored by is not worth to be remembered
	const { header } = recognised[0]!.file.table;
	if (
		about.map &&
		accepted + duplicate > 0 &&
		hasNames(header) &&
		!header.some((name) => holdsAddress(name))
	)
		await rememberMap(db, publication.id, headerKey(header), about.map);
	return {
		words: {
			provider,
			kind,
			sourceId: source.id,
			reading: {
				encoding: sheet.format ?? sheet.encoding,
				delimiter: sheet.delimiter,
				about,
				...(isDoubtful && !about.answered && { taken: true }),
				tables: [...tables],
				...totals.reading,
				cards: totals.cards,
				reasons: Object.fromEntries(totals.reasons),
				faults: totals.faults,
				...(totals.noCurrency > 0 && { noCurrency: totals.noCurrency })
			},
			...totals.settled(accepted - repeated, duplicate + repeated),
			asOf: dated === null ? newest : Math.max(dated, newest ?? dated),
			...(isList && (context.complete || complete) && { complete: true })
		},
		sends,
		touched
	};
}

/** How tables would be read, weighed where no service's shape vouches for them. */
async function weighTables(
	entry: FileEntry,
	sheet: Sheet,
	recognised: readonly RecognisedTable[],
	{ zone, now, recall }: { zone: ZoneSaid; now: number; recall: Recall }
): Promise<ReadingCard[]> {
	const cards: ReadingCard[] = [];
	for (const one of recognised) {
		const { file, recognition } = one;
		// its dates are settled when it is read: a whole pass more would be for nothing
		const isService = (recognition.because ?? 'service') === 'service';
		if (isService && !mayLeaveDoubt(one)) continue;
		const more = one === recognised[0] ? doubtsOfTables(sheet, recognised) : [];
		const { read, keeper } = await cardReader(entry, sheet, one, zone, now, { more, recall });
		for (const row of file.table.sample) keeper.observe(row, read(row));
		cards.push(keeper.card());
	}
	return cards;
}

/** Takes back the reading that another one takes the place of. @returns the sends that it touched */
async function replaced({ db, now }: Context, replaces: Import): Promise<readonly number[]> {
	return takeBack(db, replaces, { state: 'undone', finishedAt: now() });
}

/**
 * The day that a list's name says it was exported on (`members_2024-05-01.csv`), UTC milliseconds:
 * its rows tell only when the last of its readers came.
 */
function dayOfName(name: string): number | null {
	const [day] =
		/(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)/.exec(name.slice(name.lastIndexOf('/') + 1)) ?? [];
	const at = day === undefined ? NaN : Date.parse(day);
	return Number.isNaN(at) ? null : at;
}
