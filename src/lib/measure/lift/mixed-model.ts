import type { DesignMatrix } from './design-matrix.ts';
import type { Solution } from './normal-equations.ts';
import { solve } from './normal-equations.ts';

/** The fitted model: log clickers = log reach + issue + columns + the item's own effect. */
export type MixedModel = Solution & {
	/** variances of issue effects, of items' own effects, and of each block's coefficients */
	variance: { issue: number; item: number; blocks: number[] };
	/** at convergence: Poisson precision of each item, and its response without the offset */
	precision: Float64Array;
	response: Float64Array;
	own: Float64Array;
	rounds: number;
};

/** An effect with a spread below 1 % counts as none; smaller values only slow the fit down. */
const LEAST = 1e-4;
const ROUNDS = 60;

/**
 * Starting values for the variances of issues' and items' own effects. Each also counts as one observed
 * effect: with few or small counts the data leave the variance open, and a variance of zero would make every
 * item surely average.
 */
const FIRST = { issue: 0.01, item: 0.1 };

/**
 * Fits a Poisson model with normal effects for issues, items and every estimated block.
 *
 * Penalised quasi-likelihood (Breslow & Clayton 1993, doi:10.2307/2290687): the counts become
 * normal working responses around the present fit, in which the items' own effects are integrated
 * out; then each variance moves to Σ effect² ÷ effective number of effects (Schall 1991,
 * doi:10.1093/biomet/78.4.719), which gives restricted maximum likelihood at convergence.
 *
 * @param offset log of reach
 */
export function fitMixedModel(
	columns: DesignMatrix,
	issue: Int32Array,
	issues: number,
	clickers: Float64Array,
	offset: Float64Array
): MixedModel {
	const n = clickers.length;
	const eta = Float64Array.from(clickers, (y) => Math.log(y + 0.5));
	const precision = new Float64Array(n);
	const response = new Float64Array(n);
	const weights = new Float64Array(n);
	const own = new Float64Array(n);
	const variance = {
		...FIRST,
		blocks: columns.blocks.map((block) => block.variance)
	};

	for (let rounds = 1; ; rounds++) {
		for (let i = 0; i < n; i++) {
			const mean = Math.exp(eta[i]!);
			precision[i] = mean;
			response[i] = eta[i]! - offset[i]! + clickers[i]! / mean - 1;
			weights[i] = 1 / (1 / mean + variance.item);
		}

		const precisions = new Float64Array(columns.count);
		columns.blocks.forEach(({ from, to }, b) => precisions.fill(1 / variance.blocks[b]!, from, to));
		const solution = solve(
			columns,
			issue,
			issues,
			weights,
			response,
			precisions,
			1 / variance.issue
		);

		let moved = 0;
		for (let i = 0; i < n; i++) {
			const fitted = valueOf(columns, i, solution.coefficients) + solution.issueEffects[issue[i]!]!;
			own[i] = variance.item * weights[i]! * (response[i]! - fitted);
			// a count of zero would make the first steps too large
			const next = Math.max(offset[i]! + fitted + own[i]!, -7);
			moved = Math.max(moved, Math.abs(next - eta[i]!));
			eta[i] = next;
		}

		const before = { ...variance, blocks: [...variance.blocks] };
		update(variance, columns, solution, weights, own);
		const settled =
			moved < 0.005 &&
			close(before.issue, variance.issue) &&
			close(before.item, variance.item) &&
			before.blocks.every((v, b) => close(v, variance.blocks[b]!));

		if (settled || rounds === ROUNDS)
			return { ...solution, variance: before, precision, response, own, rounds };
	}
}

/** Takes Schall's step for every estimated variance. */
function update(
	variance: MixedModel['variance'],
	{ blocks, count }: DesignMatrix,
	{ coefficients, covariance, issueEffects, issueVariances, leverages }: Solution,
	weights: Float64Array,
	own: Float64Array
) {
	blocks.forEach(({ from, to, variance: start, priorWeight }, b) => {
		if (priorWeight === null || from === to) return;
		let squares = priorWeight * start;
		let traces = 0;
		for (let j = from; j < to; j++) {
			squares += coefficients[j]! ** 2;
			traces += covariance[j * count + j]!;
		}
		variance.blocks[b] = step(variance.blocks[b]!, squares, to - from + priorWeight, traces);
	});

	const squares = issueEffects.reduce((sum, u) => sum + u * u, FIRST.issue);
	const traces = issueVariances.reduce((sum, v) => sum + v, 0);
	variance.issue = step(variance.issue, squares, issueEffects.length + 1, traces);

	let ownSquares = FIRST.item;
	let ownEffective = 1;
	for (let i = 0; i < own.length; i++) {
		ownSquares += own[i]! ** 2;
		ownEffective += variance.item * weights[i]! * (1 - weights[i]! * leverages[i]!);
	}
	variance.item = Math.max(LEAST, ownSquares / ownEffective);
}

function step(variance: number, squares: number, effects: number, traces: number) {
	const effective = effects - traces / variance;
	return Math.min(25, Math.max(LEAST, squares / Math.max(effective, 1e-9)));
}

/** Whether two spreads differ by less than half a per cent of a lift. */
function close(a: number, b: number) {
	return Math.abs(Math.sqrt(a) - Math.sqrt(b)) < 0.004;
}

/** Fitted value of a row, without its issue's effect. */
export function valueOf(
	{ starts, column, value }: DesignMatrix,
	row: number,
	coefficients: Float64Array
) {
	let sum = 0;
	for (let j = starts[row]!; j < starts[row + 1]!; j++)
		sum += value[j]! * coefficients[column[j]!]!;
	return sum;
}
