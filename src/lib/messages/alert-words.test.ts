import { expect, test } from 'vitest';
import { alertWords } from './alert-words.ts';
import { createFormats } from './format.ts';

const textIn = (locale: 'en' | 'fr', facts: Record<string, string | number | null>) =>
	alertWords(
		{
			kind: 'guaranteeBehind',
			certainty: 'clear',
			facts: { sponsor: 'Lune', issue: '12', ...facts }
		},
		'Garden',
		createFormats(locale, 'UTC')
	).text;

test('a guarantee that is behind → clicks against clicks, as its page has them', () => {
	const missed = { guaranteed: 45, clicks: 31, expected: null };
	expect(textIn('en', missed)).toBe('Clicks in all: 31; guaranteed: 45. The issue is closed.');
	expect(textIn('fr', missed)).toBe(
		'Clics en tout\u00a0: 31\u00a0; garantis\u00a0: 45. Le numéro est clos.'
	);
	const open = { guaranteed: 45, clicks: 9, expected: 30, low: 20, high: 41, chance: 0.02 };
	expect(textIn('en', open)).toContain('Clicks so far: 9; expected in the end: 30');
	expect(textIn('en', { ...open, chance: 0 })).toContain('Chance of reaching it: <\u00a01%.');
});

test('a late import → how often issues come, in days that agree', () => {
	const text = (usualDays: number) =>
		alertWords(
			{ kind: 'importLate', certainty: 'clear', facts: { days: 9, usualDays, dataUpTo: 0 } },
			'Garden',
			createFormats('en', 'UTC')
		).text;
	expect(text(7)).toContain('every 7 days.');
	expect(text(1)).toContain('every day.');
	expect(text(0)).toContain('every day.');
});
