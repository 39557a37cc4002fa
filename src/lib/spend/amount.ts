import { decimalsOf } from '#lib/minor-units.ts';

/**
 * An amount as a person types it, in minor units: `1 250,50`, `1,250.50`, `450`. Null for what is no
 * amount, and for more decimals than the currency has: nothing is rounded that somebody typed.
 *
 * @example readAmount('1 250,5', 'EUR') // => 125050
 */
export function readAmount(text: string, currency: string): number | null {
	const bare = text.replace(/[\s\u00a0\u202f'’]|\p{Sc}/gu, '').replace('−', '-');
	const found = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:[.,](\d+))?$/.exec(bare);
	if (!found) return null;
	const [, sign, whole = '', fraction = ''] = found;
	const decimals = decimalsOf(currency);
	const thousands = /[.,]/.test(whole);
	// "1.250" is a thousand more only where no currency could mean a quarter
	if (thousands && fraction === '' && whole.split(/[.,]/).length === 2 && decimals >= 3)
		return null;
	if (fraction.length > decimals) return null;

	const units = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(decimals, '0'));
	return Number.isSafeInteger(units) ? (sign ? -units : units) : null;
}
