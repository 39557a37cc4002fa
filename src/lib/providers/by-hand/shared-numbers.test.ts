import { expect, test } from 'vitest';
import { tableOf } from '../../../../tests/table-of.ts';
import type { FileKind, RoleColumns } from '../recogniser.ts';
import { sumsAmongRows } from './shared-numbers.ts';

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
