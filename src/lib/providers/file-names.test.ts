import { expect, test } from 'vitest';
import { namesSend, originalName } from './file-names.ts';

test.each([
	['a/Lettre 12 - clics (1).csv', 'Lettre 12 - clics'],
	['Copie de Lettre 12.csv.gz', 'Lettre 12'],
	['Lettre 12 - Copie (2).xlsx', 'Lettre 12'],
	['Letter 12 copy.csv', 'Letter 12'],
	['Kopie von Brief 12.csv', 'Brief 12'],
	['3101.opens.csv', '3101.opens'],
	['Lettre (12e).csv', 'Lettre (12e)'],
	['(1).csv', '(1)']
])('%s → the name of what it is a copy of: %s', (path, name) => {
	expect(originalName(path)).toBe(name);
});

test.each([
	['Lettre 12 - clics (1).csv', true],
	['la-lettre-du-port.csv', true],
	['la-lettre-du-port (1).csv', false],
	['clicks (12).csv', false]
])('%s → names a send: %s', (path, is) => {
	expect(namesSend(path)).toBe(is);
});
