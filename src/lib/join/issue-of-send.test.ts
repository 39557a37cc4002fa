import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueOfSend, recurringTitles, type KnownIssue } from './issue-of-send.ts';

const issues: readonly KnownIssue[] = Object.freeze([
	{ id: 1, number: 321, title: 'Café de la rédaction – #321', date: '2024-03-01' },
	{ id: 2, number: 322, title: 'Café de la rédaction ☕️ – #322', date: '2024-03-08' },
	{ id: 3, number: null, title: 'Où l’on reparle de souveraineté', date: '2024-03-15' },
	{ id: 4, number: null, title: 'La lettre', date: '2024-03-22' },
	{ id: 5, number: null, title: 'La lettre', date: '2024-03-29' },
	{ id: 6, number: 12, title: 'Édition 12', date: '2023-03-20' },
	{ id: 7, number: 12, title: 'Édition 12', date: '2024-03-24' }
]);

const nothing = { campaign: '4711', name: null, subject: null, date: null };

test.each([
	[{ name: 'Café #322' }, 2, 'certain', 'number', 'a number with its mark'],
	[{ name: 'Café n°322' }, 2, 'certain', 'number', 'as the French mark it'],
	[{ subject: 'No. 322: what is new' }, 2, 'certain', 'number', 'in the subject'],
	[{ name: '322' }, 2, 'likely', 'number', 'the number alone'],
	[{ campaign: 'Café 322' }, 2, 'likely', 'number', 'where the identifier is the name'],
	[{ name: 'Édition n°12', date: '2024-03-24' }, 7, 'certain', 'number', 'this year’s number 12'],
	[
		{ subject: "OU L'ON REPARLE DE SOUVERAINETÉ 🇪🇺", date: '2024-03-15' },
		3,
		'certain',
		'title',
		'a title, whatever its dress'
	],
	[{ subject: 'Où l’on reparle de souveraineté (copie)' }, 3, 'likely', 'title', 'undated'],
	[
		{ name: 'La lettre', date: '2024-03-29' },
		5,
		'certain',
		'title',
		'a recurring title, by its day'
	],
	[
		{ subject: 'Relance : où l’on reparle de souveraineté - B', date: '2024-03-16' },
		3,
		'certain',
		'title',
		'sent again, as a version'
	],
	[
		{ subject: 'Où l’on reparle de souveraineté - resent to non-openers', date: '2024-03-16' },
		3,
		'certain',
		'title',
		'sent again, in more words'
	],
	[{ name: 'Café 322 - A' }, 2, 'likely', 'number', 'a version of a number'],
	[{ name: 'cafe redaction 322 b' }, 2, 'likely', 'number', 'a version in a file’s name'],
	[{ campaign: 'clics-cafe-redaction-322' }, 2, 'likely', 'number', 'the name of a file'],
	[{ subject: 'Tout autre chose', date: '2024-03-15' }, 3, 'likely', 'day', 'alone on that day']
])('%j → issue %i, %s by %s: %s', (send, issue, sure, by, _why) => {
	expect(issueOfSend({ ...nothing, ...send }, issues)).toEqual({ issue, sure, by });
});

test.each([
	[{ name: 'La lettre' }, 'a recurring title without a day'],
	[{ name: 'Café #323', date: '2024-03-08' }, 'the day of another number'],
	[{ name: 'Café #322', subject: 'Café #321' }, 'two numbers'],
	[{ name: 'Café #322', date: '2026-03-08' }, 'the number two years later'],
	[{ subject: '10 outils pour écrire' }, 'a number that counts something'],
	[{ subject: 'Bilan 2024', date: '2025-01-01' }, 'a year'],
	[{ name: 'Lettre du 2024-03-12 (relance)', date: '2024-03-23' }, 'the day of a date'],
	[{ name: 'newsletter 2026 03 12', date: '2024-03-23' }, 'the day of a date in a file’s name'],
	[{ campaign: '322' }, 'an identifier that happens to be a number of an issue'],
	[{}, 'nothing to go by']
])('%j → no issue: %s', (send, _why) => {
	expect(issueOfSend({ ...nothing, ...send }, issues)).toBe(null);
});

test('two sends on one day → the day decides nothing', () => {
	const send = { ...nothing, subject: 'Nos soldes', date: '2024-03-15' };
	expect(issueOfSend(send, issues, ['2024-03-15'])).toBe(null);
});

test('issues in any order, accents composed or not → the same issue', () => {
	const send = fc.record({
		campaign: fc.constantFrom('1', 'Café #321'),
		name: fc.constantFrom(null, 'La lettre', 'Café 12', 'Édition n° 12'),
		subject: fc.constantFrom(null, 'Où l’on reparle de souveraineté', 'Rien'),
		date: fc.constantFrom(null, ...issues.map(({ date }) => date))
	});
	fc.assert(
		fc.property(send, fc.shuffledSubarray([...issues]), (given, some) => {
			const sorted = some.toSorted((a, b) => a.id - b.id);
			const decomposed = { ...given, name: given.name?.normalize('NFD') ?? null };
			expect(issueOfSend(decomposed, some)).toEqual(issueOfSend(given, sorted));
		})
	);
});

test('an undated document with a number in its title → the send of that title, unless the title recurs', () => {
	const known: readonly KnownIssue[] = [
		{ id: 1, number: null, title: 'Ebb 1990', date: null },
		{ id: 2, number: 1, title: 'Ebb 1991', date: null },
		{ id: 3, number: null, title: 'Marée 3', date: '2026-01-20' },
		{ id: 4, number: null, title: 'Top 10', date: null },
		{ id: 5, number: null, title: 'La lettre', date: null }
	];
	const recurring = recurringTitles([
		{ name: 'Top 10', subject: null, date: '2026-01-05' },
		{ name: null, subject: 'TOP 10', date: '2026-02-05' },
		// sent again the next day
		{ name: 'Ebb 1990', subject: null, date: '2026-01-05' },
		{ name: 'Ebb 1990 (copie)', subject: null, date: '2026-01-06' }
	]);
	const of = (subject: string) =>
		issueOfSend({ ...nothing, subject, date: '2026-01-05' }, known, [], recurring)?.issue ?? null;
	expect(['Ebb 1990', 'EBB 1991', 'Marée 3', 'Top 10', 'La lettre'].map(of)).toEqual([
		1,
		2,
		3,
		null,
		null
	]);
});

test('two letters that are numbered each by itself → a send is of the issue that is called as it is', () => {
	const two: readonly KnownIssue[] = [
		{ id: 1, number: 1, title: 'Brief 1', date: '2025-02-03' },
		{ id: 2, number: 40, title: 'Essay 1', date: '2025-02-15' }
	];
	const send = { ...nothing, campaign: 'Essay 1', date: '2025-02-15' };
	expect(issueOfSend(send, two)).toEqual({ issue: 2, sure: 'certain', by: 'title' });
	// of which there is no document
	expect(issueOfSend(send, two.slice(0, 1))).toBe(null);
	expect(issueOfSend({ ...send, campaign: 'Dispatch 1', date: '2025-02-04' }, two)).toEqual({
		issue: 1,
		sure: 'likely',
		by: 'number'
	});
});
