import type { SheetTable } from '../../../csv/sheet.ts';
import { baseName } from '#lib/file-name.ts';
import { readCount } from '../../plans/count-reader.ts';
import { eventHint, eventOf } from '../../plans/event-words.ts';
import { textOf } from '../../plans/event-reader.ts';
import type { FileFacts, RoleColumns } from '../../recogniser.ts';
import { contentOfColumn, isTime } from '../cells/cell-content.ts';
import { speaksOf } from '../words/genre-words.ts';
import { headerFit, plainHeader, withoutNumber } from '../words/header-words.ts';
import { isOtherTime } from '../words/time-words.ts';
import { isOwnTime } from '../role-doubts.ts';
import { tellsWhen, wideColumns } from './wide.ts';

/** The columns of a file with a column for each kind of event; null where it is no such file. */
export function wideFile(file: FileFacts, columns: RoleColumns): RoleColumns | null {
	const { address, at, event, joined, status, campaign, campaignName, subject, issue, url } =
		columns;
	if (address === undefined) return null;
	// one event a row: its other instants repeat that of the row, or tell of the send
	const isRow = event !== undefined && headerFit(file.table.header[event] ?? '', 'event') === 1;
	if (isRow && at !== undefined && statesEvents(file, columns)) return null;
	const wide = wideColumns(file);
	if (isTimedByRow(file, columns, wide)) return null;
	// how often the readers of a list opened in all, and when they left it, is not about one send
	const send = campaign ?? campaignName ?? subject ?? issue;
	// "Bounced: hard" of one send is what happened, and no state
	const isState =
		status !== undefined && (send === undefined || !Object.values(wide).includes(status));
	const isList = joined !== undefined || isState;
	if (Object.keys(wide).length === 0 || (isList && !tellsWhen(file, wide))) return null;
	if (joined !== undefined && send === undefined && hasHistory(file.table)) return null;
	// of states only those count that say that somebody was not reached
	const isBounced = file.table.sample.some((row) => eventOf(row[status ?? -1] ?? '') === 'bounce');
	const state = isBounced ? { status } : {};
	const about = { campaign, campaignName, subject, issue, url, event, ...state };
	const named = Object.entries(about).filter(([, column]) => column !== undefined);
	return { ...Object.fromEntries(named), ...wide, address };
}

/** Whether a table says when each reader opened or clicked last: that is of all letters, and of no one send. */
export function hasHistory(table: SheetTable): boolean {
	return table.header.some(
		(name, column) =>
			isOtherTime(plainHeader(name)) &&
			(speaksOf(name, 'open') || speaksOf(name, 'click')) &&
			isTime(contentOfColumn(table, column))
	);
}

/**
 * Whether a table says of each reader how many letters were sent to them, and names none: what they
 * opened and clicked is of all of these.
 */
export function isOfManySends({ table }: FileFacts, columns: RoleColumns): boolean {
	const { address, campaign, campaignName, subject, issue } = columns;
	if (address === undefined || (campaign ?? campaignName ?? subject ?? issue) !== undefined)
		return false;
	return table.header.some((name, column) => {
		const text = withoutNumber(plainHeader(name));
		if (eventOf(text) !== 'delivery' || contentOfColumn(table, column) !== 'number') return false;
		const counts = table.sample.flatMap((row) => readCount(row[column]) ?? []);
		return counts.filter((n) => n !== 'bad' && n > 1).length > 0.5 * counts.length;
	});
}

/**
 * Whether the rows of a file have an instant of their own, beside columns that say of no opening or
 * click when it was: each is one event then, whatever else is said of its reader or its send.
 */
