import { decimalsOf } from '#lib/minor-units.ts';

/**
 * Exchange rates: by foreign currency, what one unit is worth in one's own, as decimal text: `{ CHF: '1.04'
 * }`.
 */
export type Rates = Readonly<Record<string, string>>;

/** A rate as a person may write it, with a point or a comma; null if it is invalid. */
export function readRate(text: string): string | null {
	const rate = text.trim().replace(',', '.');
	return /^\d{1,9}(\.\d{1,9})?$/.test(rate) && Number(rate) > 0 ? rate : null;
}

/**
 * An amount in one's own currency: exact decimal arithmetic, rounded once to the minor unit, halves
 * away from zero. Null where no rate was given: nothing is converted by a rate that nobody chose.
 *
 * @param amount integer minor units of `currency`
 * @throws {RangeError} if the amount is no integer
 * @example convert(10000, 'CHF', 'EUR', { CHF: '1.0425' }) // => 10425
 */
export function convert(
	amount: number,
	currency: string,
	own: string,
	rates: Rates
): number | null {
	if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is no amount`);
	if (currency === own) return amount;
	const rate = rates[currency];
	if (rate === undefined) return null;

	const [whole = '', fraction = ''] = rate.split('.');
	let above = BigInt(amount) * BigInt(whole + fraction);
	let below = 10n ** BigInt(fraction.length);
	const shift = decimalsOf(own) - decimalsOf(currency);
	if (shift > 0) above *= 10n ** BigInt(shift);
	else below *= 10n ** BigInt(-shift);

	const sign = above < 0n ? -1n : 1n;
	return Number(sign * ((2n * above * sign + below) / (2n * below)));
}
