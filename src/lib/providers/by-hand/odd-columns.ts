import { isNothing } from '#lib/csv/nothing.ts';
import type { Doubt } from '../reading-card.ts';
import type { RoleColumns, FileFacts, FileKind, Role } from '../recogniser.ts';
import { safeCells } from '../safe-cells.ts';
import { instantRoles } from './any-file.ts';
import { eventOf } from '../plans/event-words.ts';
import { readAddress } from '../read-address.ts';
import { deniedEvent } from './states/denied.ts';
import { headerFit, isBeside, namedRoles, plainHeader } from './words/header-words.ts';
import { contentOfCells, contentOfColumn } from './cells/cell-content.ts';
import { possibleContents } from './propose.ts';
import { spanColumns } from './cells/spans.ts';
import { isOtherTime } from './words/time-words.ts';
import { isStateFlag } from './states/state-flags.ts';
import { stateOf } from './states/state-history.ts';
import { readStatus, yesOrNo } from '../plans/subscriber-reader.ts';
import { speaksOf } from './words/genre-words.ts';
import { wideRole, wideRoles } from './shapes/wide.ts';

/** Roles without which a row of events says less than it seems to. */
const telling: Partial<Record<FileKind, readonly Role[]>> = {
	opens: ['address', 'at'],
	deliveries: ['address', 'at'],
	clicks: ['address', 'at', 'url'],
	events: ['address', 'at', 'url', 'event'],
	counts: ['address', 'url', 'total'],
	subscribers: ['address', 'joined', 'left', 'status']
};

/**
 * Columns that are called like one thing and filled like another: an `Email` of numbers, a `Clicked at`
 * of yes and no. They wait where the reading would go without what they are called.
 */
