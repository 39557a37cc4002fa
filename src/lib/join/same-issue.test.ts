import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameIssue, type IssueIdentity } from './same-issue.ts';

const said = (number: number | null, title: string | null, date: string | null): IssueIdentity =>
	Object.freeze({ number, title, date });

test.each([
	[said(322, 'Café #322', null), said(322, null, '2024-03-08'), true, 'one number'],
	[said(null, 'Café #322', null), said(322, null, null), true, 'a number in the title'],
	[said(322, 'Café', '2024-03-08'), said(323, 'Café', '2024-03-08'), false, 'two numbers'],
	[said(12, null, '2023-03-20'), said(12, null, '2024-03-18'), false, 'a number of each year'],
	[
		said(null, 'La lettre', '2024-03-22'),
		said(null, 'LA LETTRE ✉️', '2024-03-22'),
		true,
		'one day'
	],
	[
		said(null, 'La lettre', '2024-03-22'),
		said(null, 'La lettre', '2024-03-29'),
		false,
		'a week on'
	],
	[said(null, 'La lettre', null), said(null, 'La lettre', null), false, 'a short title, undated'],
	[
		said(null, 'Où l’on reparle de souveraineté', null),
		said(null, 'Ou l’on reparle de souverainete', '2024-03-15'),
		true,
		'a long title'
	],
	[said(null, null, '2024-03-15'), said(null, null, '2024-03-15'), false, 'a day alone'],
	[said(322, null, null), said(null, 'Rien', null), false, 'nothing in common']
])('sameIssue(%j, %j) is %j: %s', (a, b, expected, _why) => {
	expect(sameIssue(a, b)).toBe(expected);
	expect(sameIssue(b, a)).toBe(expected);
});

test('accents and emoji make no difference', () => {
	fc.assert(
		fc.property(fc.lorem({ maxCount: 6 }), (words) => {
			const a = said(null, `É ${words}`.normalize('NFC'), '2024-03-15');
			const b = said(null, `É ${words} 🎉`.normalize('NFD'), '2024-03-15');
			expect(sameIssue(a, b)).toBe(true);
		})
	);
});
