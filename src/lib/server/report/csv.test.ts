import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { dialectOf, writeCsv } from './csv.ts';
import type { Cell, Facts, ColumnKind, Table } from '#lib/columns/table.ts';

function tableOf(heads: string[], rows: Cell[][], kinds: ColumnKind[] = []): Table {
	return { columns: heads.map((head, i) => ({ head, kind: kinds[i] ?? 'text' })), rows };
}

const table = tableOf(['Thème', 'Taux de clic', 'Lift'], [['Vie privée', 0.0934, null]]);

function written(table: Table, locale: 'fr' | 'en', facts: Facts = []) {
	return writeCsv([{ table }], facts, dialectOf(locale));
}

test('French → semicolons, decimal commas and a BOM', () => {
	expect(written(table, 'fr')).toBe('\ufeffThème;Taux de clic;Lift\r\nVie privée;0,0934;\r\n');
});

test('English → commas, decimal points and a BOM', () => {
	expect(written(table, 'en')).toBe('\ufeffThème,Taux de clic,Lift\r\nVie privée,0.0934,\r\n');
});

test('what the numbers rest on → before the columns', () => {
	const lines = written(table, 'fr', [['Période', '12 numéros']]).split('\r\n');

	expect(lines.slice(0, 3)).toEqual(['\ufeffPériode;12 numéros', '', 'Thème;Taux de clic;Lift']);
});

test.each([
	'=1+1',
	"=cmd|' /C calc'!A0",
	'\r=1',
	'+33 1',
	'-2',
	'@SUM(A1)',
	'\t=1',
	' =1',
	'\uff1d1',
	// a text that begins so by itself is told from one that was made harmless
	"'-1"
])('%j → not run as a formula', (text) => {
	expect(written(tableOf([text], []), 'en')).toContain(`'${text}`);
});

test('a negative number → a number, not a formula', () => {
	expect(written(tableOf(['n'], [[-2.5]]), 'fr')).toContain('\r\n-2,5\r\n');
});

test('any text in a cell → read back as one cell, the same', () => {
	const texts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 });

	fc.assert(
		fc.property(texts, fc.constantFrom('en' as const, 'fr' as const), (row, locale) => {
			const csv = written(
				tableOf(
					row.map(() => 'x'),
					[row]
				),
				locale
			);
			const { data } = Papa.parse<string[]>(csv.slice(1), {
				delimiter: locale === 'fr' ? ';' : ',',
				newline: '\r\n'
			});

			expect(
				data[1]?.map((cell) =>
					cell.replace(/^'(?=[\s']*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20])/, '')
				)
			).toEqual(row);
		})
	);
});

test('several tables → below each other, each under its name', () => {
	const csv = writeCsv(
		[
			{ name: 'Thèmes', table: tableOf(['Thème'], [['IA']]) },
			{
				name: 'Coûts',
				table: { columns: [{ head: 'Coût', kind: 'money', currency: 'EUR' }], rows: [[490]] }
			}
		],
		[],
		dialectOf('fr', { bom: false, delimiter: '\t' })
	);

	expect(csv).toBe('Thèmes\r\nThème\r\nIA\r\n\r\nCoûts\r\nCoût\r\n4,9\r\n');
});

test('an instant → in the form that every program reads', () => {
	expect(written(tableOf(['Envoi'], [[0]], ['instant']), 'fr')).toContain(
		'1970-01-01T00:00:00.000Z'
	);
});
