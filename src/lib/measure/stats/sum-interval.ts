import { amountDrawer, type AmountShape } from './amount-shape.ts';
import { normalCdf, Z50, Z90 } from './normal.ts';
import { quantile } from './quantile.ts';
import { seeded } from './random.ts';

/** What a sum of amounts would be on average, were as many people drawn again and again. */
export type SumInterval = {
	/** ends of its 90 % and 50 % intervals */
	low: number;
	high: number;
	low50: number;
	high50: number;
	/** the chance that it exceeds an amount */
	chanceAbove: (amount: number) => number;
};

/** Samples drawn. */
const DRAWS = 1000;

/** With as many buyers, the logarithm of a sum is as good as normal. */
const MANY = 1000;

/**
 * The interval of a sum that few buyers of unequal amounts brought. Drawing these few anew gives one
 * that is far too short: the largest amounts have mostly not been seen. So the logarithm of the sum,
 * divided by its standard error, is held against what samples of that size give (bootstrap-t; Efron
 * 1981, doi:10.2307/3314608; on the log scale as in Zhou and Gao 1997,
 * doi:10.1002/(SICI)1097-0258(19970415)16:7<783::AID-SIM488>3.0.CO;2-2), drawn from the shape of amounts
 * that all groups show together. How many buy is a Poisson number, as of many people of whom few do.
 *
 * @param shape of the amounts of all groups
 * @returns what makes the interval of one group's positive amounts; null of none
 */
export function sumIntervals(
	shape: AmountShape
): (amounts: readonly number[]) => SumInterval | null {
	const known = new Map<number, Float64Array>();
	return (amounts) => {
		const n = amounts.length;
		if (n === 0) return null;
		const sum = amounts.reduce((total, amount) => total + amount, 0);
		const error = Math.sqrt(amounts.reduce((total, amount) => total + amount ** 2, 0)) / sum;
		if (n > MANY) return intervalOf(sum, error, normally);
		let drawn = known.get(n);
		if (!drawn) known.set(n, (drawn = draw(n, shape)));
		return intervalOf(sum, error, drawnFrom(drawn));
	};
}

/** How many buyers of equal amounts would tell as much (Kish 1965): the sum, squared ÷ the sum of squares. */
export function effectiveNumber(amounts: readonly number[]): number {
	const sum = amounts.reduce((total, amount) => total + amount, 0);
	return sum === 0 ? 0 : sum ** 2 / amounts.reduce((total, amount) => total + amount ** 2, 0);
}

/** How a studentized statistic is distributed. */
type Distribution = { at: (share: number) => number; below: (value: number) => number };

const normally: Distribution = {
	at: (share) => (Math.abs(share - 0.5) > 0.3 ? Z90 : Z50) * Math.sign(share - 0.5),
	below: normalCdf
};

function drawnFrom(drawn: Float64Array): Distribution {
	return {
		at: (share) => quantile(drawn, share),
		below: (value) => drawn.filter((one) => one < value).length / drawn.length
	};
}

function intervalOf(sum: number, error: number, { at, below }: Distribution): SumInterval {
	const end = (share: number) => sum * Math.exp(-at(share) * error);
	return {
		low: end(0.95),
		high: end(0.05),
		low50: end(0.75),
		high50: end(0.25),
		chanceAbove: (amount) => (amount <= 0 ? 1 : below(Math.log(sum / amount) / error))
	};
}

/** The logarithm of a sample's sum less that of its mean, ÷ its standard error: of many samples, rising. */
function draw(n: number, shape: AmountShape): Float64Array {
	const random = seeded(2026 + n);
	const amounts = amountDrawer(shape, random);
	const usual = Math.log(n * amounts.mean);
	const drawn = new Float64Array(DRAWS);
	for (let i = 0; i < DRAWS; i++) {
		const spread = amounts.spread();
		let sum = 0;
		let squares = 0;
		for (let buyers = poisson(n, random); buyers > 0; buyers--) {
			const amount = amounts.one(spread);
			sum += amount;
			squares += amount ** 2;
		}
		// nobody at all: further below than anything else
		drawn[i] = sum === 0 ? -10 : (Math.log(sum) - usual) / (Math.sqrt(squares) / sum);
	}
	return drawn.sort();
}

/** By multiplication (Knuth), in parts where the product would vanish. */
function poisson(mean: number, random: () => number): number {
	if (mean > 30) return poisson(mean / 2, random) + poisson(mean / 2, random);
	const least = Math.exp(-mean);
	let n = -1;
	for (let product = 1; product > least; n++) product *= random();
	return n;
}
