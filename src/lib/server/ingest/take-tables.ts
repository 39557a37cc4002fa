import { readRows } from '#lib/csv/read-rows.ts';
import { survey } from '#lib/csv/survey.ts';
import type { Sheet, Table } from '#lib/csv/sheet.ts';
import type { FileFacts, Recognition } from '#lib/providers/recogniser.ts';
import { safeCells } from '#lib/providers/safe-cells.ts';
import { Trouble } from '#lib/trouble.ts';
import { keepRejects, keepSkips, type Import } from '../store/imports.ts';
import { rememberZone, sourceOf } from '../store/sends.ts';
import type { Context } from './context.ts';
import type { Entry } from './entries.ts';
import { RowKeeper } from './row-keeper.ts';
import { settleInstants } from './settle-instants.ts';
import { tellTable, type About } from './tell-table.ts';

export type Outcome = { words: Partial<Import>; sends: Set<number> };

/** More rejects than anybody reads are counted, not kept. */
const mostRejects = 10_000;

/**
 * Reads the tables of an export and stores what their rows state.
 *
 * @throws {Trouble} whatever makes the file as a whole unreadable; datesAmbiguous, where somebody
 * can be asked
 */
export async function takeTables(
	context: Context,
	entry: Entry,
	importId: number,
	about: About
): Promise<Outcome> {
	const sheet = await survey(entry);
	const told = await tellTables(context, entry, sheet, about);
	if (told.length === 0) throw new Trouble('fileNotRecognised', { file: entry.name });

	const words: Partial<Import> = {
		provider: told[0]!.recognition.recogniser.provider,
		kind: told[0]!.recognition.recogniser.kind,
		reading: { encoding: sheet.encoding, delimiter: sheet.delimiter, about },
		rows: 0,
		rejected: 0,
		skipped: 0
	};
	const source = await sourceOf(context.db, context.publication.id, words.provider!);
	const zone = context.zone ?? source.zone ?? context.publication.zone;
	if (context.zone && context.zone !== source.zone)
		await rememberZone(context.db, source.id, context.zone);

	const keeper = new RowKeeper(context, importId, source.id, campaignOf(entry.name));
	const skips = new Map<string, number>();
	const reasons = new Map<string, number>();
	const rejects: { row: number; code: string; cells: (string | null)[] }[] = [];
	let faults = 0;
	/** amounts in a file that names no currency: taken in the publication's own */
	let noCurrency = 0;

	for (const { file, recognition } of told) {
		const { instants, formats, unsure } = await settleInstants(
			entry,
			sheet,
			recognition,
			file,
			zone
		);
		if (unsure && context.spool) throw new Trouble('datesAmbiguous', unsure);
		Object.assign(words.reading!, { dates: formats, columns: headersOf(recognition, file.table) });
		const read = recognition.recogniser.reader(file, recognition.columns, instants, zone);

		const needs = Math.max(...Object.values(recognition.columns)) + 1;
		const end = endOf(entry);
		let whole = true;

		for await (const [{ first, rows, ...batch }, isLast] of toldLast(
			readRows(end.source, sheet, file.table)
		)) {
			faults += batch.faults;
			for (const [i, cells] of rows.entries()) {
				words.rows!++;
				let reading = read(cells);
				if (cells.length < needs) {
					// all rows are complete but the very last, which does not even end: the file was cut
					if (isLast && i === rows.length - 1 && whole && words.rows! > 1 && end.isOpen())
						reading = 'skip' in reading ? reading : { reject: 'tooFewCells' };
					whole = false;
				}

				if ('skip' in reading) {
					words.skipped!++;
					skips.set(reading.skip, (skips.get(reading.skip) ?? 0) + 1);
				} else if ('reject' in reading) {
					const code = reading.reject;
					words.rejected!++;
					reasons.set(code, (reasons.get(code) ?? 0) + 1);
					context.onReject?.(entry.name, first + i, code, cells);
					if (rejects.length < mostRejects)
						rejects.push({ row: first + i, code, cells: safeCells(cells) });
				} else {
					for (const fact of reading.facts) {
						if (fact.fact === 'money' && fact.currency === null && fact.amount !== null)
							noCurrency++;
						const waiting = keeper.keep(fact);
						if (waiting) await waiting;
					}
				}
			}
			await context.onProgress?.({ importId, file: entry.name, rows: words.rows! });
		}
	}
	await keeper.flush();
	await keepRejects(context.db, importId, rejects);
	await keepSkips(context.db, importId, skips);
	Object.assign(words.reading!, { reasons: Object.fromEntries(reasons), faults });

	if (noCurrency > 0) Object.assign(words.reading!, { noCurrency });

	const isList = words.kind === 'subscribers';
	const dated = isList ? dayOfName(entry.name) : null;
	const complete = told.some(({ recognition }) => recognition.recogniser.complete);
	const { accepted, duplicate, newest, sends } = keeper.kept;
	return {
		words: {
			...words,
			sourceId: source.id,
			...settleRows(words, accepted, duplicate),
			asOf: dated === null ? newest : Math.max(dated, newest ?? dated),
			...(isList && (context.complete || complete) && { complete: true })
		},
		sends
	};
}

/** A row that states two things is still one row: `rows = accepted + duplicate + rejected + skipped`. */
function settleRows(
	{ rows = 0, rejected = 0, skipped = 0 }: Partial<Import>,
	accepted: number,
	duplicate: number
) {
	const good = rows - rejected - skipped;
	const kept = Math.min(accepted, Math.max(0, good - Math.min(duplicate, good)));
	return accepted + duplicate === good
		? { accepted, duplicate }
		: { accepted: kept, duplicate: good - kept };
}

/** Batches, the last of them known as such. */
async function* toldLast<Item>(items: AsyncIterable<Item>): AsyncGenerator<[Item, boolean]> {
	let held: { item: Item } | null = null;
	for await (const item of items) {
		if (held) yield [held.item, false];
		held = { item };
	}
	if (held) yield [held.item, true];
}

/** The same file, which remembers the byte that it ended with. */
function endOf(entry: Entry) {
	let byte = 0;
	async function* open() {
		for await (const chunk of entry.open()) {
			byte = chunk.at(-1) ?? byte;
			yield chunk;
		}
	}
	// a line feed of UTF-16 ends in a zero
	return { source: { ...entry, open }, isOpen: () => ![0, 10, 13].includes(byte) };
}

type Told = { file: FileFacts; recognition: Recognition };

async function tellTables(
	context: Context,
	entry: Entry,
	sheet: Sheet,
	about: About
): Promise<Told[]> {
	const told: Told[] = [];
	for (const table of sheet.tables) {
		const file: FileFacts = { name: entry.name, labels: sheet.labels, table };
		const recognition = await tellTable(context, file, about);
		if (recognition) told.push({ file, recognition });
	}
	return told;
}

export function headersOf({ columns }: Recognition, { header }: Table): Record<string, string> {
	return Object.fromEntries(
		Object.entries(columns).map(([role, column]) => [role, header[column] ?? ''])
	);
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

/** What rows that name no campaign belong to: the file's own name. */
function campaignOf(name: string): string {
	return name.slice(name.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
