import type { SheetTable } from '#lib/csv/sheet.ts';
import { readCount } from '../../plans/count-reader.ts';
import { isTotalRow } from '../../refuse.ts';
import { plainHeader } from '../words/header-words.ts';

const ORDER =
	/^(?:order|transaction|invoice|sale|cart|purchase|commande|facture|transaction|vente|panier|achat|bestell\w*|auftrag\w*|rechnung\w*|pedido|factura|venta|compra|ordine|fattura|vendita|acquisto|bestelling|factuur|verkoop|encomenda|fatura)(?: ?(?:id|no|nr|number|num|numero|nummer|name|code|reference|ref|key))?$|^(?:id|no|nr|number|num|n|numero|nummer|reference|ref)(?: (?:of|de|du|da|do|del|der|di|van))?(?: ?(?:la|l|the))? ?(?:order|transaction|commande|facture|vente|bestellung|pedido|factura|ordine|bestelling|encomenda)$/;

/** Whether a header names the number of an order. */
export function isOrder(header: string): boolean {
	return ORDER.test(plainHeader(header));
}

/** Whether cells number what they are of, and do not count it: they are many, large, and hardly any comes again. */
export function areNumbered({ sample }: SheetTable, column: number): boolean {
	const cells = sample.filter((row) => !isTotalRow(row)).map((row) => (row[column] ?? '').trim());
	const numbers = cells.map(readCount).filter((n) => typeof n === 'number');
	return numbers.length > 0 && numbers.length === cells.length && numbers.every((n) => n >= 100);
}
