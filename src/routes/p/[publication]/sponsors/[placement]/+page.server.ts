import { sponsorReceipt } from '#lib/server/figures/sponsors.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = Number(event.params.placement);
	return {
		receipt: await answer(event, (db, publication) => sponsorReceipt(db, publication, id))
	};
}
