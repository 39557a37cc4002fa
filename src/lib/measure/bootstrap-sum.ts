import type { Random } from './random.ts';

/**
 * Sums of many samples drawn, with replacement, from `of` people of whom only some have an amount:
 * the bootstrap over people (Efron 1979, doi:10.1214/aos/1176344552). How many of those drawn have
 * an amount is binomial, and which is an even choice among them, so that those without one cost nothing.
 *
 * @param amounts one a person who has one
 * @param of all people, those without an amount too
 * @returns rising
 * @throws {RangeError} if there are more amounts than people
 */
export function bootstrapSums(
	amounts: readonly number[],
	of: number,
	draws: number,
	random: Random
): Float64Array {
	if (amounts.length > of) throw new RangeError(`${amounts.length} amounts of ${of} people`);

	const sums = new Float64Array(draws);
	for (let draw = 0; draw < draws; draw++) {
		let sum = 0;
		for (let n = binomial(of, amounts.length / Math.max(1, of), random); n > 0; n--)
			sum += amounts[Math.floor(random() * amounts.length)]!;
		sums[draw] = sum;
	}
	return sums.sort();
}

/** How many of `of` succeed: by inversion for small expectations, in parts for large ones. */
function binomial(of: number, chance: number, random: Random): number {
	if (chance <= 0) return 0;
	if (chance >= 1) return of;
	// a sum of binomials of one chance is binomial
	if (of * chance > 30 && of > 1) {
		const half = of >> 1;
		return binomial(half, chance, random) + binomial(of - half, chance, random);
	}

	let u = random();
	let probability = (1 - chance) ** of;
	const odds = chance / (1 - chance);
	for (let n = 0; n < of; n++) {
		if (u < probability) return n;
		u -= probability;
		probability *= ((of - n) / (n + 1)) * odds;
	}
	return of;
}
