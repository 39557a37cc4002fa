/**
 * Turns log weights, known up to a constant, into weights that sum to 1 (the softmax function).
 *
 * @example normalised([Math.log(1), Math.log(3)]).map((one) => one.toFixed(2)).join() // => '0.25,0.75'
 */
export function normalised(logs: readonly number[]): number[] {
	const top = Math.max(...logs);
	const parts = logs.map((log) => Math.exp(log - top));
	const total = parts.reduce((sum, part) => sum + part, 0);
	return parts.map((part) => part / total);
}
