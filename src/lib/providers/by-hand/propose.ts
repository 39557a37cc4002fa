import { isNothing } from '#lib/csv/nothing.ts';
import { instants } from '#lib/csv/instants/dates.ts';
import { readNumber } from '#lib/csv/numbers.ts';
import { readSerial } from '#lib/csv/instants/serial.ts';
import { readAddress } from '../read-address.ts';
import { readLink } from '../read-link.ts';
import type { RoleColumns, FileFacts, Role } from '../recogniser.ts';
import { statusOf, yesOrNo } from '../plans/subscriber-reader.ts';
import { eventOf } from '../plans/event-words.ts';
import { fit, isBeside, namedRoles, plainHeader } from './header-words.ts';
import { isOtherTime } from './time-words.ts';

/** What a column is probably for. `because` is a message key: `because.header`, `because.content`, `because.both`. */
export type Proposal = {
	column: number;
	role: Role | null;
	/** 0..1 */
	sure: number;
	because: 'header' | 'content' | 'both' | 'nothing';
};

type Content =
	| 'address'
	| 'url'
	| 'instant'
	| 'digits'
	| 'serial'
	| 'event'
	| 'number'
	| 'flag'
	| 'text'
	| 'empty';

const readDayFirst = instants({ order: 'dmy' }, 'UTC');
const readMonthFirst = instants({ order: 'mdy' }, 'UTC');

/** What stands in a cell that holds no value. */
const NO_VALUE = /^(?:[-–—]{1,3}|n\/?a|null|nan|\(not set\))?$/i;

/** Days that databases write where there is none. */
const NO_DAY = /^(?:0000-00-00|9999-12-31|31[/.]12[/.]9999|12\/31\/9999)(?:$|[ T])/;

const isValue = (cell: string) =>
	!NO_VALUE.test(cell.trim()) && !isNothing(cell) && !NO_DAY.test(cell.trim());

/** What the values of a column are, if at least four in five of those present agree. */
export function contentOf(cells: readonly string[]): Content {
	const present = cells.filter(isValue);
	if (present.length === 0) return 'empty';
	const mostly = (is: (cell: string) => boolean) =>
		present.filter(is).length >= 0.8 * present.length;

	if (mostly((cell) => readAddress(cell) !== null)) return 'address';
	// hosts alone are those of addresses or companies more often than pages
	if (mostly((cell) => readLink(cell) !== null))
		return present.some((cell) => cell.includes('/')) ? 'url' : 'text';
	// a list of readers says `subscribed`, which is no event that is kept
	const words = present.map(eventOf);
	if (
		words.some((word) => word !== 'other' && word !== null) &&
		mostly((cell) => eventOf(cell) !== null)
	)
		return 'event';
	// of digits alone it may be either
	if (mostly((cell) => readDayFirst(cell) !== null || readMonthFirst(cell) !== null))
		return mostly((cell) => /^\s*\d+\s*$/.test(cell)) ? 'digits' : 'instant';
	// a day as a spreadsheet counts, or any other number of five digits
	if (mostly((cell) => readSerial(cell) !== null)) return 'serial';
	if (mostly((cell) => typeof readNumber(cell) === 'number')) return 'number';
	if (mostly((cell) => yesOrNo(cell) !== undefined)) return 'flag';
	return 'text';
}

/** Roles whose values tell by themselves; the others are known by their header alone. */
const TELLING: Partial<Record<Content, Role>> = {
	address: 'address',
	url: 'url',
	instant: 'at',
	digits: 'at',
	event: 'event'
};

/** What names a send; yes and no say whether somebody gets them. */
const named: readonly Content[] = [
	...(['text', 'event', 'number', 'digits', 'serial', 'instant', 'url', 'empty'] as const)
];

/** Contents that a role can have at all. */
const POSSIBLE: Partial<Record<Role, readonly Content[]>> = {
	address: ['address', 'empty'],
	url: ['url', 'text', 'empty'],
	linkName: ['text', 'event', 'number', 'digits', 'empty'],
	event: ['event', 'text', 'empty'],
	at: ['instant', 'digits', 'serial', 'empty'],
	sentAt: ['instant', 'digits', 'serial', 'empty'],
	joined: ['instant', 'digits', 'serial', 'empty'],
	left: ['instant', 'digits', 'serial', 'empty'],
	from: ['instant', 'digits', 'serial', 'text', 'number', 'empty'],
	to: ['instant', 'digits', 'serial', 'text', 'number', 'empty'],
	total: ['number', 'digits', 'serial', 'empty'],
	unique: ['number', 'digits', 'serial', 'empty'],
	amount: ['number', 'digits', 'serial', 'empty'],
	guaranteed: ['number', 'digits', 'serial', 'empty'],
	conversions: ['number', 'digits', 'serial', 'empty'],
	sessions: ['number', 'digits', 'serial', 'empty'],
	channel: ['text', 'url', 'event', 'empty'],
	campaign: named,
	campaignName: named,
	subject: named,
	issue: named,
	status: ['text', 'event', 'number', 'digits', 'serial', 'flag', 'empty']
};

