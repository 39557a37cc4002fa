import { changeOfPeriods } from './change-of-means.ts';

/** One issue: a rate above 0, and the natural logarithms of what it is thought to be made of. */
export type Explained = { rate: number; parts: Readonly<Record<string, number>> };

/** How much one thing moved the rate, in rate; ends of a 90 % interval where enough issues tell. */
export type Moved = { change: number; low: number | null; high: number | null };

export type Decomposition = {
	before: number;
	after: number;
	whole: Moved;
	parts: Record<string, Moved>;
	/** what the parts leave over: with them it adds up to the whole */
	remainder: Moved;
};

/** The mean of two positive numbers that makes differences and logarithms agree. */
function logarithmicMean(a: number, b: number): number {
	const log = Math.log(b / a);
	// the two meet where the ratio is 1, and lose all digits just beside it
	return Math.abs(log) < 1e-9 ? (a + b) / 2 : (b - a) / log;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Splits the change of a mean rate between two runs of issues into what each part moved and a
 * remainder, so that together they are the change.
 *
 * A part moves the rate by the change of its mean logarithm times the logarithmic mean of the two
 * rates: the logarithmic mean Divisia index (B. W. Ang, Energy Policy 32, 2004,
 * doi:10.1016/S0301-4215(03)00076-4), which leaves no residual of its own. Intervals are those
 * of a change of periods, as that of the whole; a part's holds for it alone, not for all at once.
 *
 * @returns null where either run is empty
 * @throws {RangeError} for a rate that is not above 0
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
	// what the parts leave of the change itself, not of the mean of its logarithms
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
