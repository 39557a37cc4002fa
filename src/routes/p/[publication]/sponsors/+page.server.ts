import { listOf } from '#lib/columns/list.ts';
import { sponsorTable } from '#lib/columns/tables/sponsors.ts';
import { sponsorsFinding } from '#lib/findings/sponsors.ts';
import { sponsorNotes } from '#lib/messages/footnotes.ts';
import { formats } from '#lib/messages/format.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	const { locals, url, parent } = event;
	const { placements, ...figures } = await answer(event, sponsorFigures);
	const { publication } = await parent();
	const say = formats(locals.language, publication.zone);
	// those that no item was found for stand last
	const found = placements.filter(({ place }) => place === null);
	const lost = placements.filter(({ place }) => place !== null);
	return {
		figures,
		finding: sponsorsFinding(placements),
		notes: sponsorNotes({ ...figures, placements }, say),
		list: listOf(sponsorTable, [...found, ...lost], { params: url.searchParams, say })
	};
}
