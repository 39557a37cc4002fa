import { dateScan, instants } from '#lib/csv/instants/dates.ts';
import type { Sheet, ByteSource, SheetTable } from '#lib/csv/sheet.ts';
import { tableFacts } from '#lib/csv/table-facts.ts';
import { survey } from '#lib/csv/survey.ts';
import { instantRoles } from '#lib/providers/by-hand/any-file.ts';
import {
	columnsOfMap,
	mappedKinds,
	mappedRoles,
	neededRolesOf
} from '#lib/providers/by-hand/column-map.ts';
import {
	proposedColumns,
	proposeRoles,
	type RoleProposal
} from '#lib/providers/by-hand/propose.ts';
import { meanings } from '#lib/providers/by-hand/words/said-words.ts';
import { recognise } from '#lib/providers/known.ts';
import type { Doubt } from '#lib/providers/reading-card.ts';
import { maskedCell } from '#lib/providers/masked-cell.ts';
import type { FileFacts, FileKind, Role } from '#lib/providers/recogniser.ts';
import { Trouble } from '#lib/trouble.ts';
import { findImport, type Import } from '../../store/events/imports.ts';
import { issuesOf } from '../../store/content/issues.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { sendsOf } from '../../store/events/sends.ts';
import { fileOfImport } from '../files/file-of-import.ts';
import { doubtsOfImport } from '../files/receipt.ts';
import { savedAnswer } from '../files/saved-answer.ts';
import { aboutOf } from '../reading/tell-table.ts';

/** How a cell with a date reads either way, in UTC milliseconds as if it were written there. */
export type DatePreview = { cell: string; dmy: number | null; mdy: number | null };

export type AskedColumn = {
	header: string;
	/** the first values that differ, masked */
	samples: string[];
	role: Role | null;
	/** 0..1 */
	sure: number;
	because: RoleProposal['because'];
	/** null for a column without dates */
	date: DatePreview | null;
};

/** What has to be said of a file before it can be taken in. */
export type Question = {
	importId: number;
	trouble: NonNullable<Import['trouble']>;
	/** what is to be answered; values that may name a person are masked */
	doubts: Doubt[];
	/** of its text, else the format of the workbook */
	encoding: Sheet['encoding'] | NonNullable<Sheet['format']>;
	delimiter: Sheet['delimiter'];
	/** the service that writes such files, where only its dates are in question */
	provider: string | null;
	/** null where only a person can say */
	kind: FileKind | null;
	columns: AskedColumn[];
	/** instants may be written without their zone */
	asksZone: boolean;
	/** the sends it may be about, where that is all there is to say; null where it is not */
	sends: { campaign: string; issue: string }[] | null;
	zone: string;
	choices: {
		kinds: readonly FileKind[];
		roles: readonly Role[];
		/** of an inner list, one is enough */
		needed: Record<FileKind, readonly (Role | readonly Role[])[]>;
		instants: readonly Role[];
		/** what a word of a column of events or states can be said to mean */
		meanings: readonly string[];
	};
};

/**
 * What a file that waits asks of a person; null where it asks nothing, or is gone.
 *
 * @param inbox where the files of the inbox lie: of one that is stored, all is asked anew
 * @throws {Trouble} noSuchImport
 */
// eslint-disable-next-line max-lines-per-function -- one question put together: each of its fields is made in one place
export async function questionOf(
	db: Db,
	publication: Publication,
	id: number,
	inbox?: string
): Promise<Question | null> {
	const stored = await findImport(db, id);
	if (stored?.publicationId !== publication.id) throw new Trouble('noSuchImport', { id });
	const isStored = inbox !== undefined && stored.state === 'done' && stored.kind !== 'document';
	const trouble = isStored ? readAnew : stored.state === 'question' ? stored.trouble : null;
	const row = { ...stored, trouble };
	if (!trouble) return null;
	const source = await fileOfImport(db, publication, row, inbox ?? null);
	const asked = source && (await askedTable(source, row));
	if (!asked) return null;

	const { sheet, file } = asked;
	const answered = await savedAnswer({ db, publication }, file.table);
	const saved = aboutOf(row).map ?? (answered && 'kind' in answered ? answered : null);
	// what is in doubt as a whole is asked as a whole, beginning with the best reading
	const isKnown = ['datesAmbiguous', 'sendUnknown', 'readingDoubtful', 'readAnew'].includes(
		trouble.code
	);
	const known = isKnown ? recognise(file) : null;
	const isWhole = ['readingDoubtful', 'readAnew'].includes(trouble.code);
	const columns = columnsOf(file, trouble.details.example);
	// of what is stored, its own reading comes before the best one
	const before = isStored ? saved : null;
	const isSaved = saved !== null && (before !== null || !isWhole);
	const given = (isSaved ? null : known?.columns) ?? (saved ? columnsOfMap(saved, file) : null);
	if (given) {
		for (const column of columns) Object.assign(column, { role: null, sure: 0 });
		for (const [role, index] of Object.entries(given))
			if (columns[index]) Object.assign(columns[index], { role, sure: 1, because: 'both' });
	}

	const doubts = isStored
		? []
		: doubtsOfImport(row).filter(({ code, waits }) => waits && !isSaid(code));
	const isLost = doubts.some(({ code }) => code === 'zoneUnknown' || code === 'zonesDiffer');

	return {
		importId: id,
		trouble,
		doubts,
		encoding: sheet.format ?? sheet.encoding,
		delimiter: sheet.delimiter,
		provider:
			known && !isWhole && known.recogniser.provider !== 'by-hand'
				? known.recogniser.provider
				: null,
		kind: before?.kind ?? known?.recogniser.kind ?? saved?.kind ?? null,
		columns,
		asksZone:
			isStored ||
			!known ||
			(known.recogniser.instants.length > 0 && 'ask' in known.recogniser.zone),
		sends:
			known && trouble.code === 'sendUnknown'
				? await sendsToChoose(db, publication, known.recogniser.provider)
				: null,
		// where a zone is named that nobody knows, none is put in its place unasked
		zone: saved?.zone ?? answered?.zone ?? (isLost ? '' : publication.zone),
		choices: {
			kinds: mappedKinds,
			roles: mappedRoles,
			needed: neededRolesOf(file, proposedColumns(proposeRoles(file))),
			instants: instantRoles,
			meanings
		}
	};
}