/** What a column of a role can hold; undefined where that is anything. */
export function possibleContents(role: Role): readonly Content[] | undefined {
	return POSSIBLE[role];
}

/** Proposes a role for each column from its header and its first values; each role is given once, to the column that fits best. */
export function propose({ table }: FileFacts): Proposal[] {
	const width = Math.max(table.header.length, ...table.sample.map((row) => row.length));
	const cellsOf = (column: number) => table.sample.map((row) => row[column] ?? '');
	const contents = Array.from({ length: width }, (_, column) => contentOf(cellsOf(column)));

	const weighed = contents.flatMap((content, column) =>
		namedRoles.flatMap((role) => {
			const header = table.header[column] ?? '';
			const named = fit(header, role);
			const isTelling = TELLING[content] === role;
			// a column with the whole name of a role has it, even where its values are in a bad state;
			// but an "address" may be a street, and "sent" or "clicked" a number
			const trusted =
				named === 1 &&
				(role === 'address'
					? /mail|courriel/i.test(header)
					: content === 'text' || content === 'event');
			const possible = trusted || (POSSIBLE[role]?.includes(content) ?? true);
			// addresses are addresses, whatever they are called
			if (content === 'address' && role !== 'address') return [];
			if (!possible || (named === 0 && !isTelling)) return [];
			if (isBeside(header, role)) return [];
			if (role === 'at' && named === 0 && isOtherTime(plainHeader(header))) return [];
			const because = named > 0 && isTelling ? 'both' : isTelling ? 'content' : 'header';
			// a whole name and fitting values: 0.97; a whole name: 0.8; values alone: 0.6
			const sum = Math.min(0.97, 0.8 * named + (isTelling ? (named ? 0.3 : 0.6) : 0));
			const sure = sum - doubtOf(role, header, cellsOf(column));
			return [{ column, role, sure, because } as const];
		})
	);
	weighed.sort((a, b) => b.sure - a.sure);

	const proposals: Proposal[] = contents.map((_, column) => {
		return { column, role: null, sure: 0, because: 'nothing' };
	});
	const given = new Set<Role>();
	for (const { column, role, sure, because } of weighed) {
		if (proposals[column]!.role !== null || given.has(role)) continue;
		proposals[column] = { column, role, sure, because };
		given.add(role);
	}
	return proposals;
}

/** What makes one column less sure of a role than another that is called as well. */
function doubtOf(role: Role, header: string, cells: readonly string[]): number {
	if (role === 'at') return doubtOfInstant(header, cells);
	if (role === 'amount') return doubtOfAmount(header, cells);
	if (role === 'campaign') return doubtOfCampaign(cells);
	// a type that names no event may be that of the record
	if (role === 'event')
		return cells.filter(isValue).every((cell) => eventOf(cell) === null) ? 0.25 : 0;
	if (role !== 'status') return 0;
	// a customer and a lead are in other states than a reader
	const present = cells.filter(isValue);
	const known = present.filter((cell) => statusOf(cell) !== undefined);
	return 0.1 * (1 - known.length / (present.length || 1));
}

/** What names an address, or is a date or a long text, is something said of the campaign and not its name. */
function doubtOfCampaign(cells: readonly string[]): number {
	const present = cells.filter(isValue);
	const isDate = present.length > 0 && present.every((cell) => readDayFirst(cell) !== null);
	return isDate || present.some((cell) => cell.includes('@') || cell.length > 120) ? 0.05 : 0;
}

/** What is taken off or put on a price on its way, which is not what was paid or came in. */
const PART_OF_PRICE =
	/\b(fees?|tax(es)?|vat|tips?|sub ?total|shipping|discounts?|coupons?|credits?|frais|commissions?|tva|taxes?|remises?|reductions?|pourboires?|promo|gebuhr(en)?|steuern?|mwst|rabatt|trinkgeld|versand|comision(es)?|iva|descuento|propina|commission[ei]|tasse|sconto|kosten|btw|korting|verzendkosten|taxas?|desconto)\b/;

/** An amount is a number; and a fee or a tax is one only where there is no other. */
function doubtOfAmount(header: string, cells: readonly string[]): number {
	const present = cells.filter(isValue);
	const numbers = present.filter((cell) => /\d/.test(cell) && !/\p{L}{4}/u.test(cell));
	const isPart = PART_OF_PRICE.test(plainHeader(header));
	return (isPart ? 0.05 : 0) + 0.1 * (1 - numbers.length / (present.length || 1));
}

/** Every row has its instant; and when it was sent is that of a row only where there is no other. */
function doubtOfInstant(header: string, cells: readonly string[]): number {
	const empty = cells.filter((cell) => cell.trim() === '').length;
	return (fit(header, 'sentAt') === 1 ? 0.05 : 0) + (0.1 * empty) / (cells.length || 1);
}

/** The proposals as columns, for a file that nobody has to be asked about. */
export function proposedColumns(proposals: readonly Proposal[]): RoleColumns {
	return Object.fromEntries(
		proposals.flatMap(({ column, role }) => (role === null ? [] : [[role, column]]))
	);
}
