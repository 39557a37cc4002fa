import { expect, test } from 'vitest';
import { alertWords } from './alert-words.ts';
import { stepNotes } from './footnotes.ts';
import { createFormats } from './format.ts';
import { issueName, issueQuoted, issueWithin } from './issue-name.ts';

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

test('bots since an issue that has a title and no number → « depuis le numéro », not « depuis le « »', () => {
	const step = { issue: 'Marées', before: 0.05, after: 0.4 } as never;
	expect(stepNotes(step, fr)[0]).toMatch(/^Depuis le numéro «\u00a0Marées\u00a0», les robots/);
	expect(stepNotes(step, en)[0]).toMatch(/^Since the issue “Tides”|^Since the issue “Marées”/);
	const facts = { issue: 'Marées', before: 0.05, after: 0.4 };
	const { title } = alertWords({ kind: 'botsJump', certainty: 'clear', facts }, 'Port', fr);
	expect(title).toContain('depuis le numéro «\u00a0Marées\u00a0»');
});
