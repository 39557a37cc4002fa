import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeCells } from './safe-cells.ts';

test.each([
	['ana@example.com', null, 'an address'],
	['Ana Petit', null, 'a name'],
	['203.0.113.5', null, 'an address of the network'],
	['2001:db8::1', null, 'one of the new kind'],
	['+33 6 12 34 56 78', null, 'a telephone'],
	['0612345678', null, 'a telephone that looks like a time'],
	['06 12 34 56 78', null, 'a telephone with spaces'],
	['https://example.org/a/b?e=ana@b.co', 'https://example.org/a/b', 'an address in parameters'],
	['https://example.org/a/b?e=ana#x', 'https://example.org/a/b', 'parameters'],
	['https://example.org/c/eJwNyjEOhDAMBMAXbUIaC/x', 'https://example.org', 'a token'],
	['https://example.org/u/a%40b.co/c', 'https://example.org', 'an address, escaped'],
	['https://example.org/u/a&commat;b.co', 'https://example.org', 'an address in entities'],
	['https://example.org/u/a&#64;b.co', 'https://example.org', 'one that looks cut at its #'],
	['http://203.0.113.5/a', null, 'a link to a machine'],
	['https://ana@example.org/', null, 'a login'],
	['2024-02-30 10:00', null, 'what is no date'],
	['2024-02-28 10:00', '2024-02-28 10:00', 'a date'],
	['31/12/2024', '31/12/2024', 'a date, day first'],
	['1,204', '1,204', 'a count'],
	['35 (1.5%)', '35 (1.5%)', 'a count with its share'],
	['clicked', 'clicked', 'an event'],
	['', '', 'nothing']
])('%j → kept as %j (%s)', (cell, kept, _what) => {
	expect(safeCells([cell])).toEqual([kept]);
});

test('any address within any text → not kept', () => {
	fc.assert(
		fc.property(fc.emailAddress(), fc.string(), fc.string(), (address, before, after) => {
			expect(safeCells([`${before}${address}${after}`]).join('')).not.toContain(address);
		})
	);
});
