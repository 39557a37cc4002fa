import { expect, test } from 'vitest';
import { aboutOption } from './reading-options.ts';

test.each([
	['counts', 'counts'],
	['totals', 'counts'],
	['Totaux', 'counts'],
	['depenses', 'spend'],
	['readers', 'subscribers']
])('a kind of file called %s → %s', (given, kind) => {
	expect(aboutOption({ kind: given })).toEqual({ kind });
});

test('a kind that nothing is called → refused', () => {
	expect(() => aboutOption({ kind: 'pears' })).toThrow(
		expect.objectContaining({ code: 'badKind' })
	);
});
