import { expect, test } from 'vitest';
import { fileName, tableText } from './copying.ts';

test('a table that is copied → cells and lines as a spreadsheet takes them', () => {
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
])('the title %j → the file name %j', (title, name) => {
	expect(fileName(title, 'png')).toBe(name);
});