/**
 * Issues by the name under which their send is known to a service, latest first; one that has no send
 * there yet by its number or title, by which it is found again.
 */
async function sendsToChoose(db: Db, { id }: Publication, provider: string) {
	const sends = await sendsOf(db, id);
	const issues = await issuesOf(db, id);
	return issues.reverse().map(({ id, number, title }) => {
		const send = sends.find(
			({ issueId, provider: service }) => issueId === id && service === provider
		);
		const name = number === null ? title : `#${number}`;
		return {
			campaign: send?.campaign ?? name,
			issue: number === null ? title : `${number} · ${title}`
		};
	});
}

/** Doubts that the form itself is about. */
function isSaid(code: Doubt['code']): boolean {
	return code === 'kindUnknown' || code === 'orderAmbiguous' || code === 'noCampaign';
}

/** What is asked of a file that is stored and is to be read in another way. */
const readAnew: NonNullable<Import['trouble']> = { code: 'readAnew', details: {} };

/** The table of a file that its question is about; null where it has none. */
export async function askedTable(
	source: ByteSource,
	row: Pick<Import, 'trouble' | 'reading'>,
	layout = aboutOf(row).layout
): Promise<{ sheet: Sheet; file: FileFacts } | null> {
	const { name } = source;
	const { trouble } = row;
	const sheet = await survey(source, layout);
	const column = trouble?.code === 'datesAmbiguous' ? trouble.details.column : undefined;
	const table = sheet.tables.find(({ header }) => header.includes(String(column))) ?? widest(sheet);
	return table ? { sheet, file: { name, ...tableFacts(sheet, table) } } : null;
}

/** The table of a file that is shown and asked about: the one of most columns. */
export function widest({ tables }: Sheet): SheetTable | undefined {
	return [...tables].sort((a, b) => b.header.length - a.header.length)[0];
}

/** Values that are shown of a column, and at most so many letters of each. */
const shown = 3;
const letters = 60;

function columnsOf(file: FileFacts, example: unknown): AskedColumn[] {
	const { header, sample } = file.table;
	return proposeRoles(file).map(({ column, role, sure, because }) => {
		const cells = sample.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
		const isNamed = role !== null && role !== 'address' && role !== 'alias';
		const samples = [...new Set(cells.map((cell) => maskedCell(cell, isNamed)))];
		return {
			header: header[column] ?? `#${column + 1}`,
			samples: samples.slice(0, shown).map((text) => text.slice(0, letters)),
			role,
			sure,
			because,
			date: previewOf(cells, example)
		};
	});
}

const readDayFirst = instants({ order: 'dmy' }, 'UTC');
const readMonthFirst = instants({ order: 'mdy' }, 'UTC');

function previewOf(cells: readonly string[], example: unknown): DatePreview | null {
	const dated = cells.filter(
		(cell) => readDayFirst(cell) !== null || readMonthFirst(cell) !== null
	);
	// a column of numbers has one that looks like a date now and then
	if (dated.length === 0 || dated.length < 0.8 * cells.length) return null;

	const scan = dateScan();
	for (const cell of dated) scan.observe(cell);
	const decided = scan.decide();
	const ambiguous = typeof example === 'string' && decided.ambiguous ? example : null;
	const cell = ambiguous ?? decided.example ?? dated[0]!;
	const one = decided.order === 'mdy' ? readMonthFirst(cell) : readDayFirst(cell);
	return decided.ambiguous || ambiguous
		? { cell, dmy: readDayFirst(cell), mdy: readMonthFirst(cell) }
		: { cell, dmy: one, mdy: one };
}
