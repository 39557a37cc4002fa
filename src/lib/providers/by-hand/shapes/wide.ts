import { instants as instantsOf } from '#lib/csv/instants/dates.ts';
import { isNothing } from '#lib/csv/nothing.ts';
import { readNumber } from '#lib/csv/numbers.ts';
import { readCount } from '../../plans/count-reader.ts';
import { textOf } from '../../plans/event-reader.ts';
import type { EventKind, Fact, RowReader } from '../../facts.ts';
import { isErased, readAddress, whyNoReader } from '../../read-address.ts';
import { readLink } from '../../read-link.ts';
import type { RoleColumns, FileFacts, Instants, Role } from '../../recogniser.ts';
import { refuse } from '../../refuse.ts';
import { yesOrNo } from '../../plans/subscriber-reader.ts';
import { eventOf } from '../../plans/event-words.ts';
import { isSending } from '../../plans/is-sending.ts';
import { contentOfColumn } from '../cells/cell-content.ts';
import { deniedEvent, denySurely, markOf } from '../states/denied.ts';
import { headerFit, plainHeader } from '../words/header-words.ts';
import { linkColumns, linkColumnsReader } from './link-columns.ts';
import { columnOfPersons } from '../cells/persons-columns.ts';
import { isSortOfBounce } from '../states/state-flags.ts';
import { isSoftBounce } from '../../words/soft-bounce.ts';
import { isOfMachinesAlone, withoutWhose } from '../../words/machines.ts';
import { isOtherTime } from '../words/time-words.ts';

/**
 * Roles of columns each of which says of one kind of event when it happened, how often, or whether
 * it did: `Email, Delivered at, Opened at, Clicked at`, one row a reader.
 */
const EVENTS = {
	delivered: 'delivery',
	opened: 'open',
	clicked: 'click',
	bounced: 'bounce',
	unsubscribed: 'unsubscribe',
	complained: 'complaint'
} as const satisfies Partial<Record<Role, EventKind>>;

export const wideRoles = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** The role of the column of one kind of event. */
export function wideRole(event: EventKind): (typeof wideRoles)[number] {
	return wideRoles.find((role) => EVENTS[role] === event)!;
}

const readDayFirst = instantsOf({ order: 'dmy' }, 'UTC');
const readMonthFirst = instantsOf({ order: 'mdy' }, 'UTC');

/**
 * The columns of a row a reader, with an event a column; empty where fewer than two kinds have one, or
 * none where links have columns of their own.
 */
export function wideColumns(file: FileFacts): RoleColumns {
	const { table } = file;
	const columns: RoleColumns = {};
	const weights: Partial<Record<Role, number>> = {};
	const hasLink = table.header.some(
		(header, column) => headerFit(header, 'url') > 0 || contentOfColumn(table, column) === 'url'
	);
	for (const [column, header] of table.header.entries()) {
		const text = plainHeader(header);
		if (isOtherTime(text) || /rate|taux|%/.test(header) || isOfMachinesAlone(text)) continue;
		const denied = deniedEvent(header);
		const kind = denied ?? eventOf(withoutWhose(markOf(header)));
		const role = wideRoles.find((role) => EVENTS[role] === kind);
		const cells = table.sample.map((row) => row[column] ?? '');
		if (!role || !cells.every((cell) => isMark(cell, EVENTS[role]))) continue;
		if (denied !== null && !denySurely(header, cells)) continue;
		// sent and delivered are one kind: who was delivered to was reached
		// and what came back for good is told before what did so for now
		const isSurer =
			role === 'delivered' ? !isSending(text) : role === 'bounced' && !isSoftBounce(text);
		const arrived = isSurer ? 8 : 0;
		const weight = denied === null ? arrived + weightOf(cells, role !== 'clicked' || hasLink) : 0.5;
		if (weight <= (weights[role] ?? -1)) continue;
		columns[role] = column;
		weights[role] = weight;
	}
	const least = linkColumns(file).length ? 1 : 2;
	if (Object.keys(columns).length < least) return {};
	const ofPersons = Object.entries(columns).map(([role, column]) => [
		role,
		columnOfPersons(table, column)
	]);
	return Object.fromEntries(ofPersons) as RoleColumns;
}

/**
 * What a column of one kind of event is worth beside another of the same: when it happened first,
 * then how often, then whether. A click without its link is no event, so its number comes first.
 */
function weightOf(cells: readonly string[], timeFirst: boolean): number {
	const present = cells.filter((cell) => !isNothing(cell));
	const all = (is: (cell: string) => boolean) => present.length > 0 && present.every(is);
	if (all((cell) => yesOrNo(cell) !== undefined)) return 1;
	if (all((cell) => /^\s*\d{1,6}\s*$/.test(cell))) return timeFirst ? 2 : 4;
	return present.length === 0 ? 0 : 3;
}

/** Whether such columns say when readers opened or clicked. */
export function tellsWhen(
	{ table }: Pick<FileFacts, 'table'>,
	{ opened, clicked }: RoleColumns
): boolean {
	return [opened, clicked].some(
		(column) =>
			column !== undefined && table.sample.some((row) => readDayFirst(row[column] ?? '') !== null)
	);
}

function isMark(cell: string, event: EventKind): boolean {
	if (isNothing(cell) || saysSo(cell, event) !== undefined) return true;
	if (readDayFirst(cell) !== null || readMonthFirst(cell) !== null) return true;
	return readNumber(cell) !== 'bad';
}

