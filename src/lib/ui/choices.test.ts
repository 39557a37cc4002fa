import { expect, test } from 'vitest';
import { findChoices } from './choices.ts';

const currencies = [
	{ value: 'EUR', label: 'EUR · euro', also: '€' },
	{ value: 'USD', label: 'USD · dollar des États-Unis', also: '$' },
	{ value: 'AUD', label: 'AUD · dollar australien', also: '$' },
	{ value: 'XEU', label: 'XEU · unité de compte européenne', also: '' }
];
const zones = [
	{ value: 'America/New_York', label: 'New York · heure de l’Est', also: 'États-Unis' },
	{ value: 'Europe/Paris', label: 'Paris · heure d’Europe centrale', also: 'France' }
];
const valuesOf = (choices: typeof currencies, typed: string) =>
	findChoices(choices, typed).map(({ value }) => value);

test.each([
	['eur', ['EUR', 'XEU']],
	['Euro', ['EUR', 'XEU']],
	['dollar', ['USD', 'AUD']],
	['etats unis', ['USD']],
	['$', ['USD', 'AUD']],
	['ollar', ['USD', 'AUD']],
	['florin', []],
	[' ', ['EUR', 'USD', 'AUD', 'XEU']]
])('%j typed → currencies that begin so first, then those with a word of it', (typed, values) => {
	expect(valuesOf(currencies, typed)).toEqual(values);
});

test.each([
	['paris', 'Europe/Paris'],
	['france', 'Europe/Paris'],
	['Europe/Paris', 'Europe/Paris'],
	['new york', 'America/New_York'],
	['york est', 'America/New_York']
])('%j typed → the zone by its city, its country or its name in files', (typed, value) => {
	expect(valuesOf(zones, typed)).toEqual([value]);
});
