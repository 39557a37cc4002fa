import { sponsorReceipt } from '#lib/server/figures/sponsors/sponsor-receipt.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = idOfPath(event.params.placement);
	return {
		receipt: await answer(event, (db, publication) => sponsorReceipt(db, publication, id))
	};
}
