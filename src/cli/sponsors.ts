import { sponsorTable } from '#lib/columns/tables/sponsors.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { sponsorNotes } from '#lib/messages/footnotes.ts';
import { figureCommand } from './figures.ts';

export const sponsors = figureCommand(
	'sponsors',
	async (...asked) => (await sponsorFigures(...asked)).placements,
	sponsorTable,
	async (db, publication, filters, say) =>
		sponsorNotes(await sponsorFigures(db, publication, filters), say)
);
