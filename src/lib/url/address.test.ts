import { expect, test } from 'vitest';
import { withoutAddresses } from './address.ts';

test.each([
	['Essai ana@example.org n° 3', 'Essai  n° 3', 'in a sentence'],
	['Ana Mar <ana@example.org>', 'Ana Mar', 'with the brackets that held it alone'],
	['Ana Mar (ana%40example.org), éditrice', 'Ana Mar, éditrice', 'escaped, in brackets'],
	['Ana [at] work <ana[at]example[dot]org>', 'Ana [at] work', 'spelled out'],
	['map() et a[] <> de ana@example.org', 'map() et a[] <> de ', 'other brackets stay'],
	['[ana@example.org](https://example.org)', '[](https://example.org)', 'a link stays one'],
	['map() et a[] <>', 'map() et a[] <>', 'no address']
])('%j without addresses → %j: %s', (text, expected, _why) => {
	expect(withoutAddresses(text)).toBe(expected);
});

test('a sign in the place of an address → within its brackets', () => {
	expect(withoutAddresses('Ana Mar <ana@example.org>', '…')).toBe('Ana Mar <…>');
});
