import { readNumber } from '#lib/csv/numbers.ts';
import type { SheetTable } from '#lib/csv/sheet.ts';
import type { Refunds } from '../plans/refunds.ts';
import { yesOrNo } from '../plans/subscriber-reader.ts';
import { plainHeader } from './header-words.ts';

const REFUND =
	/^(?:(?:is |was |fully |partially |partial |total |order )?(?:amount )?refund(?:ed|s)?(?: (?:amount|total|value))?|(?:est |montant )?rembourse(?:e|s|ment|ments)?|erstattet|(?:rueckerstattung|ruckerstattung)(?:sbetrag)?|reembolso|reembolsado|rimbors(?:o|ato)|terugbetaald|terugbetaling)(?: (?:[$€£]|[a-z]{3}|cents?|centimes?|in cents?|minor|micros?))?$/;

const PAID =
	/^(?:(?:is |was |fully |already )?paid(?: in full)?|(?:est |deja )?(?:payee?|paye|regle|reglee|encaisse|encaissee)|(?:ist |schon )?bezahlt|pagad[oa]|pagat[oa]|pag[oa]|betaald|betalt|oplacon[eay])$/;

/** The columns of what was paid back of each sale, as an amount or as yes and no, and of whether it was paid. */
export function refundColumns({ header, sample }: SheetTable): Refunds {
	const refunds: Refunds = {};
	for (const [column, name] of header.entries()) {
		const head = plainHeader(name);
		const isRefund = REFUND.test(head);
		if (!isRefund && !PAID.test(head)) continue;
		const cells = sample.map((row) => (row[column] ?? '').trim()).filter(Boolean);
		if (cells.length === 0) continue;
		// ones and zeros are yes and no
		const isFlag = cells.every((cell) => /^[01]$/.test(cell) || yesOrNo(cell) !== undefined);
		if (!isRefund) {
			if (isFlag) refunds.paid ??= column;
		} else if (isFlag) refunds.flag ??= column;
		else if (cells.every(isAmount)) refunds.amount ??= column;
	}
	return refunds;
}

function isAmount(cell: string): boolean {
	return typeof readNumber(cell.replace(/[^\d.,\s-]/g, '')) === 'number';
}
