import { changingFacts } from '../changing-facts.ts';
import type { MoneyFact, RowReading, RowReader } from '../facts.ts';
import { plainWord } from '../words/languages.ts';
import { yesOrNo } from './subscriber-reader.ts';

/** Columns that say what was paid back of a sale, or whether it was paid. */
export type Refunds = {
	/** how much of it */
	amount?: number;
	/** whether all of it was */
	flag?: number;
	/** whether it was paid at all */
	paid?: number;
	/** whether it was not */
	unpaid?: number;
	/** a state of the sale, which may be that all of it was (`refunded`) */
	state?: number;
};

/** A state by which all of a sale was paid back: one of which a part was says so. */
const PAID_BACK =
	/^(?:(?:fully |is )?refunded|rembours(?:e|ee|es|ees)|erstattet|ruckerstattet|reembolsad[oa]|rimborsat[oa]|terugbetaald)$/;

/**
 * A reader of money whose rows say what was paid back, or never paid: that is no part of the amount.
 *
 * @param amount the column of the amount, in whose place the other is read
 */
export function lessRefunds(
	read: RowReader,
	amount: number | undefined,
	refunds: Refunds
): RowReader {
	const { amount: back, flag, paid, unpaid, state } = refunds;
	if ((back ?? flag ?? paid ?? unpaid ?? state) === undefined || amount === undefined) return read;
	return changingFacts(read, (facts, row) => {
		const isNone =
			(flag !== undefined && yesOrNo(row[flag] ?? '') === true) ||
			(paid !== undefined && yesOrNo(row[paid] ?? '') === false) ||
			(unpaid !== undefined && yesOrNo(row[unpaid] ?? '') === true) ||
			// where a column says how much, that is subtracted
			(back === undefined && PAID_BACK.test(plainWord(row[state ?? -1] ?? '')));
		const part =
			back === undefined
				? undefined
				: moneyIn(read(row.map((cell, i) => (i === amount ? (row[back] ?? '') : cell))));
		for (const fact of facts)
			if (fact.fact === 'money' && fact.amount !== null) {
				// less than nothing is what was paid back, and no sale of which that is said
				if (fact.amount < 0) continue;
				const left = isNone ? 0 : fact.amount - Math.abs(part?.amount ?? 0);
				// what was not paid, or paid back whole, is no sale; a free one is, of 0
				if (left === 0 && fact.amount > 0) fact.conversions = 0;
				fact.amount = left;
			}
		return { facts };
	});
}

function moneyIn(reading: RowReading): MoneyFact | undefined {
	const first = 'facts' in reading ? reading.facts[0] : undefined;
	return first?.fact === 'money' ? first : undefined;
}
