import { listOf } from '#lib/columns/list.ts';
import { sponsorTable } from '#lib/columns/tables/sponsors.ts';
import { sponsorsFinding } from '#lib/findings/sponsors.ts';
import { sponsorNotes } from '#lib/messages/money-notes.ts';
import { stated } from '#lib/messages/stated.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';

/** A placement has more than one line: fifty are four screens. */
const PER_PAGE = 20;

export async function load(event) {
	const { url } = event;
	const { placements, ...figures } = await answer(event, sponsorFigures);
	const formats = await formatsOf(event);
	// those that no item was located for stand last
	const located = placements.filter(({ unlocated }) => unlocated === null);
	const lost = placements.filter(({ unlocated }) => unlocated !== null);
	return {
		figures,
		finding: stated(sponsorsFinding(placements), formats),
		notes: sponsorNotes({ ...figures, placements }, formats),
		list: listOf(sponsorTable, [...located, ...lost], {
			params: url.searchParams,
			formats,
			perPage: PER_PAGE
		})
	};
}
