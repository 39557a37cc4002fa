import { readNumber } from '#lib/csv/numbers.ts';
import type { SheetTable } from '#lib/csv/sheet.ts';
import { isTotalRow } from '../../refuse.ts';
import { plainHeader } from '../words/header-words.ts';

/** What was spent, beside what was meant to be. */
const ACTUAL =
	/^(?:actuals?|real(?:ised|ized)?|spent|(?:actual|real) (?:cost|spend|amount)|reel(?:le)?s?|realise|depense reelle|cout reel|consomme|depensee?s?|ist|tatsachlich\w*|ausgegeben|real|gasto real|coste real|gastado|effettiv[oi]|speso|spesa effettiva|werkelijk\w*|uitgegeven|realizado|gasto|gasto efetivo)$/;
const MEANT =
	/^(?:budget\w*(?! (?:spent|used|consomme|depense))|daily budget|planned|plan|forecast|prevu\w*|previsionnel\w*|geplant|presupuest\w*|previst[oa]|begroot|begroting|orcament\w*|orcado)\b/;

/** What a column beside a budget is called that only says that it is of spending. */
const COST =
	/^(?:(?:total|media|ads?|net|marketing) )?(?:spend|spending|costs?|expenses?)$|^(?:amount|budget|money|media|total) spent$|^(?:total (?:des )?)?(?:depenses?|couts?|investissements?)(?: (?:totale?s?|totaux|reelles?|reels?|media))?$|^(?:montant|budget) (?:depense|consomme)$|^(?:gesamt|werbe|media)?(?:kosten|ausgaben)$|^ausgegebener betrag$|^(?:gastos?|coste?s?|inversion)(?: (?:total|real))?$|^importe gastado$|^(?:spes[ae]|cost[oi])(?: (?:total[ei]|effettiv[aoei]))?$|^importo speso$|^(?:totale )?(?:uitgaven|kosten)$|^(?:custos?|investimento)(?: total)?$/;
/** What stands behind the name of an amount: its currency, and whether taxes are in it. */
const BEHIND = new Set(
	'ht ttc netto brutto net eur usd gbp chf cad aud € $ £ in en euro euros'.split(' ')
);

function withoutUnit(name: string): string {
	const words = name.split(' ');
	while (words.length > 1 && BEHIND.has(words.at(-1)!)) words.pop();
	return words.join(' ');
}

/** Whether a word says that an amount was spent, or was meant to be; null for any other word. */
export function spentOrMeant(word: string): 'spent' | 'meant' | null {
	const text = plainHeader(word);
	return ACTUAL.test(text) ? 'spent' : MEANT.test(text) ? 'meant' : null;
}

/** Whether a column says what was spent of a budget that another one holds. */
export function isSpentOfBudget({ header }: SheetTable, amount: number): boolean {
	const names = header.map(plainHeader);
	const own = withoutUnit(names[amount] ?? '');
	return ACTUAL.test(own) && names.some((name) => MEANT.test(name));
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
	const called = (words: RegExp) =>
		names.findIndex(
			(name, column) =>
				words.test(withoutUnit(name)) && rows.some((row) => readNumber(row[column] ?? '') !== null)
		);
	const [actual, cost] = [called(ACTUAL), called(COST)];
	return actual !== -1 ? actual : cost !== -1 ? cost : amount;
}
