import { expect, test } from 'vitest';
import { countryName } from './country-name.ts';
import { deviceName } from './device-name.ts';

test.each([
	['FR', 'en', 'France'],
	['de', 'fr', 'Allemagne'],
	['UK', 'fr', 'Royaume-Uni'],
	['Germany', 'fr', 'Allemagne'],
	['États-Unis', 'en', 'United States'],
	['ZZ', 'fr', 'ZZ'],
	['Rhénanie', 'fr', 'Rhénanie'],
	['QQ', 'en', 'QQ']
] as const)('the country %s, read in %s → %s', (country, locale, expected) => {
	expect(countryName(country, locale)).toBe(expected);
});

test.each([
	['desktop', 'fr', 'Ordinateur'],
	['Tablet', 'fr', 'Tablette'],
	['mobile', 'en', 'Mobile'],
	['fridge', 'fr', 'fridge']
] as const)('the device %s, read in %s → %s', (device, locale, expected) => {
	expect(deviceName(device, locale)).toBe(expected);
});
