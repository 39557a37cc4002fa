import { expect, test } from 'vitest';
import { dayEvidence } from './date-order.ts';

function evidenceOf(cells: readonly string[]) {
	const evidence = dayEvidence();
	for (const cell of cells) evidence.observe(cell);
	return evidence;
}

test.each([
	[['01/03/2025', '02/03/2025', '03/03/2025'], null, 'dmy', 'clicks of three days'],
	[['05/01/2025', '05/02/2025', '05/03/2025'], 'monthly', null, 'a letter of each 5th, or daily'],
	[['05/01/2025', '06/02/2025', '05/03/2025', '05/04/2025'], 'monthly', null, 'once the 6th'],
	[
		['01/02/2025', '02/02/2025', '03/02/2025', '04/02/2025', '01/05/2025'],
		'monthly',
		'dmy',
		'two in a month'
	],
	[['01/01/2025', '01/02/2025', '01/03/2025'], 'first', null, 'bills of the 1st, or of days'],
	[['01/05/2025', '02/05/2025', '03/05/2025'], 'first', 'dmy', 'a list of three days']
] as const)('%j, %s → %s: %s', (cells, rhythm, order, _why) => {
	expect(evidenceOf(cells).byDays(rhythm)).toBe(order);
});
