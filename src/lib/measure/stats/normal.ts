/** Standard normal quantiles that cut off 5 % and 25 % on either side. */
export const Z90 = 1.6448536269514722;
export const Z50 = 0.6744897501960817;

/**
 * Probability that a standard normal variable is at most `z`.
 *
 * Rational approximation of erfc (Numerical Recipes, 3rd edition, section 6.2.2); the relative
 * error stays below 1.2e-7.
 *
 * @example normalCdf(1.6448536269514722) // => 0.95
 */
export function normalCdf(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 2 / (2 + x);
	const tail =
		t *
		Math.exp(
			-x * x -
				1.26551223 +
				t *
					(1.00002368 +
						t *
							(0.37409196 +
								t *
									(0.09678418 +
										t *
											(-0.18628806 +
												t *
													(0.27886807 +
														t *
															(-1.13520398 +
																t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))))
		);
	return z > 0 ? 1 - tail / 2 : tail / 2;
}

/**
 * The value below which a standard normal variable lies with probability `p`, found by bisection: as exact as
 * `normalCdf`.
 *
 * @param p above 0 and below 1
 * @example normalQuantile(0.95) // => 1.645
 */
export function normalQuantile(p: number): number {
	let low = -9;
	let high = 9;
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (normalCdf(middle) < p) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
