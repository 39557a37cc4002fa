import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedIdentity, sameKeys, sameVersions, type IssueIdentity } from './same-issue.ts';

function sameIssue(a: IssueIdentity, b: IssueIdentity): boolean {
	return sameKeys(comparedIdentity(a), comparedIdentity(b));
}

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
	[said(322, null, null), said(null, 'Rien', null), false, 'nothing in common'],
	[
		said(1, 'Brief 1', '2025-02-03'),
		said(1, 'Essay 1', '2025-02-15'),
		false,
		'two letters, each numbered by itself'
	],
	[
		said(1, 'Quai – n° 1', '2026-03-05'),
		said(1, 'Phare – n° 1', '2026-04-09'),
		false,
		'two letters whose numbers are written alike'
	],
	[
		said(1, 'N° 1', '2026-03-05'),
		said(1, 'Phare – n° 1', '2026-03-19'),
		true,
		'one that names none'
	],
	[
		said(12, 'Édition 12', '2025-02-03'),
		said(12, 'Newsletter 12', '2025-02-04'),
		true,
		'one issue that is called two ways'
	],
	[said(12, 'Tram Notes 12', '2025-02-03'), said(12, 'Notes 12', '2025-02-15'), true, 'sent anew']
])('sameIssue(%j, %j) → %j: %s', (a, b, expected, _why) => {
	expect(sameIssue(a, b)).toBe(expected);
	expect(sameIssue(b, a)).toBe(expected);
});

test('titles that differ in an emoji or how accents are written → the same issue', () => {
	fc.assert(
		fc.property(fc.lorem({ maxCount: 6 }), (words) => {
			const a = said(null, `É ${words}`.normalize('NFC'), '2024-03-15');
			const b = said(null, `É ${words} 🎉`.normalize('NFD'), '2024-03-15');
			expect(sameIssue(a, b)).toBe(true);
		})
	);
});

test.each([
	[
		'The bridges of May (version A)',
		'2024-05-02',
		'The bridges of May (version B)',
		'2024-05-02',
		true
	],
	['Lettre 12 – variante 1', null, 'Lettre 12 – variante 2', null, true],
	['The bridges of May', '2024-05-02', 'The bridges of May (copy)', '2024-05-03', true],
	['The weekly (version A)', '2024-05-02', 'The weekly (version B)', '2024-05-09', false],
	['Bridges (version A)', '2024-05-02', 'Rivers (version B)', '2024-05-02', false]
])('%s on %s and %s on %s → versions of one: %s', (one, day, other, later, are) => {
	expect(sameVersions({ name: one, date: day }, { name: other, date: later })).toBe(are);
});

test('files of a send and of its resend, called by what they hold → versions of one', () => {
	const of = (name: string) => ({ name, date: null });
	expect(sameVersions(of('clics-ebb-neuf'), of('clics-re-ebb-neuf'))).toBe(true);
	expect(sameVersions(of('clics-ebb-neuf'), of('ebb-neuf-ouvertures'))).toBe(true);
	expect(sameVersions(of('clics-ebb-neuf'), of('clics-ebb-dix'))).toBe(false);
});
