import { expect, test } from 'vitest';
import { tableOf } from '../../../../tests/table-of.ts';
import { monthWithYear, shortYear, withWholeYear, yearColumn } from './year-column.ts';

test.each([
	[['Channel', 'Year', 'Month'], ['Ads', '2026', '1'], 1],
	[['Canal', 'Année', 'Mois'], ['Ads', '2026', 'février'], 1],
	[['Kanal', 'Jahr', 'Monat'], ['Ads', '2026', 'März'], 1],
	[['Channel', 'Year', 'Month'], ['Ads', '2026', '2026-01'], undefined],
	[['Channel', 'Year', 'Month'], ['Ads', '26', '1'], undefined],
	[['Channel', 'Readers', 'Month'], ['Ads', '2026', '1'], undefined]
])('%j of %j → the year stands in column %s', (header, row, year) => {
	expect(yearColumn(tableOf(header, row), 2)).toBe(year);
});

test('a month and its year → one cell', () => {
	expect([monthWithYear('3', '2026'), monthWithYear('mars', '2026')]).toEqual([
		'3/2026',
		'mars 2026'
	]);
});

test.each([
	[['Jan-26', 'Feb-26'], true],
	[['déc.-25', 'janv.-26'], true],
	[["Dec '25", "Jan '26"], true],
	[['Jan-26', 'Jan-27', 'Jan-28'], false],
	[['Jan 2026'], false],
	[['Ads-26'], false]
])('%j → months with two figures of their year: %s', (cells, isShort) => {
	expect(shortYear(cells)).toBe(isShort);
});

test('such a month → with all figures of its year; anything else → as it is', () => {
	expect(['févr.-26', "Jan '26", 'Ads-26'].map(withWholeYear)).toEqual([
		'févr. 2026',
		'Jan 2026',
		'Ads-26'
	]);
});
