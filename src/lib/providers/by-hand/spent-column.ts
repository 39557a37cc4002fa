import { readNumber } from '#lib/csv/numbers.ts';
import type { SheetTable } from '#lib/csv/sheet.ts';
import { isTotalRow } from '../refuse.ts';
import { plainHeader } from './header-words.ts';

/** What was spent, beside what was meant to be. */
const ACTUAL =
	/^(?:actuals?|real(?:ised|ized)?|spent|(?:actual|real) (?:cost|spend|amount)|reel(?:le)?s?|realise|depense reelle|cout reel|consomme|ist|tatsachlich\w*|ausgegeben|real|gasto real|coste real|gastado|effettiv[oi]|speso|spesa effettiva|werkelijk\w*|uitgegeven|realizado|gasto|gasto efetivo)$/;
const MEANT =
	/^(?:budget\w*|planned|plan|forecast|prevu\w*|previsionnel\w*|geplant|presupuest\w*|previst[oa]|begroot|begroting|orcament\w*|orcado)\b/;

/** Whether a word says that an amount was spent, or was meant to be; null for any other word. */
export function spentOrMeant(word: string): 'spent' | 'meant' | null {
	const text = plainHeader(word);
	return ACTUAL.test(text) ? 'spent' : MEANT.test(text) ? 'meant' : null;
}

/** Whether a column says what was spent of a budget that another one holds. */
export function isSpentOfBudget({ header }: SheetTable, amount: number): boolean {
	const names = header.map(plainHeader);
	return ACTUAL.test(names[amount] ?? '') && names.some((name) => MEANT.test(name));
}

/**
 * The column of what was spent, where one beside it says what was meant to be.
 *
 * @param amount the column that was taken for the amount, if any was
 */
export function spentColumn(
	{ header, sample }: SheetTable,
	amount: number | undefined
): number | undefined {
	const names = header.map(plainHeader);
	const meant = amount === undefined ? names : [names[amount] ?? ''];
	if (!meant.some((name) => MEANT.test(name))) return amount;
	const rows = sample.filter((row) => !isTotalRow(row));
	const spent = names.findIndex(
		(name, column) =>
			ACTUAL.test(name) && rows.some((row) => readNumber(row[column] ?? '') !== null)
	);
	return spent === -1 ? amount : spent;
}
