import { amountDrawer, type AmountShape } from './amount-shape.ts';
import { normalCdf, Z50, Z90 } from './normal.ts';
import { quantile } from './quantile.ts';
import { seeded } from './random.ts';

/** The interval of a sum's expected value, as if people were drawn again and again. */
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

/** With this many buyers, the logarithm of a sum is close enough to normal. */
const MANY = 1000;

/**
 * The interval of a sum that few buyers of unequal amounts brought. Resampling these few gives an interval
 * that is far too short, because the largest amounts have mostly not been seen. So the studentized logarithm
 * of the sum is compared with that of simulated samples of the same size (bootstrap-t; Efron 1981,
 * doi:10.2307/3314608; on the log scale as in Zhou and Gao 1997,
 * doi:10.1002/(SICI)1097-0258(19970415)16:7<783::AID-SIM488>3.0.CO;2-2), drawn from the shape of amounts of
 * all groups together. The number of buyers is Poisson: few of many people buy.
 * @param shape of the amounts of all groups
 * @returns a function that gives the interval for one group's positive amounts; null if it has none
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

/**
 * Effective number of buyers (Kish 1965): how many buyers of equal amounts would tell as much; the sum,
 * squared ÷ the sum of squares.
 */
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

/** Sorted draws of log(sum ÷ expected sum) ÷ its standard error. */
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
		// a sample without buyers: far below all others
		drawn[i] = sum === 0 ? -10 : (Math.log(sum) - usual) / (Math.sqrt(squares) / sum);
	}
	return drawn.sort();
}

/** Knuth's method; a large mean is split, since the product would underflow. */
function poisson(mean: number, random: () => number): number {
	if (mean > 30) return poisson(mean / 2, random) + poisson(mean / 2, random);
	const least = Math.exp(-mean);
	let n = -1;
	for (let product = 1; product > least; n++) product *= random();
	return n;
}
