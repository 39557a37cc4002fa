import { expect, test } from 'vitest';
import type { SheetTable } from '#lib/csv/sheet.ts';
import { refundColumns, unreadRefunds } from './refund-column.ts';

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

const doubtsOf = (head: string, ...cells: string[]) =>
	unreadRefunds({ name: 'sales.csv', labels: [], table: table(head, ...cells) }, 'value', {
		address: 0
	});

test.each(['Refund date', 'Cancelled at', 'Chargeback', 'Disputed?', 'Date d’annulation'])(
	'%s of some sales → somebody is asked',
	(head) => {
		expect(doubtsOf(head, '', '2026-01-09')).toEqual([
			{ code: 'refundsUnread', waits: true, column: head, values: ['2026-01-09'] }
		]);
	}
);

test.each([
	['a column that is empty or says no', 'Chargeback', 'no'],
	['one that is subtracted', 'Refund amount', '5.50'],
	['terms of the sale', 'Refund policy', '30 days']
])('%s → nothing is asked', (_, head, cell) => {
	expect(doubtsOf(head, '', cell)).toEqual([]);
});
