/** Where money is what: regions by currency, of those that most newsletters are written in. */
const REGIONS = {
	EUR: 'AT BE BG HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES MC SM VA AD ME XK GP MQ GF RE YT',
	USD: 'US EC SV PR',
	GBP: 'GB',
	CHF: 'CH LI',
	CAD: 'CA',
	AUD: 'AU',
	NZD: 'NZ',
	JPY: 'JP',
	CNY: 'CN',
	HKD: 'HK',
	TWD: 'TW',
	KRW: 'KR',
	INR: 'IN',
	SGD: 'SG',
	BRL: 'BR',
	MXN: 'MX',
	ARS: 'AR',
	CLP: 'CL',
	COP: 'CO',
	PEN: 'PE',
	SEK: 'SE',
	NOK: 'NO',
	DKK: 'DK',
	ISK: 'IS',
	PLN: 'PL',
	CZK: 'CZ',
	HUF: 'HU',
	RON: 'RO',
	TRY: 'TR',
	UAH: 'UA',
	ILS: 'IL',
	ZAR: 'ZA',
	MAD: 'MA',
	TND: 'TN',
	DZD: 'DZ',
	XOF: 'SN CI ML BF BJ TG NE',
	XAF: 'CM GA CG TD',
	XPF: 'NC PF WF'
};

const currencyIn = new Map(
	Object.entries(REGIONS).flatMap(([currency, regions]) =>
		regions.split(' ').map((region) => [region, currency] as const)
	)
);

/** The countries of a currency, as far as they are known here. */
export function regionsPaidIn(currency: string): readonly string[] {
	if (!Object.hasOwn(REGIONS, currency)) return [];
	return REGIONS[currency as keyof typeof REGIONS].split(' ');
}

/**
 * The currency of where somebody's language is spoken, as their browser names it. A language without a
 * region stands for the largest that speaks it.
 *
 * @param languages `Accept-Language`, the preferred first
 * @returns null where nothing is known of it
 */
export function likelyCurrency(languages: string): string | null {
	const tag = languages.split(/[,;]/)[0]!.trim();
	try {
		const { region } = new Intl.Locale(tag).maximize();
		return currencyIn.get(region ?? '') ?? null;
	} catch {
		// any text can stand in a header
		return null;
	}
}