export function oddColumns({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	const used = new Map(Object.entries(columns).map(([role, column]) => [column, role as Role]));
	const isWide = wideRoles.some((role) => columns[role] !== undefined);
	return table.header.flatMap((header, column): Doubt[] => {
		const cells = table.sample.map((row) => row[column] ?? '');
		const named = namedRoles.filter(
			(role) => headerFit(header, role) === 1 && !(role === 'left' && areReasons(cells))
		);
		if (named.length === 0) return [];
		const content = contentOfCells(cells);
		const fits = (one: typeof content) =>
			named.some((role) => possibleContents(role)?.includes(one) ?? true);
		const filled = cells.filter((cell) => cell.trim() !== '');
		// a cell or two that went wrong are rows that are rejected, not another column
		const odd = filled.filter((cell) => !fits(contentOfCells([cell])));
		const isOdd = !fits(content) && odd.length * 2 >= filled.length;
		if (!isOdd || content === 'empty') return [];
		if (kind === 'subscribers' && isStateFlag(header) && filled.every(isFlag)) return [];
		// a column of its own kind of event holds marks of many sorts
		const isMark = wideRoles.some((role) => columns[role] === column);
		if (isWide && (isMark || (filled.every(isFlag) && eventOf(header) !== null))) return [];
		const role = used.get(column);
		const isMissed = named.some(
			(role) => telling[kind]?.includes(role) && (columns[role] ?? column) === column
		);
		if (role !== undefined && !named.includes(role)) return [];
		const values = [...new Set(safeCells(odd).filter((cell) => cell !== null))];
		return isMissed
			? [{ code: 'oddlyFilled', waits: true, column: header, values: values.slice(0, 3) }]
			: [];
	});
}

/** Whether cells are words without a figure, and no marks: beneath "Cancellation" why, and not when. */
function areReasons(cells: readonly string[]): boolean {
	const filled = cells.filter((cell) => cell.trim() !== '');
	return !filled.some((cell) => /\d/.test(cell)) && !filled.every(isFlag);
}

function isFlag(cell: string): boolean {
	return yesOrNo(cell) !== undefined;
}

/** Kinds of files whose rows happened at some time. */
const timedKinds: readonly FileKind[] = [
	'opens',
	'clicks',
	'deliveries',
	'events',
	'counts',
	'spend',
	'value',
	'placements'
];

/**
 * Columns of dates that nothing is made of, in a file whose rows would be stored without a time: a
 * date beside yes and no may be that of the sending or of what readers did.
 */
export function unreadDates({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	if (!timedKinds.includes(kind)) return [];
	const isTimed = (column: number) => contentOfColumn(table, column) === 'instant';
	// seconds since 1970 are digits alone
	const tells = (column = -1) =>
		['instant', 'digits', 'serial'].includes(contentOfColumn(table, column));
	if (instantRoles.some((role) => tells(columns[role]))) return [];

	const used = new Set(Object.values(columns));
	return table.header.flatMap((header, column): Doubt[] => {
		if (used.has(column) || isOtherTime(plainHeader(header)) || !isTimed(column)) return [];
		const values = [...new Set(safeCells(table.sample.map((row) => row[column] ?? '')))].filter(
			(cell) => cell !== null && cell !== ''
		) as string[];
		return [{ code: 'datesUnread', waits: true, column: header, values: values.slice(0, 3) }];
	});
}

/** Columns that deny what readers did, and that nothing is made of: whoever they do not name may have done it. */
export function deniedUnread({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	const isOfReaders = columns.address !== undefined && kind in telling && kind !== 'subscribers';
	if (!isOfReaders) return [];
	const used = new Set(Object.values(columns));
	return table.header.flatMap((header, column): Doubt[] => {
		const event = used.has(column) ? null : deniedEvent(header);
		if (event === null || columns[wideRole(event)] !== undefined) return [];
		const said = table.sample.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
		if (said.length === 0 || !said.every(isFlag)) return [];
		return [{ code: 'deniedUnread', waits: true, column: header, values: [...new Set(said)] }];
	});
}

/** Columns that are read while others of the same name hold something else. */
export function namedTwice({ table }: FileFacts, _kind: FileKind, columns: RoleColumns): Doubt[] {
	const used = new Set(Object.values(columns));
	const names = table.header.map(plainHeader);
	return [...used].flatMap((column): Doubt[] => {
		const isOther = (name: string, other: number) =>
			name !== '' && name === names[column] && !used.has(other) && differ(table, column, other);
		if (!names.some(isOther)) return [];
		return [{ code: 'namedTwice', waits: true, column: table.header[column] ?? '' }];
	});
}

/**
 * Columns of addresses of readers beside the one that is read, where neither is called just that: a list may
 * have that of work and that at home.
 */
export function otherAddresses(
	{ table }: FileFacts,
	kind: FileKind,
	columns: RoleColumns
): Doubt[] {
	const own = columns.address;
	if (own === undefined || !(kind in telling)) return [];
	if (headerFit(table.header[own] ?? '', 'address') === 1) return [];
	const addresses = (column: number) => table.sample.map((row) => readAddress(row[column] ?? ''));
	const given = (column: number) => addresses(column).filter((one) => one !== null).length;
	const used = new Set(Object.values(columns));
	return table.header.flatMap((header, column): Doubt[] => {
		if (used.has(column) || isBeside(header, 'address')) return [];
		// a reader has one of their own, and who sends has one for all
		const isOfEach = new Set(addresses(column)).size > 0.5 * table.sample.length;
		if (!isOfEach || given(column) < 0.8 * given(own) || !differ(table, own, column)) return [];
		return [{ code: 'otherAddress', waits: true, column: header }];
	});
}

function differ({ sample }: FileFacts['table'], one: number, other: number): boolean {
	return sample.some((row) => {
		const [a = '', b = ''] = [row[one]?.trim(), row[other]?.trim()];
		return b !== '' && a !== b;
	});
}

/** Where the ends of a span are dates like others, and nothing is made of them. */
export function cutSpan({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	const span = spanColumns(table.header);
	if (!span || ['spend', 'value', 'placements', 'tags'].includes(kind)) return [];
	const instants = ['at', 'sentAt', 'joined', 'left'] as const;
	const cut = instants.find((role) => [span.from, span.to].includes(columns[role] ?? -1));
	const column = cut === undefined ? span.from : columns[cut]!;
	const content = contentOfColumn(table, column);
	if (!['instant', 'digits', 'serial'].includes(content)) return [];
	return [{ code: 'spanCut', waits: cut !== undefined, column: table.header[column] ?? '' }];
}

/** The one time of clicks or opens, where it is called that of the sending: readers did them later. */
export function timeOfSending({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	if (kind !== 'clicks' && kind !== 'opens') return [];
	const header = table.header[columns.at ?? -1] ?? '';
	const isSending = headerFit(header, 'sentAt') === 1 || speaksOf(header, 'delivery');
	const isDone = speaksOf(header, 'click') || speaksOf(header, 'open');
	return isSending && !isDone ? [{ code: 'timeOfSending', waits: true, column: header }] : [];
}

/** Columns that say on which list of several a reader is. */
const LIST =
	/^(?:(?:mailing )?lists?(?: ?(?:name|id|title))?|newsletters?(?: name)?|audiences?|groups?|(?:nom de la )?liste(?: de diffusion)?|groupes?|infolettres?|lettres?|verteiler|gruppen?|listas?|grupos?|boletin(?:es)?|elenc[oh]i?|grupp[oi]|lijst(?:en)?|groep(?:en)?|nieuwsbrief)$/;

/** A file of several lists, where readers are on one and off another: nothing says which list is this one. */
export function listsMixed({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	const { address, status, left } = columns;
	if (kind !== 'subscribers' || address === undefined || (status ?? left) === undefined) return [];
	const list = table.header.findIndex((name) => LIST.test(plainHeader(name)));
	if (list === -1) return [];
	const states = new Map<string, Map<string, boolean>>();
	for (const row of table.sample) {
		const reader = readAddress(row[address] ?? '');
		const state = readStatus(row[status ?? -1]);
		if (reader === null || (status !== undefined && state === undefined)) continue;
		const isAway =
			status === undefined
				? !isNothing(row[left ?? -1] ?? '')
				: state === 'left' || state === 'bounced';
		const own = states.get(reader) ?? new Map<string, boolean>();
		states.set(reader, own.set(row[list]?.trim() ?? '', isAway));
	}
	const isMixed = [...states.values()].some((own) => new Set(own.values()).size > 1);
	return isMixed ? [{ code: 'listsMixed', waits: true, column: table.header[list] ?? '' }] : [];
}

/**
 * A log of who signed up and left, of which departures are read alone: whoever came back would be counted as
 * gone.
 */
export function signupsLeftOut(
	{ table }: FileFacts,
	kind: FileKind,
	columns: RoleColumns
): Doubt[] {
	if (kind !== 'events' || columns.event === undefined) return [];
	const words = table.sample.map((row) => row[columns.event!] ?? '');
	const kinds = new Set(words.map(eventOf));
	const isOfMail = (['open', 'click', 'delivery'] as const).some((kind) => kinds.has(kind));
	const signups = words.filter(
		(word) => stateOf(word) === 'active' && [null, 'other'].includes(eventOf(word))
	);
	if (isOfMail || !kinds.has('unsubscribe') || signups.length === 0) return [];
	const column = table.header[columns.event] ?? '';
	return [
		{ code: 'signupsLeftOut', waits: true, column, values: [...new Set(signups)].slice(0, 3) }
	];
}
