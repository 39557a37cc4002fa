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

test('titles that a spreadsheet would run → texts, and signed numbers as they are', () => {
	const cells = ['=1+1', '+Plus', '-2+3', '@SUM(A1)', '+1.2 points', '-4%', '\u22121.2'];
	expect(tableText([cells])).toBe("'=1+1\t'+Plus\t'-2+3\t'@SUM(A1)\t+1.2 points\t-4%\t\u22121.2");
});

test.each([
	['Thèmes : 4 au-dessus', 'themes-4-au-dessus.png'],
	['Тема', 'тема.png'],
	['…', 'figure.png']
])('the title %j → the file name %j', (title, name) => {
	expect(fileName(title, 'png')).toBe(name);
});
