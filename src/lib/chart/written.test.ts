import { expect, test } from 'vitest';
import { fitted, fittedLines } from './written.ts';

/** A font of which each letter is ten pixels wide. */
const context = {
	font: '',
	measureText: (text: string) => ({ width: 10 * [...text].length }) as TextMetrics
};

test.each([
	['Souveraineté', 120, 'Souveraineté'],
	['Souveraineté', 119, 'Souveraine…'],
	['Vie privée', 50, 'Vie…'],
	['Souveraineté', 35, null],
	['', 0, '']
])('%j in %i pixels → %j', (text, room, found) => {
	expect(fitted(context, text, { room })).toBe(found);
});

test.each([
	['Vie privée', 100, ['Vie privée']],
	['Financement des communes', 120, ['Financement', 'des communes']],
	['Financement des communes rurales', 130, ['Financement', 'des communes…']],
	['Financement des communes de montagne', 190, ['Financement des', 'communes de montag…']],
	['Souveraineté', 60, ['Souve…']],
	['', 0, ['']]
])('%j in lines of %i pixels → %j', (text, room, found) => {
	expect(fittedLines(context, text, { room })).toEqual(found);
});
