import { expect, test } from 'vitest';
import { tableOf } from '../../../tests/table-of.ts';
import { anyFile } from './by-hand/any-file.ts';
import { sendsAgain } from './sends-again.ts';
import { rowWeigher } from './weigh-rows.ts';

function doubtsOf(header: string[], ...sample: string[][]) {
	const file = { name: 'export.csv', labels: [], table: tableOf(header, ...sample) };
	const recognition = anyFile(file)!;
	const instants = new Map();
	const read = recognition.recogniser.reader(file, recognition.columns, instants);
	const now = Date.UTC(2026, 5);
	const weigher = rowWeigher({ file, recognition, instants, now, again: sendsAgain() }, read);
	for (const row of sample) weigher.add(row);
	return weigher.doubts().filter(({ code }) => code === 'wordUnknown');
}

test.each([
	['Statut du paiement', 'Refusé'],
	['Payment status', 'past due'],
	['Payment state', 'REVERSED']
])('a sale whose %s is %s, in a column of no other use → somebody is asked', (column, word) => {
	const doubts = doubtsOf(
		['Customer email', 'Type', 'Amount (EUR)', column],
		['ada@example.com', 'Course', '25.00', 'paid'],
		['cyr@example.com', 'Book', '25.00', word]
	);
	expect(doubts).toEqual([{ code: 'wordUnknown', waits: true, column, values: [word], rows: 1 }]);
});

test('an option on a place, among bookings → somebody is asked', () => {
	const doubts = doubtsOf(
		['Annonceur', 'Numéro', 'Prix', 'État'],
		['Hébergeur Grain', '12', '500 €', 'confirmé'],
		['Livres Pell', '13', '450 €', 'option']
	);
	expect(doubts).toMatchObject([{ column: 'État', values: ['option'] }]);
});

test('an everyday word in what was bought → nothing is asked', () => {
	const doubts = doubtsOf(
		['Customer email', 'Type', 'Amount (EUR)', 'Payment status'],
		['ada@example.com', 'Stock options', '25.00', 'paid'],
		['cyr@example.com', 'Book', '25.00', 'paid']
	);
	expect(doubts).toEqual([]);
});
