import { readNumber } from '#lib/csv/numbers.ts';
import { decimalsOf } from '#lib/minor-units.ts';

/** One mark before exactly three figures: it may part thousands, or begin decimals. */
const OPEN = /^(\D*)([1-9]\d{0,2})([.,])(\d{3})(\D*)$/;

/** The mark that begins decimals, as the cells of a column show it between them; null where they do not. */
function decimalMark(cells: readonly string[]): '.' | ',' | null {
	const written = new Set<string>();
	for (const cell of cells) {
		const text = cell.replace(/[^\d.,]/g, '');
		const marks = text.replace(/\d/g, '');
		if (marks === '' || OPEN.test(text)) continue;
		const last = marks.at(-1)!;
		const several = marks.length > 1 && new Set(marks).size === 1;
		written.add(several ? (last === ',' ? '.' : ',') : last);
	}
	const [mark, ...more] = written;
	return mark !== undefined && more.length === 0 ? (mark as '.' | ',') : null;
}

/**
 * Whether cells like "1.300" part thousands in a currency of two decimals: beside amounts that have none, with
 * the currency's sign, or with a third figure that cents do not have. Databases write "12.500" in each row.
 */
function partsThousands(cells: readonly string[]): boolean {
	return cells.some((cell) => {
		const open = OPEN.exec(cell.trim());
		return open
			? !open[4]!.endsWith('0') || /[^\s-]/.test(open[1]! + open[5]!)
			: /^[1-9]\d*$/.test(cell.trim());
	});
}

/**
 * What people call the hundredths of a currency, in a header: `total (cents)`, `Betrag in Cent`, `price in pence`. Hours
 * are `ore` in Italian: without its accent the Scandinavian word needs one of prices before it.
 */
export const MINOR_WORDS =
	'(?:euro ?|us ?)?cents?|centen|centimes?|centavos?|c[eé]ntimos?|centesimi|pence|penny|pennies|rappen|gros(?:ze|zy)|[øö]re|(?<=(?:amount|price|sum|pris|belopp?|bel[øo]b) \\(?)ore|minor ?units?|minor|¢';
const MINOR = new RegExp(
	`(?<!per |pour |por |pro )(?<!\\p{L})(?:${MINOR_WORDS}|in ?units?|(?<=[([/] ?)ct|(?<=\\bin )ct)(?!\\p{L})`,
	'u'
);
/** A number of cents has no part of one: thousands may be parted, and decimals are zeros. */
const WHOLE = /^-?(?:\d*|\d{1,3}(?:[ .,'’_\u00a0\u202f]\d{3})+)(?:[.,]00?)?$/;
/**
 * Whether all amounts of a column could be thousands of a currency of two decimals as well as have three decimals,
 * as in "1.200" and "12.500", and no cell says which.
 */
export function areOpen(cells: readonly string[]): boolean {
	const isOpen = (cell: string) => OPEN.exec(cell.trim())?.[3] === '.';
	return cells.length > 1 && cells.every(isOpen) && !partsThousands(cells);
}

/** Ad platforms keep money in millionths: `cost_micros`, "Spend in micro dollar". */
const MICRO = /\bmicros?\b/;
const THOUSANDS =
	/\b(?:k ?(?:€|\$|£|eur|usd|gbp|chf)|keur|kusd|tsd|teur|thousands?|milliers?|tausend\w*|miles|migliaia|duizend\w*|milhares|x ?1[., ']?000)(?![\p{L}\d])|[€$£] ?k\b/u;

/** What one of the numbers of a column of amounts is, of the currency. */
export type AmountUnit = 'micro' | 'minor' | 1 | 1000;

/**
 * What a header says that its amounts are in: thousands of the currency, its cents, or millionths; else 1.
 *
 * @param title what stands above the table: that all of it is in thousands
 */
export function unitOfAmounts(header: string, sample: readonly string[], title = ''): AmountUnit {
	const [text, above] = [header, title].map((one) =>
		one
			.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
			.toLowerCase()
			.replace(/[_-]+/g, ' ')
	) as [string, string];
	if (THOUSANDS.test(text) || THOUSANDS.test(above)) return 1000;
	const areWhole = (written: RegExp) => sample.every((cell) => written.test(cell.trim()));
	if (MICRO.test(text)) return areWhole(/^-?\d*$/) ? 'micro' : 1;
	return MINOR.test(text) && areWhole(WHOLE) ? 'minor' : 1;
}

/**
 * Makes the reader of a column's amounts, in minor units (cents, yen, a thousandth of a dinar): null
 * where a cell is empty, 'bad' where it is no amount. Whether "12.500" is twelve and a half is said by
 * the other cells, else by the currency: one without decimals has thousands, one of three has them all.
 *
 * @param sample the first cells of the column
 */
export function amountReader(sample: readonly string[], unit: AmountUnit = 1) {
	const mark = decimalMark(sample);
	const thousands = partsThousands(sample);

	function beginsDecimals(separator: string, decimals: number): boolean {
		if (unit === 'minor') return false;
		if (mark) return separator === mark;
		if (decimals !== 2) return decimals > 2;
		return separator === '.' && !thousands;
	}

	function settled(cell: string, decimals: number): string {
		const open = OPEN.exec(cell);
		if (!open) return cell;
		const [, before, whole, separator, three, after] = open;
		const decimal = beginsDecimals(separator!, decimals);
		return `${before}${whole}${decimal ? '.' : ''}${three}${after}`;
	}

	return (cell: string, currency: string): number | null | 'bad' => {
		const decimals = decimalsOf(currency);
		const value = readNumber(settled(cell, decimals));
		if (typeof value !== 'number') return value;
		if (cell.includes('%')) return 'bad';
		// by its decimal digits: 1.005 × 100 is 100.49999999999999
		const factor = typeof unit === 'number' ? unit : 1e-6;
		const units = Math.round(unit === 'minor' ? value : Number(`${value}e${decimals}`) * factor);
		return Number.isSafeInteger(units) ? units : 'bad';
	};
}
