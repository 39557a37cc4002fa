import { countryCode } from '#lib/country.ts';
import type { Locale } from '#lib/locales.ts';

/**
 * A country in the reader's language; what is no country is called as it was.
 *
 * @example countryName('DE', 'fr') // => 'Allemagne'
 */
export function countryName(country: string, locale: Locale): string {
	const code = countryCode(country);
	return (code && new Intl.DisplayNames(locale, { type: 'region' }).of(code)) || country;
}
