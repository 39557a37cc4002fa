import { readAmount } from './amount.ts';

/** What a price is for: each placement of a booking, or all of them together. */
export type PriceBasis = 'each' | 'all';

/** Prices of a booking as a person types them; empty where there is none. */
type Prices = {
	price: string;
	basis: PriceBasis;
	currency: string;
	/** of each placement, the price that it has of its own */
	own: readonly string[];
};

/**
 * What each placement of a booking costs, in minor units; null where nobody says it. A placement's own
 * price holds for it; the others cost the price each, or share what is left of the price of all.
 *
 * @returns or what cannot be kept: the price, a placement's own price, or the sum that they make
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
 * An amount in so many parts that differ by one minor unit at most and add up to it: what does not divide
 * goes to the first ones.
 *
 * @internal for its test
 * @example splitEvenly(100, 3) // => [34, 33, 33]
 */
export function splitEvenly(amount: number, parts: number): number[] {
	const rest = amount % parts;
	const each = (amount - rest) / parts;
	return Array.from({ length: parts }, (_, i) => (i < rest ? each + 1 : each));
}

/** A price in minor units: null where none is typed, undefined for what is no price. */
function priceIn(text: string, currency: string): number | null | undefined {
	if (text.trim() === '') return null;
	const amount = readAmount(text, currency);
	return amount === null || amount < 0 ? undefined : amount;
}
