import { changeOfPeriods } from './change-of-means.ts';

/** One issue: a rate above 0, and the natural logarithms of the parts that explain it. */
export type Explained = { rate: number; parts: Readonly<Record<string, number>> };

/** How much one part moved the rate, as a rate; with a 90 % interval where there are enough issues. */
export type Moved = { change: number; low: number | null; high: number | null };

export type Decomposition = {
	before: number;
	after: number;
	whole: Moved;
	parts: Record<string, Moved>;
	/** what the parts do not explain: with it they add up to the whole */
	remainder: Moved;
};

/** The logarithmic mean of two positive numbers: their difference divided by that of their logarithms. */
function logarithmicMean(a: number, b: number): number {
	const log = Math.log(b / a);
	// near equality both differences lose their digits; the limit there is the mean
	return Math.abs(log) < 1e-9 ? (a + b) / 2 : (b - a) / log;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Splits the change of a mean rate between two runs of issues into the contribution of each part and a
 * remainder, which together add up to the change.
 *
 * A part moves the rate by the change of its mean logarithm times the logarithmic mean of the two
 * rates: the logarithmic mean Divisia index (B. W. Ang, Energy Policy 32, 2004,
 * doi:10.1016/S0301-4215(03)00076-4), which leaves no residual of its own. Intervals, like that of the whole,
 * are those of a change between periods; each part's holds for it alone, not for all at once.
 *
 * @returns null if either run is empty
 * @throws {RangeError} if a rate is not above 0
 */
export function decomposeChange(
	before: readonly Explained[],
	after: readonly Explained[]
): Decomposition | null {
	const rates = [before, after].map((run) => run.map(({ rate }) => rate)) as [number[], number[]];
	const whole = changeOfPeriods(...rates);
	if (!whole) return null;
	if (rates.flat().some((rate) => !(rate > 0))) throw new RangeError('a rate is not above 0');

	const [was, is] = [mean(rates[0]), mean(rates[1])];
	const scale = logarithmicMean(was, is);
	const scaled = (pick: (issue: Explained) => number): Moved => {
		const { change, low, high } = changeOfPeriods(before.map(pick), after.map(pick))!;
		const to = (end: number | null) => (end === null ? null : end * scale);
		return { change: change * scale, low: to(low), high: to(high) };
	};

	const names = Object.keys(before[0]!.parts);
	const parts = Object.fromEntries(
		names.map((name) => [name, scaled(({ parts }) => parts[name]!)])
	);
	const rest = scaled(
		({ rate, parts }) => Math.log(rate) - names.reduce((sum, name) => sum + parts[name]!, 0)
	);
	// the remainder of the change itself, not of the mean of its logarithms
	const left = names.reduce((sum, name) => sum - parts[name]!.change, whole.change);
	const shifted = (end: number | null) => (end === null ? null : end + left - rest.change);

	return {
		before: was,
		after: is,
		whole,
		parts,
		remainder: { change: left, low: shifted(rest.low), high: shifted(rest.high) }
	};
}
