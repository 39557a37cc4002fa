import type { Locale } from '#lib/locales.ts';
import { words } from './words.ts';

/** Cities and islands that zones spell otherwise than people do, in one of the languages. */
const CALLED = new Set(
	`
		Addis_Ababa Algiers Cairo Mogadishu Lome Ndjamena Sao_Tome Asmera Bogota Cayman Curacao
		Dominica Grenada Havana Jamaica Mexico_City Barbados Puerto_Rico Sao_Paulo Asuncion Godthab
		Miquelon St_Barthelemy St_Lucia El_Salvador Baghdad Bahrain Baku Beirut Calcutta Damascus
		Dhaka Dubai Jerusalem Kabul Katmandu Kuwait Macau Manila Muscat Nicosia Rangoon Riyadh Saigon
		Seoul Singapore Tashkent Tbilisi Tehran Ulaanbaatar Yerevan Azores Bermuda Canary Cape_Verde
		Faeroe Madeira Andorra Athens Brussels Bucharest Busingen Copenhagen Guernsey Isle_of_Man Kiev
		Lisbon London Malta Moscow San_Marino Tirane Vienna Warsaw Reunion Mauritius Mahe Comoro Fiji
		Noumea Marquesas Easter Galapagos Gambier Wallis
	`.split(/\s+/)
);

/**
 * A time zone as people call it: its city, what its time is called and how far it is from UTC.
 *
 * @example zoneName('Europe/London', 'fr', now) // => 'Londres · Royaume-Uni · UTC+1'
 */
export function zoneName(zone: string, locale: Locale, now: number): string {
	if (zone === 'UTC') return 'UTC';
	const part = (timeZoneName: 'longGeneric' | 'shortOffset') =>
		new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName })
			.formatToParts(now)
			.find(({ type }) => type === 'timeZoneName')?.value ?? '';

	const offset = part('shortOffset').replace('GMT', 'UTC').replace('-', '\u2212');
	const city = cityOf(zone, locale);
	// some times are but called after their country
	const time = part('longGeneric').replace(/^heure\s*:\s*/, '');
	const isName = time !== city && !/[+−-]\d/.test(time);
	return [city, ...(isName ? [time] : []), offset].join(' · ');
}

/** The city, or island, after which a zone is called, in its present name. */
export function cityOf(zone: string, locale: Locale): string {
	const city = zone.slice(zone.lastIndexOf('/') + 1);
	return CALLED.has(city) ? words(`city.${city}`, {}, locale) : city.replaceAll('_', ' ');
}
