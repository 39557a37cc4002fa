import { decimalsOf } from '#lib/minor-units.ts';

/**
 * An amount as a person types it, in minor units: `1 250,50`, `1,250.50`, `450`. Null for what is no
 * amount, and for more decimals than the currency has: nothing is rounded that somebody typed. One mark
 * before three figures parts thousands, but in currencies of three decimals begins them.
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
