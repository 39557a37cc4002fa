import { sponsorTable } from '#lib/columns/tables/sponsors.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { sponsorNotes } from '#lib/messages/money-notes.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

export const sponsors = figureCommand(
	'sponsors',
	async (...asked) => (await sponsorFigures(...asked)).placements,
	sponsorTable,
	async (db, publication, filters, formats) => {
		const figures = await sponsorFigures(db, publication, filters);
		return [...keyNotes(figures, filters, publication, formats), ...sponsorNotes(figures, formats)];
	}
);
