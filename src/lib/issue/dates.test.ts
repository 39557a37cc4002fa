import { expect, test } from 'vitest';
import { findDate } from './dates.ts';

test.each([
	['Revue de presse du 23 août 2024', '2024-08-23'],
	['1er février 2025', '2025-02-01'],
	['7th of January 2024', '2024-01-07'],
	['March 3rd, 2025', '2025-03-03'],
	['Ausgabe vom 22. März 2025', '2025-03-22'],
	['Boletín del 1º de enero de 2025', '2025-01-01'],
	['venerdì 14 mag. 2025', '2025-05-14'],
	['Nieuwsbrief 12 maart 2025', '2025-03-12'],
	['9 de out. de 2025', '2025-10-09'],
	['10 out of 2000 readers', null],
	['2024-01-07_some-weekly-388.html', '2024-01-07'],
	['digest-20240107.md', '2024-01-07'],
	['2024.01.31 edition', '2024-01-31'],
	['le 31/12/2024', '2024-12-31'],
	['Dev digest 2024-Mar-04', '2024-03-04'],
	['digest-2024Mar04.md', '2024-03-04'],
	['lettre-12-mars-2025.html', '2025-03-12'],
	['newsletter_12_marzo_2025.html', '2025-03-12'],
	['brief_march-3-2025.txt', '2025-03-03'],
	['lettre-du-03-04-2025.html', '2025-04-03'],
	['2025 mars', null],
	['Issue #150', null],
	['2024-13-45', null],
	['version 10.2.2024x', null]
])('the text %j → the date %j', (text, date) => {
	expect(findDate(text)).toBe(date);
});
