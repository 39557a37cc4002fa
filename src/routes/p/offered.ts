import { DAY } from '#lib/duration.ts';
import { nameKey } from '#lib/name-key.ts';
import { locales, type Locale } from '#lib/locales.ts';
import { zoneName } from '#lib/messages/zone-name.ts';
import { distinctTexts, zoneWords } from '#lib/messages/zone-words.ts';
import type { Choice } from '#lib/ui/choices.ts';
import { regionsPaidIn } from './new/likely-currency.ts';

/** Offered first, where what is typed fits several: the currencies that are most traded. */
const OFTEN = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'JPY', 'AUD'];

const zonesOnce = new Map<Locale, { day: number; zones: Choice[] }>();

/**
 * Time zones, by the names of their cities. They are named anew each day, since their offsets change
 * with the clocks.
 */
export function zoneChoices(locale: Locale, now: number): Choice[] {
	const day = Math.floor(now / DAY);
	const known = zonesOnce.get(locale);
	if (known?.day === day) return known.zones;

	const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
		.map((zone) => zoneChoice(zone, locale, now))
		.sort((a, b) => a.label.localeCompare(b.label, locale));
	zonesOnce.set(locale, { day, zones });
	return zones;
}

function zoneChoice(zone: string, locale: Locale, now: number): Choice {
	const label = zoneName(zone, locale, now);
	const said = new Set(nameKey(label).split(/[^\p{L}]+/u));
	const others = zoneWords(zone, new Date(now).getUTCFullYear()).filter(
		(word) => !said.has(nameKey(word))
	);
	return { value: zone, label, also: others.join(' ') };
}

/** What a currency is called in a language: its name, that of an amount, and its signs. */
function currencyWords(currency: string, locale: Locale): string[] {
	const as = (currencyDisplay: 'name' | 'symbol' | 'narrowSymbol') =>
		new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
			.formatToParts(2)
			.find(({ type }) => type === 'currency')?.value ?? '';
	const name = new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? '';
	return [name, as('name'), as('symbol'), as('narrowSymbol')];
}

/** By what else a currency is looked for: its names and signs in all languages, and its countries. */
function alsoCurrency(currency: string): string {
	const countries = locales.flatMap((locale) => {
		const names = new Intl.DisplayNames(locale, { type: 'region' });
		return regionsPaidIn(currency).map((region) => names.of(region) ?? '');
	});
	const said = [...locales.flatMap((locale) => currencyWords(currency, locale)), ...countries];
	return distinctTexts(said).join(' ');
}

const currencyAlsoOnce = new Map<string, string>();

/** Currencies, by code, name, sign and country. */
export function currencyChoices(locale: Locale): Choice[] {
	const names = new Intl.DisplayNames(locale, { type: 'currency' });
	const codes = Intl.supportedValuesOf('currency');
	return [...OFTEN, ...codes.filter((code) => !OFTEN.includes(code))].map((code) => {
		const name = names.of(code) ?? code;
		const also = currencyAlsoOnce.get(code) ?? alsoCurrency(code);
		currencyAlsoOnce.set(code, also);
		const isNamed = nameKey(name) !== nameKey(code);
		return { value: code, label: isNamed ? `${code} · ${name}` : code, also };
	});
}

/** What the form of a publication offers to choose from. */
export function offered(locale: Locale, now: number) {
	return { zones: zoneChoices(locale, now), currencies: currencyChoices(locale) };
}
