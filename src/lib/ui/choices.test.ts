import { expect, test } from 'vitest';
import { findChoices, foundBy } from './choices.ts';

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

const hours = ['UTC\u221210', 'UTC\u22121', 'UTC+10', 'UTC+1'].map((offset) => ({
	value: offset,
	label: `Wells · ${offset}`,
	also: ''
}));

test.each([
	['UTC+1', ['UTC+1', 'UTC+10']],
	['utc-1', ['UTC\u22121', 'UTC\u221210']],
	['GMT +1', ['UTC+1', 'UTC+10']],
	['UTC\u221210', ['UTC\u221210']],
	['utc', ['UTC\u221210', 'UTC\u22121', 'UTC+10', 'UTC+1']]
])('%j typed → zones on that side of UTC, that very distance first', (typed, values) => {
	expect(valuesOf(hours, typed)).toEqual(values);
});

test('a name typed that one has and another is found by as well → the one of that name first', () => {
	const choices = [
		{ value: 'a', label: 'Amiens', also: 'Lille' },
		{ value: 'b', label: 'Lille', also: '' }
	];
	expect(valuesOf(choices, 'lille')).toEqual(['b', 'a']);
});

test.each([
	['montr', 'Montréal'],
	['montréal', 'Montréal'],
	['salt lake', 'Salt Lake'],
	['toronto', ''],
	['america/tor', 'America/Toronto'],
	['', '']
])('%j typed → found by %j, which its name does not say', (typed, said) => {
	const zone = {
		value: 'America/Toronto',
		label: 'Toronto · heure de l’Est',
		also: 'Montréal Québec Salt Lake City'
	};
	expect(foundBy(zone, typed)).toBe(said);
});
