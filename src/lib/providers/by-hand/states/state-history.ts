import type { SheetTable } from '../../../csv/sheet.ts';
import { isNothing } from '#lib/csv/nothing.ts';
import { changingFacts } from '../../changing-facts.ts';
import type { ReaderFact, RowReader } from '../../facts.ts';
import { eventOf } from '../../plans/event-words.ts';
import { textOf } from '../../plans/event-reader.ts';
import { readStatus, subscriberReader, type Status } from '../../plans/subscriber-reader.ts';
import type { FileFacts, FileKind, Instants, Role, RoleColumns } from '../../recogniser.ts';
import { refuse } from '../../refuse.ts';
import { contentOfColumn, isTime } from '../cells/cell-content.ts';
import { speaksOf } from '../words/genre-words.ts';
import { headerFit, plainHeader } from '../words/header-words.ts';
import { plainWord } from '../../words/languages.ts';
import { isSoftBounce } from '../../words/soft-bounce.ts';

/** What joining is called as a thing that somebody did, and not as a state of theirs. */
const JOINING =
	/^(?:(?:re ?|new |neue? |nouvelle |nouvel |nueva |nuova |nieuwe |nova )?(?:subscriptions?|sign ?ups?|signed ?up|joined?|opt ?in|added|inscription|abonnement|ajoute?|anmeldung|eintragung|beitritt|alta|suscripcion|iscrizione|inschrijving|aanmelding|inscricao|subscricao|adesao)|wieder ?anmeldung)$/;

/** What a word of a history says that its reader became. */
export function stateOf(word: string): Status | undefined {
	const event = eventOf(word);
	if (event === 'unsubscribe' || event === 'complaint') return 'left';
	// who could not be reached for now neither joined nor left
	if (event === 'bounce') return isSoftBounce(word) ? undefined : 'bounced';
	return readStatus(word) ?? (JOINING.test(plainWord(word)) ? 'active' : undefined);
}

/** Whether a state is that of somebody who gets the letter. */
const isThere = (state: Status) => state === 'active';

/** Whether columns are those of a history: each row says what its reader became, and when. */
export function isHistory(
	{ header }: SheetTable,
	{ address, status, at, joined, left }: RoleColumns
): boolean {
	const called = header[at ?? -1] ?? '';
	const isOfMail = (['open', 'click', 'delivery'] as const).some((stem) => speaksOf(called, stem));
	const has = [address, status, at].every((column) => column !== undefined);
	return has && joined === undefined && left === undefined && !isOfMail;
}

/**
 * The columns of a history of a list, which has a row for each time that a reader joined or left; null where a file
 * is none. It shows by readers who did both at different times, as none does of whom a list has one row.
 *
 * @param kind what a person says that it is
 */
export function historyColumns(
	{ table }: FileFacts,
	columns: RoleColumns,
	kind: FileKind | undefined
): RoleColumns | null {
	const { address, status, event, url, linkName, amount, topics, channel, country, alias } =
		columns;
	const { campaign, campaignName, subject, issue } = columns;
	const others = [url, linkName, amount, topics, campaign, campaignName, subject, issue];
	const words = status ?? event;
	const at = timeColumn(table, columns);
	if (address === undefined || words === undefined || at === undefined) return null;
	if (others.some((column) => column !== undefined) || !isOfStates(table, words, at)) return null;
	// whoever says that such a log is a list need show nobody who came back
	const isSaid = kind === 'subscribers' && status === undefined;
	const isDated = OF_STATE.test(plainHeader(table.header[at] ?? ''));
	if (!isSaid && !isDated && !hasBoth(table, address, words, at)) return null;
	const more = Object.entries({ channel, country, alias }).filter(
		([, column]) => column !== undefined
	);
	const own = { ...(Object.fromEntries(more) as RoleColumns), address, status: words, at };
	return isHistory(table, own) ? own : null;
}

/** A date that is that of the state beside it: "Status date", « Date du statut ». */
const OF_STATE =
	/\b(?:status(?: ?(?:datum|wechsel|anderung)\w*)?|statut|etat|estado|estatus|stato|zustand)\b|^(?:since|depuis(?: le)?|seit(?: dem)?|desde|dal|sinds)$/;

/** A date of the last change of a row, which of whoever left is when they did as a rule: "Changed at". */
const OF_CHANGE =
	/^(?:last )?(?:status )?changed(?: (?:at|on|date))?$|^(?:date|datum|fecha|data) (?:of (?:the )?|du |de |del |di |van )?(?:change|changement|cambio|cambiamento|wijziging|anderung)$/;

/** Whether a column holds when the state beside it began: of who is gone it is when they left. */
export function isOfState(header: string): boolean {
	return OF_STATE.test(plainHeader(header)) || OF_CHANGE.test(plainHeader(header));
}

