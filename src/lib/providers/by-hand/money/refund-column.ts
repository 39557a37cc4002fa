import { isNothing } from '#lib/csv/nothing.ts';
import { readNumber } from '#lib/csv/numbers.ts';
import type { SheetTable } from '#lib/csv/sheet.ts';
import type { Doubt } from '../../reading-card.ts';
import type { FileFacts, FileKind, RoleColumns } from '../../recogniser.ts';
import { safeCells } from '../../safe-cells.ts';
import type { Refunds } from '../../plans/refunds.ts';
import { yesOrNo } from '../../plans/subscriber-reader.ts';
import { plainHeader } from '../words/header-words.ts';

const REFUND =
	/^(?:(?:is |was |fully |partially |partial |total |order )?(?:amount )?refund(?:ed|s)?(?: (?:amount|total|value))?|(?:est |montant )?rembourse(?:e|s|ment|ments)?|erstattet|(?:rueckerstattung|ruckerstattung)(?:sbetrag)?|reembolso|reembolsado|rimbors(?:o|ato)|terugbetaald|terugbetaling)(?: (?:[$€£]|[a-z]{3}|cents?|centimes?|in cents?|minor|micros?))?$/;

const PAID =
	/^(?:(?:is |was |fully |already )?paid(?: in full)?|(?:est |deja )?(?:payee?|paye|regle|reglee|encaisse|encaissee)|(?:ist |schon )?bezahlt|pagad[oa]|pagat[oa]|pag[oa]|betaald|betalt|oplacon[eay])$/;

const UNPAID =
	/^(?:(?:is )?(?:unpaid|not (?:yet )?paid)|(?:non |im)payee?|non regle|nicht bezahlt|unbezahlt|no pagad[oa]|impagad[oa]|non pagat[oa]|niet betaald|onbetaald|nao pag[oa])$/;

/** The columns of what was paid back of each sale, as an amount or as yes and no, and of whether it was paid. */
export function refundColumns({ header, sample }: SheetTable): Refunds {
	const refunds: Refunds = {};
	for (const [column, name] of header.entries()) {
		const head = plainHeader(name);
		const isRefund = REFUND.test(head);
		const isUnpaid = UNPAID.test(head);
		if (!isRefund && !isUnpaid && !PAID.test(head)) continue;
		const cells = sample.map((row) => (row[column] ?? '').trim()).filter(Boolean);
		if (cells.length === 0) continue;
		// ones and zeros are yes and no
		const isFlag = cells.every((cell) => /^[01]$/.test(cell) || yesOrNo(cell) !== undefined);
		if (isUnpaid) {
			if (isFlag) refunds.unpaid ??= column;
		} else if (!isRefund) {
			if (isFlag) refunds.paid ??= column;
		} else if (isFlag) refunds.flag ??= column;
		else if (cells.every(isAmount)) refunds.amount ??= column;
	}
	return refunds;
}

function isAmount(cell: string): boolean {
	return typeof readNumber(cell.replace(/[^\d.,\s-]/g, '')) === 'number';
}

/** What a column is called that says of a sale that it did not last. */
const UNDONE =
	/\b(?:refund(?:ed|s)?|charge ?backs?|disputed?|cancel+(?:ed|ation)|voided|credit notes?|rembours(?:e|ee|es|ees|ement|ements)|annul(?:e|ee|ation)|avoirs?|litiges?|erstattet|ruckerstattung\w*|storniert|stornierung|reembols(?:o|ado|ada)|cancelad[oa]|rimbors(?:o|ato)|annullat[oa]|terugbetaald|geannuleerd)\b/;
/** What is said of the sale's terms, or of a subscription that went on after it. */
const OF_TERMS = /\b(?:policy|refundable|fees?|frais|subscription|abonnement|period|won|by|par)\b/;

/** Columns that nothing is made of, and that say of some sales that they were cancelled or paid back. */
export function unreadRefunds({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	if (kind !== 'value' && kind !== 'placements') return [];
	const known = kind === 'value' ? refundColumns(table) : {};
	// how much, or whether, is enough
	if (known.amount !== undefined || known.flag !== undefined) return [];
	// of readers it would be when they left
	const { left: _, ...read } = columns;
	const used = new Set(Object.values(read));
	return table.header.flatMap((name, column): Doubt[] => {
		const text = plainHeader(name);
		if (used.has(column) || !UNDONE.test(text) || OF_TERMS.test(text)) return [];
		const said = table.sample
			.map((row) => (row[column] ?? '').trim())
			.filter((cell) => !isNothing(cell) && yesOrNo(cell) !== false && readNumber(cell) !== 0);
		if (said.length === 0) return [];
		const values = safeCells(said).filter((cell) => cell !== null);
		return [
			{ code: 'refundsUnread', waits: true, column: name, values: [...new Set(values)].slice(0, 3) }
		];
	});
}
