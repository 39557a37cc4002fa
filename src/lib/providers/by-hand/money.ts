import { readNumber } from '#lib/csv/numbers.ts';

const SIGNS: [RegExp, string][] = [
	[/€|\beuros?\b/i, 'EUR'],
	[/CA\$|C\$/i, 'CAD'],
	[/\$/, 'USD'],
	[/£/, 'GBP'],
	[/¥/, 'JPY']
];

const CODES =
	'EUR USD GBP CHF CAD AUD NZD JPY SEK NOK DKK PLN CZK HUF RON BRL MXN INR MAD TND XOF XAF'.split(
		' '
	);
const CODE = new RegExp(`(?<![a-z])(${CODES.join('|')})(?![a-z])`, 'i');

/** The currency that a cell or header names by sign or code; null if it names none. */
export function currencyIn(text: string): string | null {
	const code = CODE.exec(text)?.[1]?.toUpperCase();
	return code ?? SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null;
}

/** An amount in minor units (cents, or yen): null where the cell is empty, 'bad' where it is no amount. */
export function minorUnits(cell: string, currency: string): number | null | 'bad' {
	const value = readNumber(cell);
	if (typeof value !== 'number') return value;
	if (cell.includes('%')) return 'bad';
	const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
		style: 'currency',
		currency
	}).resolvedOptions();
	const units = Math.round(value * 10 ** maximumFractionDigits);
	return Number.isSafeInteger(units) ? units : 'bad';
}

/** A local date as text: from an instant read in UTC, or a month (`2024-03`, its first or last day); null if it is neither. */
export function localDay(
	cell: string,
	read: ((cell: string) => number | null) | undefined,
	edge: 'first' | 'last'
): string | null {
	const month = /^\s*(\d{4})-(\d{2})\s*$/.exec(cell);
	if (month) {
		const [year, number] = [Number(month[1]), Number(month[2])];
		if (number < 1 || number > 12) return null;
		const day = edge === 'first' ? 1 : new Date(Date.UTC(year, number, 0)).getUTCDate();
		return `${month[1]}-${month[2]}-${String(day).padStart(2, '0')}`;
	}
	const at = read?.(cell) ?? null;
	return at === null ? null : new Date(at).toISOString().slice(0, 10);
}
