import { nameKey } from '#lib/name-key.ts';
import type { Locale } from '#lib/locales.ts';
import { zoneName } from '#lib/messages/zone-name.ts';
import type { Choice } from '#lib/ui/choices.ts';

/** Offered first, where what is typed fits several: the currencies that are most traded. */
const OFTEN = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'JPY', 'AUD'];

const zonesOnce = new Map<Locale, { day: number; zones: Choice[] }>();

/**
 * Time zones, by the names of their cities. They are named anew each day, since their offsets change
 * with the clocks.
 */
export function zoneChoices(locale: Locale, now: number): Choice[] {
	const day = Math.floor(now / 86_400_000);
	const known = zonesOnce.get(locale);
	if (known?.day === day) return known.zones;

	const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
		.map((zone) => ({ value: zone, ...zoneName(zone, locale, now) }))
		.sort((a, b) => a.label.localeCompare(b.label, locale));
	zonesOnce.set(locale, { day, zones });
	return zones;
}

/** Currencies, by code, name and sign. */
export function currencyChoices(locale: Locale): Choice[] {
	const names = new Intl.DisplayNames(locale, { type: 'currency' });
	const sign = (currency: string) =>
		new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
			.formatToParts(0)
			.find(({ type }) => type === 'currency')?.value ?? '';

	const codes = Intl.supportedValuesOf('currency');
	return [...OFTEN, ...codes.filter((code) => !OFTEN.includes(code))].map((code) => {
		const name = names.of(code) ?? code;
		return {
			value: code,
			label: nameKey(name) === nameKey(code) ? code : `${code} · ${name}`,
			also: `${name} ${sign(code)}`
		};
	});
}

/** What the form of a publication offers to choose from. */
export function offered(locale: Locale, now: number) {
	return { zones: zoneChoices(locale, now), currencies: currencyChoices(locale) };
}
