import { expect, test } from 'vitest';
import { fileName, tableText } from './copying.ts';

test('a table is copied as a spreadsheet takes it in', () => {
	expect(
		tableText([
			['Thème', ' Lift\n'],
			['Vie\tprivée', '1,21']
		])
	).toBe('Thème\tLift\nVie privée\t1,21');
});

test.each([
	['Thèmes : 4 au-dessus', 'themes-4-au-dessus.png'],
	['Тема', 'тема.png'],
	['…', 'figure.png']
])('%j is kept as %j', (title, name) => {
	expect(fileName(title, 'png')).toBe(name);
});