/**
 * A list with the date of each state beside it, by its own date of joining or without one: the columns with that date
 * as the one of leaving.
 */
export function withStateDate({ table }: FileFacts, columns: RoleColumns): RoleColumns {
	const { address, status, joined, left } = columns;
	if (address === undefined || status === undefined || left !== undefined) return columns;
	const used = new Set(Object.values({ ...columns, at: undefined }));
	const date = table.header.findIndex((name, column) => {
		const isDated = joined === undefined ? OF_CHANGE.test(plainHeader(name)) : isOfState(name);
		return isDated && !used.has(column) && isTime(contentOfColumn(table, column));
	});
	const isAway = (row: string[]) => ['left', 'bounced'].includes(stateOf(row[status] ?? '') ?? '');
	if (date === -1 || !table.sample.some(isAway)) return columns;
	const { at, ...others } = columns;
	return { ...others, ...(at !== undefined && at !== date && { at }), left: date };
}

/** The one column of instants of a table, unless it says when readers joined or when they left. */
function timeColumn(table: SheetTable, { at, joined, left }: RoleColumns): number | undefined {
	if (joined !== undefined || left !== undefined) return undefined;
	const times = table.header.flatMap((name, column) =>
		isTime(contentOfColumn(table, column)) &&
		(['joined', 'left'] as const).every((role) => headerFit(name, role) < 1)
			? [column]
			: []
	);
	return at ?? (times.length === 1 ? times[0] : undefined);
}

/** Whether the words of a column say that readers joined; beside the date of a state all of them may have left. */
function isOfStates({ header, sample }: SheetTable, column: number, at: number): boolean {
	const isDated = OF_STATE.test(plainHeader(header[at] ?? ''));
	const words = sample
		.flatMap((row) => textOf(row[column]) ?? [])
		.filter((word) => !isSoftBounce(word));
	const states = words.map(stateOf).filter((state) => state !== undefined);
	const isOfMail = words.some((word) =>
		['open', 'click', 'delivery'].includes(eventOf(word) ?? '')
	);
	const isTold = isDated ? states.length > 0 : states.some(isThere);
	return isTold && states.length >= 0.8 * words.length && !isOfMail;
}

/** Whether some reader joined at one time and left at another. */
function hasBoth({ sample }: SheetTable, address: number, words: number, at: number): boolean {
	const readers = new Map<string, Map<boolean, Set<string>>>();
	for (const row of sample) {
		const reader = textOf(row[address])?.toLowerCase();
		const state = stateOf(row[words] ?? '');
		const time = textOf(row[at]);
		if (reader === undefined || time === null || state === undefined || state === 'pending')
			continue;
		const own = readers.get(reader) ?? new Map<boolean, Set<string>>();
		readers.set(reader, own);
		own.set(isThere(state), (own.get(isThere(state)) ?? new Set()).add(time));
	}
	return [...readers.values()].some((own) => {
		const [joined = new Set<string>(), left = new Set<string>()] = [own.get(true), own.get(false)];
		return [...left].some((time) => joined.size > 0 && !joined.has(time));
	});
}

/** Makes the reader of a history: each row dates that its reader joined, or that they left. */
export function historyReader(columns: RoleColumns, instants: Map<Role, Instants>): RowReader {
	const words = columns.status ?? -1;
	const at = columns.at ?? -1;
	const readAt = instants.get('at');
	if (!readAt) throw new RangeError('a history needs a column of instants');
	const read = subscriberReader(columns, instants, { status: (row) => stateOf(row[words] ?? '') });

	return changingFacts(read, (facts, row) => {
		const [fact] = facts as [ReaderFact];
		// what nobody knows the meaning of begins and ends nothing
		if (fact.status === undefined) {
			const word = row[words] ?? '';
			const isOther = eventOf(word) === 'other' || isSoftBounce(word);
			return isOther ? { skip: 'otherEvent' } : refuse(row, 'unknownEvent');
		}
		const time = row[at] ?? '';
		const instant = readAt(time);
		if (instant === null) return refuse(row, isNothing(time) ? 'noTime' : 'badTime');
		if (isThere(fact.status)) fact.joined = instant;
		else if (fact.status !== 'pending') fact.left = instant;
		return { facts };
	});
}

/** A reader of a list whose date of leaving is that of each state: of who is there it is none. */
export function leavingAlone(read: RowReader): RowReader {
	return changingFacts(read, (facts) => {
		const [fact] = facts as [ReaderFact];
		if (fact.status !== 'left' && fact.status !== 'bounced') delete fact.left;
		return { facts };
	});
}
