import { expect, test } from 'vitest';
import { fitted } from './written.ts';

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
