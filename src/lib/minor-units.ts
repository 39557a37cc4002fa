const known = new Map<string, number>();

/**
 * How many decimals a currency has: 2 of the euro, none of the yen.
 *
 * @throws {RangeError} for what is no code of a currency
 */
export function decimalsOf(currency: string): number {
	let decimals = known.get(currency);
	if (decimals === undefined) {
		const format = new Intl.NumberFormat('en', { style: 'currency', currency });
		decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
		known.set(currency, decimals);
	}
	return decimals;
}

/** How many minor units make one: 100 cents to the euro, 1 to the yen. */
export function minorUnits(currency: string): number {
	return 10 ** decimalsOf(currency);
}
