import { expect, test } from 'vitest';
import { originalName } from './file-name.ts';

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
