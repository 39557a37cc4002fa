import { expect, test } from 'vitest';
import { findMasthead, findNumber, numberInName } from './number.ts';

test.each([
	['Jeudi 24 septembre 2026 · Numéro 1 204', 1204],
	['n° 1\u202f204', 1204],
	['Vol. 3, No. 14 | Week of September 21', 14],
	['Issue 1,204: the harbour', 1204],
	['Lettre n° 12 300 lecteurs', 12],
	['RnD Café ☕️ – #322', 322],
	['Lettre n° 12', 12],
	['Weekly Issue 412: Slow seeds', 412],
	['ISSUE #388', 388],
	['Édition 12 : le port', 12],
	['Ausgabe 12: Die Brücke', 12],
	['Der Hafenbrief · Nr. 12', 12],
	['Número 8 · Los puertos', 8],
	['Puntata 4 — Il porto', 4],
	['La lettera del molo – n. 8', 8],
	['Editie 31 | de haven', 31],
	['Edição 7', 7],
	['Ausgaben 2024', null],
	['Some Weekly 705', 705],
	['La lettre de mars 2025', null],
	['Newsletter 2025', null],
	['Digest 15 August 2026', null],
	['clicks-digest-15-august-2026', null],
	['Digest no. 15, of 15 August 2026', 15],
	['Digest n° 15 – 15 août 2026', 15],
	['5 idées pour 2024', null],
	['Issue 1.5 of the format', null]
])('the title %j → the number %j', (text, number) => {
	expect(findNumber(text)).toBe(number);
});

test.each([
	['2024-01-07_kotlin-weekly-388.html', null, 388],
	['rnd-cafe-322.txt', null, 322],
	['le-quai-117-la-greve.txt', null, 117],
	['2024-06-25_le-quai-117-la-greve.html', 'Le Quai : la grève', 117],
	['lettre-n-12-le-port.html', 'Le port', 12],
	['012-le-port.md', null, 12],
	['12 - Le port.txt', null, 12],
	['12-le-port.html', 'Le port', 12],
	['posts/111.the-quiet-machines.html', null, null],
	['rdp_2024-08-23.md', null, null],
	['campaigns_content/1234567_spring-sale_.html', null, null],
	['lettre-12-mars-2025.html', 'Le port', null],
	['digest-2024Mar04.md', null, null],
	['quai-31-12-mars-2025.html', 'Le port', 31],
	['lettre.html', null, null],
	['2025-09-september.md', 'Harbour digest', null],
	['harbour-2025-09.md', 'Harbour digest: September 2025', null],
	['harbour-2019-02.md', 'Harbour weekly 2019-02', 2],
	// what a title counts is no issue
	['2025-03-27_une-vie-en-11-heures.html', 'Une vie en 11 heures', null],
	['une-vie-en-11-heures.txt', null, null],
	['2025-12-12_echec-a-650-millions.txt', null, null],
	['5-idees-pour-le-printemps.html', '5 idées pour le printemps', null],
	['5-idees-pour-le-printemps.txt', null, null],
	['questions-to-readers-part-2.html', 'Questions to readers, Part 2', null],
	['10-jahre-hafen.html', '10 Jahre Hafen', null],
	['le-port-en-3.html', 'Le port en 3', null],
	['2026-03-03 Optica Daily 2026-03-03.eml', 'Optica Daily 2026-03-03', null]
])('the file name %j of a letter called %j → the number %j', (name, title, number) => {
	expect(numberInName(name, title)).toBe(number);
});

test('a name and a number → the number in a masthead, none elsewhere; a season and a year → none', () => {
	expect(findMasthead('Hebdo 210')).toBe(210);
	expect(findMasthead('Édition'.normalize('NFD') + ' 12')).toBe(12);
	expect(findMasthead('Printemps 2025')).toBeNull();
	expect(findNumber('Hebdo 210')).toBeNull();
});
