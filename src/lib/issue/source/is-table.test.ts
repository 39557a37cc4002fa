import { expect, test } from 'vitest';
import { isTable } from './is-table.ts';

const addresses = ['ana', 'bo', 'cy'].map((name) => `${name}@example.org`);
const lines = (...rows: string[]) => rows.join('\n');

test.each([
	['tabs', lines('Email\tURL', ...addresses.map((one) => `${one}\thttps://example.com/`))],
	['semicolons', lines('Adresse;Statut', ...addresses.map((one) => `${one};actif`))],
	['two columns by a comma', lines('email,status', ...addresses.map((one) => `${one},active`))],
	['a comma in quotes', lines('email,name', ...addresses.map((one) => `${one},"Ost, Ana"`))],
	['a line within quotes', lines('email,note', ...addresses.map((one) => `${one},"a\nb, c"`))],
	[
		'all cells in quotes',
		lines('"email","status"', ...addresses.map((one) => `"${one}","active, since May"`))
	],
	[
		'cut off within quotes',
		lines(...Array.from({ length: 90 }, (_, i) => `"${i}","Ost, Ana","${'x'.repeat(30)}"`)).slice(
			0,
			4096 - 7
		)
	],
	['numbers', lines('day,opens,clicks', '1,20,3', '2,30,4', '3,31,4')],
	[
		'a title above',
		lines('Report of March', ...Array.from({ length: 9 }, (_, i) => `${i}\t${i * 2}`))
	],
	['addresses alone', lines(...addresses)],
	['columns set by spaces', lines(...addresses.map((one) => `${one}    active   2026-03-10`))],
	['addresses below a head', lines('Email address', ...addresses, ...addresses, ...addresses)],
	['records', '[{"email": "ana@example.org"}]'],
	['a record a line', '{"event": "open"}\n{"event": "click"}']
])('a text that is a table (%s) → told', (_, text) => {
	expect(isTable(text)).toBe(true);
});

test.each([
	['prose', lines('Hello, all,', 'the port opens, at last, and so, we hear, does the bar.', 'Ana')],
	['one comma in each line', lines('Dear readers,', 'spring is here,', 'at last, we say')],
	['a letter with an address', lines('The port opens', '', 'Write to ana@example.org', 'Bye')],
	[
		'a foot with bars',
		lines(
			'The port opens',
			'https://example.com/port',
			'After two years.',
			'Site | Archive | Contact'
		)
	],
	[
		'a quotation that is not closed',
		lines('“He said', '"never, ever, again', 'a, b, c', 'd, e, f')
	],
	[
		'Markdown',
		lines('# News', '', '- [One](https://example.com/1)', '- [Two](https://example.com/2)')
	],
	['one line', 'News, links, and more'],
	['nothing', '']
])('a text that is none (%s) → not', (_, text) => {
	expect(isTable(text)).toBe(false);
});
