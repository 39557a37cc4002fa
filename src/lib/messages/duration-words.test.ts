import { expect, test } from 'vitest';
import { createFormats } from './format.ts';
import { durationWords } from './duration-words.ts';

const said = (seconds: number, locale: 'en' | 'fr' = 'en') =>
	durationWords(seconds, createFormats(locale, 'UTC')).replaceAll('\u00a0', ' ');

test('a length of time → in the units that people say it in', () => {
	expect([0, 1, 45, 59.4].map((seconds) => said(seconds))).toEqual(['0 s', '1 s', '45 s', '59 s']);
	expect(said(59.6)).toBe('1 min');
	expect([60, 61, 200, 600, 3540].map((seconds) => said(seconds))).toEqual([
		'1 min',
		'1 min 1 s',
		'3 min 20 s',
		'10 min',
		'59 min'
	]);
	expect([3600, 5400, 63_033, 86_400, 172_799].map((seconds) => said(seconds))).toEqual([
		'1 h',
		'1 h 30 min',
		'17 h 31 min',
		'24 h',
		'48 h'
	]);
	expect([172_800, 180_000, 700_000].map((seconds) => said(seconds))).toEqual([
		'2 days',
		'2 days 2 h',
		'8 days'
	]);
});

test('the same in French → jours, and a space that does not break', () => {
	expect(said(180_000, 'fr')).toBe('2 jours 2 h');
	expect(durationWords(63_033, createFormats('fr', 'UTC'))).toBe('17\u00a0h\u00a031\u00a0min');
});
