import { expect, test } from 'vitest';
import { oneSpelling } from './same-names.ts';

test('names that differ in case, accents or hyphens → the spelling of most, of equally many the first', () => {
	const spelled = oneSpelling([
		'FERRO',
		'Ferro',
		'Ferro',
		'Éclat du Nord',
		'eclat-du-nord',
		'Kiln'
	]);
	expect(['FERRO', 'Ferro', 'ferro'].map(spelled)).toEqual(['Ferro', 'Ferro', 'Ferro']);
	expect(spelled('Éclat du Nord')).toBe('eclat-du-nord');
	expect(spelled('Kiln & Co')).toBe('Kiln & Co');
});
