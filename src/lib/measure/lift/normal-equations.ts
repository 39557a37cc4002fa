import { dot, inverse, multiply } from '../stats/linear.ts';
import type { DesignMatrix } from './design-matrix.ts';

/** The solution of one weighted regression, and how sure it is. */
export type Solution = {
	/** coefficients of the columns, and one effect per issue */
	coefficients: Float64Array;
	issueEffects: Float64Array;
	/** posterior covariance of the coefficients, issue effects integrated out; row-major */
	covariance: Float64Array;
	issueVariances: Float64Array;
	/** precision of each issue's effect if the coefficients were known */
	issueWeights: Float64Array;
	/** posterior variance of each row's fitted value */
	leverages: Float64Array;
	/** covariance of the coefficients times an issue's weighted mean row, one row per issue */
	covarianceIssueMeans: Float64Array;
};

/**
 * Solves (X'WX + prior) b = X'Wz for columns and issue effects together.
 *
 * There are many issues, and each affects its own rows only, so they are absorbed (a Schur complement): the
 * matrix left to decompose is only as large as the number of columns.
 *
 * @param weights precision of each row's working response
 * @param response the working response
 * @param precisions prior precision of each column
 * @param issuePrecision prior precision of issue effects
 */
// eslint-disable-next-line max-lines-per-function -- one elimination; its arrays are shared by all of its loops
export function solve(
	{ count: p, starts, column, value }: DesignMatrix,
	issue: Int32Array,
	issues: number,
	weights: Float64Array,
	response: Float64Array,
	precisions: Float64Array,
	issuePrecision: number
): Solution {
	const normal = new Float64Array(p * p);
	const right = new Float64Array(p);
	const issueWeights = new Float64Array(issues).fill(issuePrecision);
	const issueRight = new Float64Array(issues);
	const issueMeans = new Float64Array(issues * p);

	for (let i = 0; i < issue.length; i++) {
		const at = issue[i]!;
		const w = weights[i]!;
		const wz = w * response[i]!;
		issueWeights[at]! += w;
		issueRight[at]! += wz;

		for (let j = starts[i]!; j < starts[i + 1]!; j++) {
			const cj = column[j]!;
			const wv = w * value[j]!;
			right[cj]! += wz * value[j]!;
			issueMeans[at * p + cj]! += wv;
			for (let k = starts[i]!; k <= j; k++) normal[cj * p + column[k]!]! += wv * value[k]!;
		}
	}

	absorb(normal, right, issueMeans, issueWeights, issueRight);
	for (let j = 0; j < p; j++) normal[j * p + j]! += precisions[j]!;

	const covariance = inverse(normal, p);
	const coefficients = multiply(covariance, right, p);
	const issueEffects = new Float64Array(issues);
	const issueVariances = new Float64Array(issues);
	const covarianceIssueMeans = new Float64Array(issues * p);

	for (let at = 0; at < issues; at++) {
		const own = issueMeans.subarray(at * p, (at + 1) * p);
		const loadings = multiply(covariance, own, p);
		covarianceIssueMeans.set(loadings, at * p);
		issueEffects[at] = issueRight[at]! / issueWeights[at]! - dot(own, coefficients);
		issueVariances[at] = 1 / issueWeights[at]! + dot(own, loadings);
	}

	const leverages = new Float64Array(issue.length);
	for (let i = 0; i < issue.length; i++) {
		const at = issue[i]!;
		let sum = issueVariances[at]!;
		for (let j = starts[i]!; j < starts[i + 1]!; j++) {
			const cj = column[j]!;
			let row = -covarianceIssueMeans[at * p + cj]! * 2;
			for (let k = starts[i]!; k < starts[i + 1]!; k++)
				row += covariance[cj * p + column[k]!]! * value[k]!;
			sum += value[j]! * row;
		}
		leverages[i] = sum;
	}

	return {
		coefficients,
		issueEffects,
		covariance,
		issueVariances,
		issueWeights,
		leverages,
		covarianceIssueMeans
	};
}

/** Eliminates issue effects from the equations, and divides `issueMeans` by each issue's weight. */
function absorb(
	normal: Float64Array,
	right: Float64Array,
	issueMeans: Float64Array,
	issueWeights: Float64Array,
	issueRight: Float64Array
) {
	const p = right.length;
	const touched: number[] = [];

	for (let at = 0; at < issueWeights.length; at++) {
		const weight = issueWeights[at]!;
		touched.length = 0;
		for (let j = 0; j < p; j++) if (issueMeans[at * p + j]) touched.push(j);

		for (const j of touched) {
			const share = issueMeans[at * p + j]! / weight;
			right[j]! -= share * issueRight[at]!;
			for (const k of touched) if (k <= j) normal[j * p + k]! -= share * issueMeans[at * p + k]!;
		}
		for (const j of touched) issueMeans[at * p + j]! /= weight;
	}
}
