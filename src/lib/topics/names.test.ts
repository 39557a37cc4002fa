import { expect, test } from 'vitest';
import { locales } from '#lib/locales.ts';
import { allNames, allWords, nameIn, oneName, sameNames } from './names.ts';

const both = Object.freeze({ en: 'Rivers', fr: 'Fleuves' });

test('a topic with a name in each language → called by it', () => {
	expect(nameIn(both, 'en')).toBe('Rivers');
	expect(nameIn(both, 'fr')).toBe('Fleuves');
	expect(allNames(both)).toEqual(['Rivers', 'Fleuves']);
	for (const locale of locales) expect(nameIn(oneName('Ports'), locale)).toBe('Ports');
});

test('a topic without a name in a language → the English one, else the first there is', () => {
	expect(nameIn({ en: 'Rivers' }, 'fr')).toBe('Rivers');
	expect(nameIn({ fr: 'Fleuves' }, 'en')).toBe('Fleuves');
	expect(nameIn({}, 'en')).toBe('');
});

test('names that differ by a language that one of them lacks, and falls back in → the same', () => {
	expect(sameNames({ en: 'Ports' }, oneName('Ports'))).toBe(true);
	expect(sameNames({ en: 'Rivers' }, both)).toBe(false);
});

test('words of some languages → all of them', () => {
	expect(allWords({ en: ['quay'], fr: ['quai', 'poste'] })).toEqual(['quay', 'quai', 'poste']);
	expect(allWords({ fr: ['quai'] })).toEqual(['quai']);
});
