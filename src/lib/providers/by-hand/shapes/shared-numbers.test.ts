import { expect, test } from 'vitest';
import { tableOf } from '../../../../../tests/table-of.ts';
import type { FileKind, RoleColumns } from '../../recogniser.ts';
import { sumsAmongRows, testSends } from './shared-numbers.ts';

const rows = [
	['Facebook', 'All', '2024-07', '200'],
	['Facebook', 'Mobile', '2024-07', '150'],
	['Facebook', 'Desktop', '2024-07', '50'],
	['Google', 'All', '2024-07', '80'],
	['Google', 'Mobile', '2024-07', '20'],
	['Google', 'Desktop', '2024-07', '60']
];
const columns = { channel: 0, from: 2, amount: 3 };

test.each<[FileKind, string, RoleColumns, asks: boolean]>([
	['spend', 'Device', { ...columns, device: 1 }, true],
	['spend', 'Placement', columns, true],
	['value', 'Segment', columns, true],
	['value', 'Product', { ...columns, address: 0 }, false],
	['spend', 'Campaign', { ...columns, campaign: 1 }, false]
])('%s by %s, one of which sums the others up → asked or not', (kind, header, own, asks) => {
	const table = tableOf(['Channel', header, 'Month', 'Cost'], ...rows);
	const doubts = sumsAmongRows({ name: 'x.csv', labels: [], table }, kind, own);

	expect(doubts).toEqual(
		asks ? [{ code: 'sumsAmongRows', waits: true, column: header, values: ['All'] }] : []
	);
});

test.each([
	['[TEST] Letter 13', '3', true],
	['Test: Letter 13', '3', true],
	['Essai 2 - Lettre 13', '', true],
	['Letter 13 (test)', '12', true],
	['Test of new bikes', '3', false],
	['[Test A] Letter 13', '600', false],
	['Letter 13', '3', false]
])(
	'a letter “%s” that reached %s of 1,200 → asked whether it is a test: %s',
	(name, reached, asks) => {
		const table = tableOf(
			['Campaign', 'Date', 'Delivered', 'Opens'],
			['Letter 12', '2024-07-03', '1200', '500'],
			[name, '2024-07-09', reached, '2']
		);
		const doubts = testSends({ name: 'x.csv', labels: [], table }, 'sends', { campaign: 0 });

		expect(doubts).toEqual(
			asks ? [{ code: 'testSends', waits: true, column: 'Campaign', values: [name], rows: 1 }] : []
		);
	}
);
