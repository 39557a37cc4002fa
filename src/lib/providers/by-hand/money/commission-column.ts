import type { SheetTable } from '../../../csv/sheet.ts';
import type { RoleColumns } from '../../recogniser.ts';
import { contentOfColumn } from '../cells/cell-content.ts';
import { plainHeader } from '../words/header-words.ts';

/** What a partner programme pays for a sale, in seven languages. */
const COMMISSION =
	/^(?:(?:publisher|affiliate|partner|total|net|your) )?(?:commissions?(?: amount)*|action earnings|payouts?|earnings?|provision(?:en)?|comision(?:es)?|commission[ei]|provvigion[ei]|commissies?|comiss(?:ao|oes))(?: (?:eur|usd|gbp|chf|€|\$|£))?$/;

/** Columns that lists of a partner programme have, and those of a shop's own sales have not. */
const OF_PROGRAMME =
	/\b(?:affiliate\w*|click ?refs?|sub ?id ?\d?|shared id|commission (?:status|type|group|rate)|action (?:id|date|earnings|status|tracker)|partnerprogramm|programme?s?|programm)\b/;

/** What a buyer paid a shop. */
const SALE =
	/\b(?:sales?|order|basket|cart|purchase|vente|commande|panier|umsatz|verkauf\w*|warenkorb\w*|bestell\w*|ventas?|pedido|vendit[ae]|ordine|verkoop|bestelling|vendas?|encomenda)\b/;
const ANY_AMOUNT =
	/\b(?:amount|revenue|betrag|montant|value|valeur|importe|importo|bedrag|valor)\b/;

/** Who sells by a partner programme; sponsors are called so, too. */
const SELLER =
	/\b(?:publisher|advertisers?|annonceurs?|anunciantes?|inserzionist[ai]|adverteerders?|merchants?|marchands?)\b/;

/** What is left of a sale when the commission is taken off, which then is a fee. */
const LESS_FEES = /\b(?:net|nett|netto|neto|netta?|liquido|fees?|frais|gebuhr\w*)\b/;

/** Of a sale that a partner programme pays for, what it pays is what the newsletter earned: not what the buyer paid. */
export function commissionColumn(
	{ header, sample }: SheetTable,
	{ amount, address }: RoleColumns
): number | undefined {
	const names = header.map(plainHeader);
	const own = names[amount ?? -1] ?? '';
	const isOfSales = SALE.test(own) && !COMMISSION.test(own);
	const isOfAny = own === '' || isOfSales || (ANY_AMOUNT.test(own) && !COMMISSION.test(own));
	const isOf = (words: RegExp) => names.some((name) => words.test(name));
	const isOfProgramme = isOf(OF_PROGRAMME) ? isOfAny : isOfSales && isOf(SELLER);
	const isFee = names.some((name) => LESS_FEES.test(name) && !COMMISSION.test(name));
	// a shop knows its buyers
	if (!isOfProgramme || isFee || address !== undefined) return amount;
	const found = names.findIndex(
		(name, column) =>
			column !== amount && COMMISSION.test(name) && contentOfColumn({ sample }, column) === 'number'
	);
	return found === -1 ? amount : found;
}
