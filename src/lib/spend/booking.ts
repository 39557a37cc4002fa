import { readAmount } from './amount.ts';

/** Whether a price is for each placement of a booking, or for all of them together. */
export type PriceBasis = 'each' | 'all';

/** Prices of a booking as a person types them; empty where there is none. */
type Prices = {
	price: string;
	basis: PriceBasis;
	currency: string;
	/** each placement's own price, if it has one */
	own: readonly string[];
};

/**
 * What each placement of a booking costs, in minor units; null without a price. A placement's own price
 * applies to it alone; the others cost the price each, or share what is left of the price of all.
 *
 * @returns or what is invalid: the price, a placement's own price, or the sum of these
 * @example bookedFees({ price: '100', basis: 'all', currency: 'EUR', own: ['', '', ''] }).fees // => [3334, 3333, 3333]
 */
export function bookedFees({
	price,
	basis,
	currency,
	own
}: Prices):
	| { fees: (number | null)[]; wrong: null }
	| { fees: null; wrong: 'price' | 'sum' | number } {
	const amounts = own.map((text) => priceIn(text, currency));
	const all = priceIn(price, currency);
	const bad = amounts.indexOf(undefined);
	if (all === undefined) return { fees: null, wrong: 'price' };
	if (bad >= 0) return { fees: null, wrong: bad };
	const known = amounts.map((amount) => amount ?? null);
	if (basis === 'each' || all === null)
		return { fees: known.map((amount) => amount ?? all), wrong: null };

	const left = known.reduce<number>((rest, amount) => rest - (amount ?? 0), all);
	const sharing = known.filter((amount) => amount === null).length;
	if (left < 0 || (sharing === 0 && left > 0)) return { fees: null, wrong: 'sum' };
	const shares = splitEvenly(left, sharing)[Symbol.iterator]();
	return { fees: known.map((amount) => amount ?? shares.next().value!), wrong: null };
}

/**
 * Splits an amount into parts that differ by at most one minor unit and add up to it: the first parts get the
 * remainder.
 *
 * @internal for its test
 * @example splitEvenly(100, 3) // => [34, 33, 33]
 */
export function splitEvenly(amount: number, parts: number): number[] {
	const rest = amount % parts;
	const each = (amount - rest) / parts;
	return Array.from({ length: parts }, (_, i) => (i < rest ? each + 1 : each));
}

/** A price in minor units: null if none is typed, undefined if it is invalid. */
function priceIn(text: string, currency: string): number | null | undefined {
	if (text.trim() === '') return null;
	const amount = readAmount(text, currency);
	return amount === null || amount < 0 ? undefined : amount;
}
