import { Z90 } from './normal.ts';

/**
 * Ends of the 90 % interval of a rate, by Wilson's score method: it stays within 0..1 and holds
 * for rates near zero, where most click rates are.
 *
 * @see https://www.itl.nist.gov/div898/handbook/prc/section2/prc241.htm
 * @throws {RangeError} if `of` is not positive or `count` is not within 0..`of`
 * @example wilson(4, 20) // => [0.093, 0.378]
 */
export function wilson(count: number, of: number): [low: number, high: number] {
	if (!(of > 0 && count >= 0 && count <= of)) throw new RangeError(`${count} of ${of} is no rate`);

	const rate = count / of;
	const square = Z90 ** 2;
	const middle = (rate + square / (2 * of)) / (1 + square / of);
	const margin =
		(Z90 / (1 + square / of)) * Math.sqrt((rate * (1 - rate)) / of + square / (4 * of * of));
	return [Math.max(0, middle - margin), Math.min(1, middle + margin)];
}
