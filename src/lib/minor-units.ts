/** ISO 4217's currencies whose minor unit is not a hundredth, by its decimals. */
const UNUSUAL: [decimals: number, codes: string][] = [
	[0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
	[3, 'BHD IQD JOD KWD LYD OMR TND'],
	[4, 'CLF UYW']
];

const decimals = new Map(
	UNUSUAL.flatMap(([count, codes]) => codes.split(' ').map((code) => [code, count] as const))
);

/**
 * How many decimals a currency's minor unit has: 2 for cents, none for yen, 3 for Tunisian dinars.
 *
 * Amounts are stored and answered in minor units, so this is ISO 4217's own list and not `Intl`'s,
 * which says how prices are usually written and changes with each release of Unicode's data: there
 * forints, rupiahs and Colombian pesos have none.
 *
 * @see https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
export function decimalsOf(currency: string): number {
	return decimals.get(currency.toUpperCase()) ?? 2;
}

/** How many minor units make one: 100 cents to the euro, 1 to the yen, 1,000 to the Tunisian dinar. */
export function minorUnits(currency: string): number {
	return 10 ** decimalsOf(currency);
}