/** Whether a cell says yes or no to an event; of which sort a bounce is says yes to it. */
function saysSo(cell: string, event: EventKind): boolean | undefined {
	return yesOrNo(cell) ?? (event === 'bounce' && isSortOfBounce(cell) ? true : undefined);
}

/**
 * Makes the reader of such rows. An instant is an event, a number or a yes is a count of the reader;
 * so is a click without the one link that it was on. A column of words (`event`) says how far each
 * reader came; what was sent to one who bounced was not delivered. Where links have columns too, they
 * say what was clicked, and how often.
 */
export function wideReader(
	file: FileFacts,
	columns: RoleColumns,
	instants: Map<Role, Instants>,
	campaignOf: (row: string[]) => string | null
): RowReader {
	const marks = marksOf(file, columns, instants);
	const { delivered } = columns;
	const isSent = delivered !== undefined && isSentColumn(file, delivered);
	const links = linkColumns(file);
	const isOfLink = isOneLinkEach(file, columns.url);
	// where there are none, no row is read twice
	const clicksOf = links.length ? linkColumnsReader(links, columns, campaignOf) : null;

	return (row) => {
		const written = row[columns.address ?? -1];
		if (written === undefined) return refuse(row, 'tooFewCells');
		const address = readAddress(written);
		if (address === null) return refuse(row, whyNoReader(written));
		if (isErased(address)) return { skip: 'erased' };

		const campaign = campaignOf(row);
		const url = onlyLink(row[columns.url ?? -1]);
		const clicked = clicksOf?.(row) ?? { skip: 'blank' as const };
		if ('reject' in clicked) return clicked;
		const facts: Fact[] = 'facts' in clicked ? [...clicked.facts] : [];
		// a number of clicks in all is the same clicks, without what they were on
		const left = facts.length ? marks.filter(({ event }) => event !== 'click') : marks;
		for (const { event, column, yes, read } of left) {
			const cell = textOf(row[column]);
			if (cell === null) continue;
			const at = read?.(cell) ?? null;
			const flag = saysSo(cell, event);
			const n = flag === undefined ? readCount(cell) : Number(flag === yes);
			const link = event === 'click' && url !== null ? { url } : {};
			if (at !== null && (event !== 'click' || url !== null)) {
				facts.push({ fact: 'event', event, at, campaign, address, ...link });
			} else if (at !== null || typeof n === 'number') {
				const times = at !== null ? 1 : Number(n);
				const of = { by: 'reader', address, n: times, ...(isOfLink && link) } as const;
				if (times > 0) facts.push({ fact: 'count', event, campaign, of });
			} else if (n === 'bad') return refuse(row, read ? 'badTime' : 'badNumber');
		}

		const said = row[columns.event ?? -1] ?? '';
		const word = eventOf(said);
		const has = (kind: EventKind) => facts.some((fact) => 'event' in fact && fact.event === kind);
		const state = (event: EventKind) =>
			facts.push({ fact: 'count', event, campaign, of: { by: 'reader', address, n: 1 } });
		if (word !== null && word !== 'other' && !has(word)) state(word);
		if (eventOf(row[columns.status ?? -1] ?? '') === 'bounce' && !has('bounce')) state('bounce');
		const cameBack = has('bounce');
		if (word !== null && delivered === undefined && !cameBack && !has('delivery'))
			state('delivery');

		const isOnlySent = facts.every(isDelivery);
		if (isOnlySent && word === 'other') return { skip: 'otherEvent' };
		if (isOnlySent && word === null && said.trim() !== '') return refuse(row, 'unknownEvent');
		const isReached = !cameBack || !(isSent || columns.status !== undefined);
		const kept = isReached ? facts : facts.filter((fact) => !isDelivery(fact));
		return kept.length ? { facts: kept } : { skip: 'nothingHappened' };
	};
}

/** The columns of marks, each with its event, and whether yes in it says that it happened: "Not opened" denies it. */
function marksOf({ table }: FileFacts, columns: RoleColumns, instants: Map<Role, Instants>) {
	return wideRoles.flatMap((role) => {
		const column = columns[role];
		if (column === undefined) return [];
		const yes = deniedEvent(table.header[column] ?? '') === null;
		return [{ event: EVENTS[role], column, yes, read: instants.get(role) }];
	});
}

/** Whether each row is of one link, so that a number of clicks is of that: not of the last, nor of several at times. */
function isOneLinkEach({ table: { header, sample } }: FileFacts, column = -1): boolean {
	const cells = sample.map((row) => row[column]).filter((cell) => !isNothing(cell ?? ''));
	return (
		!isOtherTime(plainHeader(header[column] ?? '')) &&
		cells.length > 0 &&
		cells.every((cell) => onlyLink(cell) !== null)
	);
}

function isSentColumn({ table }: FileFacts, column: number): boolean {
	return isSending(plainHeader(table.header[column] ?? ''));
}

function isDelivery(fact: Fact): boolean {
	return 'event' in fact && fact.event === 'delivery';
}

/** The link of a cell that holds one; null for none or several. */
function onlyLink(cell: string | undefined): string | null {
	const link = readLink(cell ?? '');
	return link === null || /[\s,;|]https?:/i.test(link) ? null : link;
}
