import { describe, expect, test } from 'vitest';
import { issuesByName } from './issue-by-name.ts';

const issues = [
	{ number: 12, title: 'Le port ferme', subject: 'Grève au port', date: '2026-05-07' },
	{ number: 13, title: 'Catch 12', subject: null, date: '2026-05-14' },
	{ number: null, title: 'Hors-série', subject: null, date: '2026-06-01' },
	{ number: 131, title: 'Marée haute #131 – Où l’on compte', subject: null, date: '2026-06-04' }
];
const meant = (written: string) => issuesByName(issues)(written).map(({ title }) => title);

describe('an issue named in a spreadsheet', () => {
	test.for([
		'12',
		' #12 ',
		'12.0',
		'n° 12',
		'No. 12',
		'Issue 12',
		'Newsletter #12',
		'Édition 12',
		'Ausgabe 12',
		'La lettre du vendredi 12',
		'12 – Le port ferme',
		'12: le port',
		'le port ferme',
		'Grève au port',
		'2026-05-07',
		'7 mai 2026',
		'07/05/2026',
		'05/07/2026',
		'La lettre du vendredi · 2026-05-07'
	])('%s → the issue of that number, title, subject or day', (written) => {
		expect(meant(written)).toEqual(['Le port ferme']);
	});

	test.for([
		['mai 2026', ['Le port ferme', 'Catch 12']],
		['May 2026', ['Le port ferme', 'Catch 12']],
		['2026-05-10 – 2026-06-02', ['Catch 12', 'Hors-série']],
		['La lettre · 2026-05-10 – 2026-06-02', ['Catch 12', 'Hors-série']]
	] as const)('%s → every issue of those days', ([written, titles]) => {
		expect(meant(written)).toEqual(titles);
	});

	test('a title that ends with another issue’s number → the issue of that title', () => {
		expect(meant('Catch 12')).toEqual(['Catch 12']);
	});

	test.for(['12–13', '12 - 13', '#12, #13', 'Issues 12 and 13', 'n° 12 et 13', '12 à 14'])(
		'%s → none, since a price for several is no price of one',
		(written) => {
			expect(meant(written)).toEqual([]);
		}
	);

	test.for(['', '14', '1', 'La lettre du vendredi', '2026-05-08', '12 May', 'May 2025', '–'])(
		'“%s”, which no issue answers to → none',
		(written) => {
			expect(meant(written)).toEqual([]);
		}
	);
});
