import { expect, test } from 'vitest';
import type { SheetTable } from '#lib/csv/sheet.ts';
import { refundColumns } from './refund-column.ts';

const table = (head: string, ...cells: string[]) =>
	({
		header: ['Email', head],
		sample: cells.map((cell) => ['ana@example.com', cell])
	}) as unknown as SheetTable;

test.each(['Paid', 'Is paid', 'Payé', 'Bezahlt', 'Pagado', 'Pagato', 'Betaald', 'Pago'])(
	'%s with yes and no → whether a sale was paid',
	(head) => {
		expect(refundColumns(table(head, 'yes', 'no'))).toEqual({ paid: 1 });
	}
);

test('an amount called Paid → nothing of whether; what was paid back → as before', () => {
	expect(refundColumns(table('Paid', '20', '35'))).toEqual({});
	expect(refundColumns(table('Refunded', 'no', 'yes'))).toEqual({ flag: 1 });
	expect(refundColumns(table('Refund amount', '0', '5.50'))).toEqual({ amount: 1 });
});
