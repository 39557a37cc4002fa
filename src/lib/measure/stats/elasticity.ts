/**
 * How much more, in proportion, readers click anything at all when every item gets slightly more clicks. An
 * issue's clickers grow less than those of its items added up, since a reader who clicks two items counts
 * once.
 *
 * The items that a reader clicks are a Poisson number. Those who click, click `perClicker` on
 * average: λ ÷ (1 − e^−λ) of the zero-truncated distribution (David and Johnson 1952,
 * doi:10.2307/3001813) gives λ. The chance of clicking anything is 1 − e^−λ, whose elasticity is
 * λ ÷ (e^λ − 1).
 *
 * @param perClicker items clicked by those who clicked any; 1 where nobody clicks two
 * @throws {RangeError} below 1
 * @example elasticity(1) // => 1
 */
export function elasticity(perClicker: number): number {
	if (!(perClicker >= 1)) throw new RangeError(`${perClicker} items a clicker`);
	if (perClicker < 1 + 1e-9) return 1;

	let low = 0;
	// λ is never above the mean of the truncated distribution
	let high = perClicker;
	for (let i = 0; i < 60; i++) {
		const middle = (low + high) / 2;
		if (middle / -Math.expm1(-middle) < perClicker) low = middle;
		else high = middle;
	}
	return low / Math.expm1(low);
}
