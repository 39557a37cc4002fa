/** Signs of one currency, longer ones first. */
const SIGNS: [RegExp, string][] = [
	[/€|\beuros?\b/i, 'EUR'],
	[/CA\$|C\$/i, 'CAD'],
	[/AU\$|A\$/i, 'AUD'],
	[/NZ\$/i, 'NZD'],
	[/HK\$/i, 'HKD'],
	[/MX\$/i, 'MXN'],
	[/R\$/, 'BRL'],
	[/(?<![a-z])Fr\.?(?=\s?\d)|\d\s?Fr\./, 'CHF'],
	[/(?<=\d\s?)Ft(?!\p{L})/u, 'HUF'],
	[/£/, 'GBP'],
	[/₩/, 'KRW'],
	[/₹/, 'INR'],
	[/₫/, 'VND'],
	[/₺/, 'TRY'],
	[/₪/, 'ILS'],
	[/₱/, 'PHP'],
	[/₦/, 'NGN'],
	[/₴/, 'UAH'],
	[/zł/i, 'PLN'],
	[/Kč/, 'CZK']
];

/** Signs that several currencies share: whoever has one of them as their own means that one. */
const SHARED: [RegExp, most: string, others: string][] = [
	[/\$/, 'USD', 'AUD CAD NZD HKD SGD TWD MXN CLP COP ARS UYU'],
	[/¥/, 'JPY', 'CNY'],
	[/(?<!\p{L})kr\.?(?!\p{L})/iu, 'SEK', 'NOK DKK ISK']
];

const USUAL =
	'EUR USD GBP CHF CAD AUD NZD JPY SEK NOK DKK PLN CZK HUF RON BRL MXN INR MAD TND XOF XAF'.replaceAll(
		' ',
		'|'
	);
/** A code that people know by sight, in any case, anywhere. */
const CODE = new RegExp(`(?<![a-z])(${USUAL})(?![a-z])`, 'i');

/** Any other, which may be a word as well: beside a number, or in brackets. */
const OTHER = /\d\s?([A-Z]{3})(?![A-Za-z])|(?<![A-Za-z])([A-Z]{3})\s?\d|[([]([A-Z]{3})[)\]]/;
const codes = new Set(Intl.supportedValuesOf('currency'));

/**
 * The currency that a cell or header names by sign or code; null if it names none.
 *
 * @param own the publication's, which a sign that several share means where it is one of them
 */
export function currencyIn(text: string, own: string | null = null): string | null {
	const usual = CODE.exec(text)?.[1]?.toUpperCase();
	if (usual) return usual;
	const whole = text.trim().toUpperCase();
	const other = codes.has(whole) ? whole : OTHER.exec(text)?.slice(1).find(Boolean);
	if (other && codes.has(other)) return other;

	const sign = SIGNS.find(([one]) => one.test(text))?.[1];
	if (sign) return sign;
	const shared = SHARED.find(([one]) => one.test(text));
	if (!shared) return null;
	const [, most, others] = shared;
	return own !== null && others.split(' ').includes(own) ? own : most;
}
