import { sponsorReceipt } from '#lib/server/figures/sponsors/sponsor-receipt.ts';
import { receiptTables } from '#lib/server/report/tables/receipt-tables.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = idOfPath(event.params.placement);
	const receipt = await answer(event, (db, publication) => sponsorReceipt(db, publication, id));
	return { receipt, tables: receiptTables(receipt, event.locals.language) };
}
