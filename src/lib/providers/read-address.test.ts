import { expect, test } from 'vitest';
import { addressColumn, readAddress, whyNoReader } from './read-address.ts';

test.each([
	['ana@example.com', 'ana@example.com'],
	[' Ana@Example.COM ', 'ana@example.com'],
	['mailto:ana@example.com', 'ana@example.com'],
	['MAILTO:ana@example.com?subject=x', 'ana@example.com'],
	['Ana Petit <ana@example.com>', 'ana@example.com'],
	['"Petit, Ana" <mailto:Ana@example.com>', 'ana@example.com'],
	['ana+letters@sub.example.co.uk', 'ana+letters@sub.example.co.uk'],
	['zoé@exämple.org', 'zoé@exämple.org'],
	['ana@example', null],
	['ana at example.com', null],
	['ana@example.com, bob@example.com', null],
	['@example.com', null],
	['', null]
])('readAddress(%j) → %j', (cell, expected) => {
	expect(readAddress(cell)).toBe(expected);
});

test('rows with a column of addresses → that column; without → none', () => {
	const rows = [
		['1', 'Ana', 'ana@example.com'],
		['2', 'Bob', '']
	];
	expect(addressColumn(rows)).toBe(2);
	expect(addressColumn([['1', 'Ana']])).toBeUndefined();
	expect(addressColumn([])).toBeUndefined();
});

test.each([
	['  ', 'noReader'],
	['Ana Mar', 'badAddress'],
	['a***@example.com', 'maskedAddress'],
	['ana@e******.com', 'maskedAddress'],
	['a•••@•••.com', 'maskedAddress'],
	['ana…@example.com', 'maskedAddress'],
	['xxxx@example.com', 'maskedAddress'],
	['[redacted]', 'maskedAddress']
])('%j → no reader, because %s', (cell, why) => {
	expect([readAddress(cell), whyNoReader(cell)]).toEqual([null, why]);
});
