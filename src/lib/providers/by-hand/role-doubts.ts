import { eventOf } from '../plans/event-words.ts';
import { readStatus } from '../plans/subscriber-reader.ts';
import type { Role } from '../recogniser.ts';
import { isValue, readDayFirst } from './cells/cell-content.ts';
import { speaksOf } from './words/genre-words.ts';
import { headerFit, plainHeader } from './words/header-words.ts';
import { isOtherTime } from './words/time-words.ts';

/** What the other columns of a table say of one. */
type Company = {
	/** another may hold when its rows happened */
	isTimedElsewhere: boolean;
	/** one names a link of each row */
	hasLinks: boolean;
};

/** What makes one column less sure of a role than another that is called as well, 0 to 1. */
export function doubtOf(
	role: Role,
	header: string,
	cells: readonly string[],
	{ isTimedElsewhere, hasLinks }: Company
): number {
	if (role === 'at') return doubtOfInstant(header, cells, isTimedElsewhere);
	if (role === 'address') return doubtOfAddress(cells);
	if (role === 'amount') return doubtOfAmount(header, cells);
	if (role === 'campaign') return doubtOfCampaign(cells);
	// a type that names no event may be that of the record
	if (role === 'event')
		return cells.filter(isValue).every((cell) => eventOf(cell) === null) ? 0.25 : 0;
	// a message is opened, none of its links
	if (role === 'total' || role === 'unique') return hasLinks && isOfOpens(header) ? 0.05 : 0;
	// a customer and a lead are in other states than a reader
	if (role === 'status') return 0.1 * (1 - knownStates(cells));
	// "Subscribed" may say when, or whether
	return role === 'joined' ? 0.1 * knownStates(cells) : 0;
}

/** Whether a header is of opens, and of no clicks beside them. */
export function isOfOpens(header: string): boolean {
	return speaksOf(header, 'open') && !speaksOf(header, 'click');
}

/** The share of cells that say in which state a reader is. */
function knownStates(cells: readonly string[]): number {
	const present = cells.filter(isValue);
	return present.filter((cell) => readStatus(cell) !== undefined).length / (present.length || 1);
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

/** Whether a header names what is taken off or put on a price. */
export function isPartOfPrice(header: string): boolean {
	return PART_OF_PRICE.test(plainHeader(header));
}

/** An amount is a number; and a fee or a tax is one only where there is no other. */
function doubtOfAmount(header: string, cells: readonly string[]): number {
	const present = cells.filter(isValue);
	const numbers = present.filter((cell) => /\d/.test(cell) && !/\p{L}{4}/u.test(cell));
	return (isPartOfPrice(header) ? 0.05 : 0) + 0.1 * (1 - numbers.length / (present.length || 1));
}

/** Every row has its instant; and when it was sent is that of a row only where there is no other. */
function doubtOfInstant(
	header: string,
	cells: readonly string[],
	isTimedElsewhere: boolean
): number {
	const sent = headerFit(header, 'sentAt') < 1 ? 0 : isTimedElsewhere ? 0.5 : 0.05;
	// when a reader signed up is hardly when they clicked
	const other = headerFit(header, 'at') === 0 && !isOwnTime(header) ? 0.2 : 0;
	// what readers did, they did at many times; a campaign was sent, or begun, at one
	const present = cells.filter(isValue);
	const alike = 1 - new Set(present).size / (present.length || 1);
	// a day alone may be any of a reader's, a time of day is of something they did
	const day = present.length > 0 && present.every(isDayAlone) ? 0.03 : 0;
	// where both stand there, that of UTC is the same for everybody
	const local = /\blocale?\b/.test(plainHeader(header)) ? 0.05 : 0;
	return sent + other + day + local + 0.1 * emptyShare(cells) + 0.04 * alike;
}

/** Whether a cell is a day without a time of day; digits alone may be either. */
function isDayAlone(cell: string): boolean {
	return !/\d[:h]\d/i.test(cell) && !/^\s*\d+(?:[.,]\d+)?\s*$/.test(cell);
}

/**
 * Every row has its reader, and seldom all of them the same; an address in angle brackets without a
 * name may be the id of a message.
 */
function doubtOfAddress(cells: readonly string[]): number {
	const present = cells.filter(isValue);
	const isOne = present.length >= 4 && new Set(present).size === 1;
	const bracketed = present.filter((cell) => /^\s*<[^<>]*>\s*$/.test(cell)).length;
	return 0.3 * emptyShare(cells) + (isOne ? 0.1 : 0) + (0.1 * bracketed) / (present.length || 1);
}

function emptyShare(cells: readonly string[]): number {
	return cells.filter((cell) => cell.trim() === '').length / (cells.length || 1);
}

/** Whether a column of dates may hold when its rows happened: nothing that it is called says otherwise. */
export function isOwnTime(header: string): boolean {
	const others = ['sentAt', 'joined', 'left', 'from', 'to'] as const;
	return !isOtherTime(plainHeader(header)) && others.every((role) => headerFit(header, role) === 0);
}
