import { expect, test } from 'vitest';
import { findDate } from './dates.ts';

test.each([
	['Revue de presse du 23 août 2024', '2024-08-23'],
	['1er février 2025', '2025-02-01'],
	['7th of January 2024', '2024-01-07'],
	['March 3rd, 2025', '2025-03-03'],
	['2024-01-07_some-weekly-388.html', '2024-01-07'],
	['digest-20240107.md', '2024-01-07'],
	['2024.01.31 edition', '2024-01-31'],
	['le 31/12/2024', '2024-12-31'],
	['Issue #150', null],
	['2024-13-45', null],
	['version 10.2.2024x', null]
])('the text %j → the date %j', (text, date) => {
	expect(findDate(text)).toBe(date);
});