function isTimedByRow(file: FileFacts, columns: RoleColumns, wide: RoleColumns): boolean {
	const { table, name } = file;
	const { at, url } = columns;
	if (at === undefined || Object.values(wide).includes(at)) return false;
	const { opened, clicked, unsubscribed, complained } = wide;
	const told = [opened, clicked, unsubscribed, complained].filter((column) => column !== undefined);
	if (!isOwnTime(table.header[at] ?? '') || told.length > 1 || tellsWhen({ table }, wide))
		return false;
	if (told.length === 0 && statesEvents(file, columns)) return true;
	const hint = eventHint(plainHeader(baseName(name)));
	if (hint === 'open' || hint === 'click' || isFilled(table, url)) return true;
	// when a campaign was sent is the same in many rows
	const times = table.sample.map((row) => (row[at] ?? '').trim());
	return /\d[:h]\d/.test(times[0] ?? '') && new Set(times).size > 0.5 * times.length;
}

function isFilled({ sample }: SheetTable, column = -1): boolean {
	return sample.filter((row) => textOf(row[column]) !== null).length > 0.8 * sample.length;
}

const STATE =
	/\b(status|state|last|latest|statut|etat|stato|estado|zustand|dernier\w*|letzte\w*|ultim[oa]|laatste?)\b/;

/** Words by which a date is that of the state beside it, and not of the sending. */
const OF_STATE =
	/\b(status|state|event|action|activity|change[ds]?|updated?|last|latest|statut|etat|evenement|ereignis\w*|evento|stato|estado|open\w*|click\w*)\b/;

/**
 * The columns of a file that says of each reader of a send how far they came, and when it was sent to
 * them: its date is not when they opened or clicked. Null where it is no such file.
 */
export function stateFile({ table }: FileFacts, columns: RoleColumns): RoleColumns | null {
	const { address, sentAt, at = sentAt, event, url, ...others } = columns;
	if (address === undefined || event === undefined || url !== undefined) return null;
	if (at === undefined) return undatedStates(table, columns);
	const called = (column: number) => plainHeader(table.header[column] ?? '');
	if (!STATE.test(called(event)) || OF_STATE.test(called(at))) return null;

	const isTimed = (['at', 'sentAt', 'joined'] as const).some(
		(role) => headerFit(table.header[at] ?? '', role) > 0
	);
	if (!isTimed) return null;
	const words = table.sample.map((row) => eventOf(row[event] ?? ''));
	if (!words.some((word) => word === 'open' || word === 'click')) return null;
	const { campaign, campaignName, subject, issue } = others;
	const names = [address, campaign, campaignName, subject, issue];
	const rows = table.sample.map((row) => names.map((column) => row[column ?? -1] ?? '').join('\n'));
	return new Set(rows).size === rows.length ? { ...others, address, event, delivered: at } : null;
}

/**
 * The columns of a file that says how far each reader of a send came, and no time of anything: "Opened", "Not opened",
 * "Clicked". Some clicked, since what is open or sent may be a ticket.
 */
function undatedStates(table: SheetTable, columns: RoleColumns): RoleColumns | null {
	const { address, event, campaign, campaignName, subject, issue } = columns;
	const names = { campaign, campaignName, subject, issue };
	const named = Object.entries(names).filter(([, column]) => column !== undefined);
	const isTimed = table.header.some((_, column) => isTime(contentOfColumn(table, column)));
	if (named.length === 0 || isTimed) return null;
	const words = table.sample.map((row) => eventOf(row[event!] ?? ''));
	const isOfMail = words.includes('click') && new Set(words).size > 1 && !words.includes(null);
	const sends = named.map(([, column]) => column!);
	const different = (columns: readonly number[]) =>
		new Set(table.sample.map((row) => columns.map((column) => row[column] ?? '').join('\n'))).size;
	const rows = table.sample.length;
	// a letter goes to several readers, to each once
	const isOfLetters = different([address!, ...sends]) === rows && different(sends) < rows;
	return isOfMail && isOfLetters ? { ...Object.fromEntries(named), address, event } : null;
}

/** Whether a column says what happened, row by row: a sale has a kind too, but that is no event. */
export function statesEvents({ table }: FileFacts, { event }: RoleColumns): boolean {
	const words = event === undefined ? [] : table.sample.map((row) => eventOf(row[event] ?? ''));
	return words.some((word) => word !== null && word !== 'other');
}
