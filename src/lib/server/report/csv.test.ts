import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { writeCsv } from './csv.ts';

const table = Object.freeze({
	columns: ['Thème', 'Taux de clic', 'Lift'],
	rows: [['Vie privée', 0.0934, null]]
});

test('French: semicolons, decimal commas and a BOM', () => {
	expect(writeCsv(table, [], 'fr')).toBe('\ufeffThème;Taux de clic;Lift\r\nVie privée;0,0934;\r\n');
});

test('English: commas and decimal points', () => {
	expect(writeCsv(table, [], 'en')).toBe('\ufeffThème,Taux de clic,Lift\r\nVie privée,0.0934,\r\n');
});

test('says what the numbers rest on before the columns', () => {
	const lines = writeCsv(table, [['Période', '12 numéros']], 'fr').split('\r\n');

	expect(lines.slice(0, 3)).toEqual(['\ufeffPériode;12 numéros', '', 'Thème;Taux de clic;Lift']);
});

test.each(['=1+1', '+33 1', '-2', '@SUM(A1)', '\t=1'])('%j is not run as a formula', (text) => {
	expect(writeCsv({ columns: [text], rows: [] }, [], 'en')).toContain(`'${text}`);
});

test('a negative number is a number, not a formula', () => {
	expect(writeCsv({ columns: ['n'], rows: [[-2.5]] }, [], 'fr')).toContain('\r\n-2,5\r\n');
});

test('whatever a title holds comes back as one cell', () => {
	const texts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 });

	fc.assert(
		fc.property(texts, fc.constantFrom('en' as const, 'fr' as const), (row, locale) => {
			const written = writeCsv({ columns: row.map(() => 'x'), rows: [row] }, [], locale);
			const { data } = Papa.parse<string[]>(written.slice(1), {
				delimiter: locale === 'fr' ? ';' : ',',
				newline: '\r\n'
			});

			expect(data[1]?.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(row);
		})
	);
});
