import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsName, plainText, typedCount } from './plain-text.ts';

test('characters that nobody sees → removed; what people write → kept', () => {
	expect(plainText('a\u202e\u2066b\0\u001b[1m\ud800c')).toBe('ab[1m\ufffdc');
	for (const text of ['L’été, 1\u202f€', 'שלום עולם', 'a\u200fb', '👩‍👩‍👧', 'a\tb\r\nc', ''])
		expect(plainText(text)).toBe(text);
});

test('any text made plain → stays as it is, and can be encoded', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const plain = plainText(`${text}\udc00`);
			expect(plainText(plain)).toBe(plain);
			expect(Buffer.from(plain).toString()).toBe(plain);
		})
	);
});

test.each([
	['1200', 1200],
	[' 12 000 ', 12_000],
	['12\u202f000', 12_000],
	['1.200.000', 1_200_000],
	['1,5', null],
	['1.50', null],
	['-4', null],
	['12 00', null],
	['abc', null],
	['', null]
])('%j typed as a number of things → %j', (typed, count) => {
	expect(typedCount(typed)).toBe(count);
});

test.for([
	['L’IA écrit', 'IA', true],
	['Le média lit', 'IA', false],
	['Le média de l’IA', 'IA', true],
	['“AI”: 3 readers', 'AI', true],
	['C++ and C', 'C++', true],
	['Café du Port', 'Café', true],
	['Cafés du Port', 'Café', false],
	['資生堂の新作', '資生堂', true],
	['anything', '', false]
] as const)('“%s” and the name “%s” → held: %s', ([text, name, held]) => {
	expect(holdsName(text, name)).toBe(held);
});
