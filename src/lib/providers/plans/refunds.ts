import type { MoneyFact, RowReading } from '../facts.ts';

/**
 * A reader of money whose rows have a column of what was paid back: that is no part of the amount.
 *
 * @param amount the column of the amount, in whose place the other is read
 * @param back the column of what was paid back; undefined where there is none
 */
export function lessRefunds(
	read: (row: string[]) => RowReading,
	amount: number | undefined,
	back: number | undefined
): (row: string[]) => RowReading {
	if (back === undefined || amount === undefined) return read;
	return (row) => {
		const reading = read(row);
		if (!('facts' in reading)) return reading;
		const refund = moneyIn(read(row.map((cell, i) => (i === amount ? (row[back] ?? '') : cell))));
		for (const fact of reading.facts)
			if (fact.fact === 'money' && fact.amount !== null)
				fact.amount -= Math.abs(refund?.amount ?? 0);
		return reading;
	};
}

function moneyIn(reading: RowReading): MoneyFact | undefined {
	const first = 'facts' in reading ? reading.facts[0] : undefined;
	return first?.fact === 'money' ? first : undefined;
}
