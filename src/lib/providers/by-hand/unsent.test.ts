import { expect, test } from 'vitest';
import { isUnsent } from './unsent.ts';

const table = {
	title: null,
	header: ['Campaign', 'Status', 'Recipients'],
	headerRow: 1,
	endRow: null,
	sample: []
};

test.each([
	['Draft', '0', true],
	['Scheduled', '', true],
	['Brouillon', '0', true],
	['Entwurf', '', true],
	['Sent', '0', false],
	['Canceled', '400', false],
	['', '', false]
])('a send that is %j and reached %j → not sent: %j', (status, delivered, expected) => {
	expect(isUnsent(table, { delivered: 2 })(['Letter 12', status, delivered])).toBe(expected);
});

test('no column of states → all were sent, whatever they are called', () => {
	const named = { ...table, header: ['Campaign', 'Section', 'Recipients'] };
	expect(isUnsent(named, { delivered: 2 })(['Draft', 'Draft', '0'])).toBe(false);
});
