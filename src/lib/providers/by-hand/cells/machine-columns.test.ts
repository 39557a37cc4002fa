import { expect, test } from 'vitest';
import { tableOf } from '../../../../../tests/table-of.ts';
import { machineColumns, machineTeller } from './machine-columns.ts';

test.each([
	['Is MPP', 'Yes', true],
	['Prefetched', 'No', false],
	['Apple Mail Privacy Protection', 'true', true],
	['Loaded by proxy', '1', true],
	['Is human', 'no', true],
	['Clicked by', 'bot', true],
	['Country', 'yes', undefined],
	['Prefetched', 'perhaps', undefined]
])('beneath %j, the cell %j → of a machine: %j', (header, cell, expected) => {
	expect(machineTeller(header)(cell)).toBe(expected);
});

test('a column of machines for each kind of event → both of them; without a chosen one → none', () => {
	const opens = tableOf(
		['Email', 'Bot click', 'Machine open', 'VIP'],
		['ana@example.com', 'true', '', 'yes'],
		['bob@example.com', '', 'false', 'no']
	);
	expect(machineColumns(opens, 1)).toEqual([1, 2]);
	expect(machineColumns(opens, undefined)).toEqual([]);
});
