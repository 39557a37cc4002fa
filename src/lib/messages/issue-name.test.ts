import { expect, test } from 'vitest';
import { alertWords } from './alert-words.ts';
import { stepNotes } from './footnotes.ts';
import { createFormats } from './format.ts';
import { issueHeading, issueName, issueQuoted, issueWithin } from './issue-name.ts';

const [en, fr] = [createFormats('en', 'UTC'), createFormats('fr', 'UTC')];

test('an issue by its number, or by its title → named, quoted, and behind an article', () => {
	expect([issueName, issueQuoted, issueWithin].map((named) => named('177', fr))).toEqual(
		Array(3).fill('n°\u00a0177')
	);
	expect([issueName, issueQuoted, issueWithin].map((named) => named('Marées', fr))).toEqual([
		'Marées',
		'«\u00a0Marées\u00a0»',
		'numéro «\u00a0Marées\u00a0»'
	]);
	expect(issueWithin('Tides', en)).toBe('the issue “Tides”');
});

test('an issue by number and title → the number once, where its title says it', () => {
	const named = (title: string) => issueHeading({ number: 59, title }, fr);
	expect(named('Le port ferme')).toBe('n°\u00a059\u00a0: Le port ferme');
	expect(named('Marée n° 59 : le port ferme')).toBe('Marée n° 59 : le port ferme');
	expect(named('Tide #59: The quay')).toBe('Tide #59: The quay');
	expect(named('Tide #590')).toBe('n°\u00a059\u00a0: Tide #590');
	expect(named('59 quais')).toBe('n°\u00a059\u00a0: 59 quais');
});

test('bots since an issue that has a title and no number → « depuis le numéro », not « depuis le « »', () => {
	const step = { issue: 'Marées', before: 0.05, after: 0.4 } as never;
	expect(stepNotes(step, fr)[0]).toMatch(/^Depuis le numéro «\u00a0Marées\u00a0», les robots/);
	expect(stepNotes(step, en)[0]).toMatch(/^Since the issue “Tides”|^Since the issue “Marées”/);
	const facts = { issue: 'Marées', before: 0.05, after: 0.4 };
	const { title } = alertWords({ kind: 'botsJump', certainty: 'clear', facts }, 'Port', fr);
	expect(title).toContain('depuis le numéro «\u00a0Marées\u00a0»');
});
