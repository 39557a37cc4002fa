import { expect, test } from 'vitest';
import { monthWithYear, yearColumn } from './year-column.ts';

const table = (header: string[], ...sample: string[][]) => ({
	title: null,
	header,
	headerRow: 1,
	endRow: null,
	sample
});

test.each([
	[['Channel', 'Year', 'Month'], ['Ads', '2026', '1'], 1],
	[['Canal', 'Année', 'Mois'], ['Ads', '2026', 'février'], 1],
	[['Kanal', 'Jahr', 'Monat'], ['Ads', '2026', 'März'], 1],
	[['Channel', 'Year', 'Month'], ['Ads', '2026', '2026-01'], undefined],
	[['Channel', 'Year', 'Month'], ['Ads', '26', '1'], undefined],
	[['Channel', 'Readers', 'Month'], ['Ads', '2026', '1'], undefined]
])('%j of %j → the year stands in column %s', (header, row, year) => {
	expect(yearColumn(table(header, row), 2)).toBe(year);
});

test('a month and its year → one cell', () => {
	expect([monthWithYear('3', '2026'), monthWithYear('mars', '2026')]).toEqual([
		'3/2026',
		'mars 2026'
	]);
});
