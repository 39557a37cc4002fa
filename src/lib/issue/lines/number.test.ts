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
	['5 idées pour 2024', null],
	['Issue 1.5 of the format', null]
])('the title %j → the number %j', (text, number) => {
	expect(findNumber(text)).toBe(number);
});

test.each([
	['2024-01-07_kotlin-weekly-388.html', 388],
	['rnd-cafe-322.txt', 322],
	['posts/111.the-quiet-machines.html', null],
	['rdp_2024-08-23.md', null],
	['campaigns_content/1234567_spring-sale_.html', null],
	['lettre.html', null]
])('the file name %j → the number %j', (name, number) => {
	expect(numberInName(name)).toBe(number);
});

test('a name and a number → the number in a masthead, none elsewhere; a season and a year → none', () => {
	expect(findMasthead('Hebdo 210')).toBe(210);
	expect(findMasthead('Édition'.normalize('NFD') + ' 12')).toBe(12);
	expect(findMasthead('Printemps 2025')).toBeNull();
	expect(findNumber('Hebdo 210')).toBeNull();
});
