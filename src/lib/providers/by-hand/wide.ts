import { instants as instantsOf } from '#lib/csv/dates.ts';
import { readNumber } from '#lib/csv/numbers.ts';
import { countOf } from '../count-reader.ts';
import { textOf } from '../event-reader.ts';
import type { EventKind, Fact, Reading } from '../facts.ts';
import { isErased, readAddress } from '../read-address.ts';
import { readLink } from '../read-link.ts';
import type { Columns, FileFacts, Instants, Role } from '../recogniser.ts';
import { refuse } from '../refuse.ts';
import { yesOrNo } from '../subscriber-reader.ts';
import { eventOf } from './event-words.ts';
import { plainHeader } from './header-words.ts';
import { isOtherTime, withoutTime } from './time-words.ts';

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

const readDayFirst = instantsOf({ order: 'dmy' }, 'UTC');
const readMonthFirst = instantsOf({ order: 'mdy' }, 'UTC');

/** The columns of a row a reader, with an event a column; empty where fewer than two kinds have one. */
export function wideColumns({ table }: FileFacts): Columns {
	const columns: Columns = {};
	for (const [column, header] of table.header.entries()) {
		const text = plainHeader(header);
		if (isOtherTime(text) || /rate|taux|%/.test(header)) continue;
		const kind = eventOf(withoutTime(text));
		const role = wideRoles.find((role) => EVENTS[role] === kind);
		const cells = table.sample.map((row) => row[column] ?? '');
		if (!role || !cells.every((cell) => isMark(cell))) continue;
		// sent and delivered are one kind: who was delivered to was reached
		if (columns[role] === undefined || /deliv|livr|recu|remis/.test(text)) columns[role] = column;
	}
	return Object.keys(columns).length > 1 ? columns : {};
}

/** Whether such columns say when readers opened or clicked. */
export function tellsWhen({ table }: FileFacts, { opened, clicked }: Columns): boolean {
	return [opened, clicked].some(
		(column) =>
			column !== undefined && table.sample.some((row) => readDayFirst(row[column] ?? '') !== null)
	);
}

function isMark(cell: string): boolean {
	if (cell.trim() === '' || yesOrNo(cell) !== undefined) return true;
	if (readDayFirst(cell) !== null || readMonthFirst(cell) !== null) return true;
	return readNumber(cell) !== 'bad';
}

/**
 * Makes the reader of such rows. An instant is an event, a number or a yes is a count of the reader;
 * so is a click without the one link that it was on.
 */
export function wideReader(
	columns: Columns,
	instants: Map<Role, Instants>,
	campaignOf: (row: string[]) => string | null
): (row: string[]) => Reading {
	const marks = wideRoles.flatMap((role) => {
		const column = columns[role];
		return column === undefined ? [] : [{ event: EVENTS[role], column, read: instants.get(role) }];
	});

	return (row) => {
		const written = row[columns.address ?? -1];
		if (written === undefined) return refuse(row, 'tooFewCells');
		const address = readAddress(written);
		if (address === null) return refuse(row, written.trim() === '' ? 'noReader' : 'badAddress');
		if (isErased(address)) return { skip: 'erased' };

		const campaign = campaignOf(row);
		const url = onlyLink(row[columns.url ?? -1]);
		const facts: Fact[] = [];
		for (const { event, column, read } of marks) {
			const cell = textOf(row[column]);
			if (cell === null) continue;
			const at = read?.(cell) ?? null;
			const flag = yesOrNo(cell);
			const n = flag === undefined ? countOf(cell) : Number(flag);
			if (at !== null && (event !== 'click' || url !== null)) {
				const link = event === 'click' && url !== null ? { url } : {};
				facts.push({ fact: 'event', event, at, campaign, address, ...link });
			} else if (at !== null || typeof n === 'number') {
				const times = at !== null ? 1 : Number(n);
				if (times > 0)
					facts.push({ fact: 'count', event, campaign, of: { by: 'reader', address, n: times } });
			} else if (n === 'bad') return refuse(row, read ? 'badTime' : 'badNumber');
		}
		return facts.length ? { facts } : { skip: 'nothingHappened' };
	};
}

/** The link of a cell that holds one; null for none or several. */
function onlyLink(cell: string | undefined): string | null {
	const link = readLink(cell ?? '');
	return link === null || /[\s,;|]https?:/i.test(link) ? null : link;
}
