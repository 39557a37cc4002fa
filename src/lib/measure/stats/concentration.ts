/** How unevenly an amount is spread over people. */
export type Concentration = {
	/** share of the whole that the top 1 % and 10 % of people bring, 0..1 */
	top1: number;
	top10: number;
	/** standard deviation ÷ mean of the amounts; null for one person */
	variation: number | null;
};

/**
 * Concentration ratio: how much of a whole comes from its largest parts. The top 1 % are at least one person.
 * Amounts below zero (refunds) are parts too, so that a share can exceed 1.
 *
 * Null if the sum is not above zero.
 *
 * @param amounts one per person who has one, in any order
 * @example concentration([1, 1, 1, 1, 1, 1, 1, 1, 1, 11])?.top10 // => 0.55
 */
export function concentration(amounts: readonly number[]): Concentration | null {
	const sum = amounts.reduce((total, one) => total + one, 0);
	if (amounts.length === 0 || sum <= 0) return null;

	const falling = [...amounts].sort((a, b) => b - a);
	const top = (share: number) => {
		const many = Math.max(1, Math.round(share * falling.length));
		return falling.slice(0, many).reduce((total, one) => total + one, 0) / sum;
	};
	const mean = sum / amounts.length;
	const squares = falling.reduce((total, one) => total + (one - mean) ** 2, 0);
	return {
		top1: top(0.01),
		top10: top(0.1),
		variation: amounts.length > 1 ? Math.sqrt(squares / (amounts.length - 1)) / mean : null
	};
}
