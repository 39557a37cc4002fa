/** One issue: readers it was delivered to, and how many of those were engaged just before it. */
export type EngagedDelivery = { delivered: number; engaged: number };

/** Rates at which engaged readers and the others click. */
export type EngagedRates = { engaged: number; others: number };

/**
 * How the size of the list and the number of engaged readers each move an issue's expected click rate, as
 * logarithms relative to a usual issue. The two add up to the whole effect of the mix.
 *
 * More readers with as many engaged ones dilute the rate; more engaged ones on the same list raise it. As the
 * two act together, each gets the mean of its effect when it is moved first and when it is moved last (L. S.
 * Shapley 1953).
 *
 * @throws {RangeError} if nobody was delivered to, or a rate is not above 0
 */
export function listAndEngaged(
	issue: EngagedDelivery,
	usual: EngagedDelivery,
	rates: EngagedRates
): { list: number; engaged: number } {
	if (!(issue.delivered > 0 && usual.delivered > 0)) throw new RangeError('delivered to nobody');
	if (!(rates.engaged > 0 && rates.others > 0)) throw new RangeError('a rate is not above 0');

	function expected(delivered: number, engaged: number): number {
		const share = Math.min(1, engaged / delivered);
		return Math.log(rates.others + share * (rates.engaged - rates.others));
	}
	const neither = expected(usual.delivered, usual.engaged);
	const listOnly = expected(issue.delivered, usual.engaged);
	const engagedOnly = expected(usual.delivered, issue.engaged);
	const both = expected(issue.delivered, issue.engaged);
	return {
		list: (listOnly - neither + both - engagedOnly) / 2,
		engaged: (engagedOnly - neither + both - listOnly) / 2
	};
}
