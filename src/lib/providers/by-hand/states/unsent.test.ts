import { expect, test } from 'vitest';
import { tableOf } from '../../../../../tests/table-of.ts';
import { unsentSends } from './unsent.ts';

const table = tableOf(['Campaign', 'Status', 'Recipients']);

test.each([
	['Draft', '0', true],
	['Scheduled', '', true],
	['Brouillon', '0', true],
	['Entwurf', '', true],
	['Sent', '0', false],
	['Canceled', '400', false],
	['', '', false]
])('a send that is %j and reached %j → not sent: %j', (status, delivered, expected) => {
	expect(unsentSends(table, { delivered: 2 })(['Letter 12', status, delivered])).toBe(expected);
});

test('no column of states → all were sent, whatever they are called', () => {
	const named = tableOf(['Campaign', 'Section', 'Recipients']);
	expect(unsentSends(named, { delivered: 2 })(['Draft', 'Draft', '0'])).toBe(false);
});
