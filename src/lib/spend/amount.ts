import { decimalsOf } from '#lib/minor-units.ts';

/**
 * An amount as a person types it, in minor units: `1 250,50`, `1,250.50`, `450`. Null if it is no amount, or
 * has more decimals than the currency: typed amounts are never rounded. A single mark before three digits
 * separates thousands, except in currencies with three decimals, where it is the decimal mark.
 *
 * @example readAmount('1 250,5', 'EUR') // => 125050
 */
export function readAmount(text: string, currency: string): number | null {
	const bare = text.replace(/[\s\u00a0\u202f'’]|\p{Sc}/gu, '').replace('−', '-');
	const decimals = decimalsOf(currency);
	const match =
		(decimals > 2 && /^(-?)(\d+)[.,](\d{3})$/.exec(bare)) ||
		/^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:[.,](\d+))?$/.exec(bare);
	if (!match) return null;
	const [, sign, whole = '', fraction = ''] = match;
	if (fraction.length > decimals) return null;

	const units = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(decimals, '0'));
	return Number.isSafeInteger(units) ? (sign ? -units : units) : null;
}
