import { expect, test } from 'vitest';
import { locales } from '#lib/locales.ts';
import { findChoices } from '#lib/ui/choices.ts';
import { currencyChoices, zoneChoices } from './offered.ts';

const now = Date.UTC(2026, 10, 30);

test.each([
	['montréal', 'America/Toronto'],
	['Montreal', 'America/Toronto'],
	['Québec', 'America/Toronto'],
	['CET', 'Europe/Paris'],
	['CEST', 'Europe/Paris'],
	['Paris', 'Europe/Paris'],
	['heure de l’Est', 'America/Toronto'],
	["heure de l'est", 'America/New_York'],
	['Eastern Time', 'America/New_York'],
	['HNE', 'America/Toronto'],
	['EST', 'America/New_York'],
	['États-Unis', 'America/New_York'],
	['germany', 'Europe/Berlin'],
	['Allemagne', 'Europe/Berlin'],
	['londres', 'Europe/London'],
	['GMT', 'UTC'],
	['JST', 'Asia/Tokyo'],
	['inde', 'Asia/Calcutta'],
	['Asia/Kolkata', 'Asia/Calcutta']
])('%j typed in either language → %s is among the zones', (typed, zone) => {
	for (const locale of locales) {
		const found = findChoices(zoneChoices(locale, now), typed).map(({ value }) => value);
		expect(found).toContain(zone);
	}
});

test('every zone that the runtime knows → offered, and by its country where it has one', () => {
	const offered = zoneChoices('fr', now);
	const zones = offered.map(({ value }) => value);
	expect(zones).toEqual(expect.arrayContaining(Intl.supportedValuesOf('timeZone')));
	const found = findChoices(offered, 'Éthiopie').map(({ value }) => value);
	expect(found).toEqual(['Africa/Addis_Ababa']);
});

test.each([
	['dollar canadien', 'CAD'],
	['dollars canadiens', 'CAD'],
	['Canadian dollar', 'CAD'],
	['CAD', 'CAD'],
	['$', 'CAD'],
	['$', 'USD'],
	['Canada', 'CAD'],
	['livre sterling', 'GBP'],
	['pound', 'GBP'],
	['Suisse', 'CHF'],
	['£', 'GBP']
])('%j typed in either language → %s is among the currencies', (typed, currency) => {
	for (const locale of locales) {
		const found = findChoices(currencyChoices(locale), typed).map(({ value }) => value);
		expect(found).toContain(currency);
	}
});

test('a year without summer time asked for first → the words of this year all the same', () => {
	zoneChoices('en', 0);
	const found = findChoices(zoneChoices('en', now), 'CEST').map(({ value }) => value);
	expect(found).toContain('Europe/Paris');
});
