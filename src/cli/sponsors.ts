import { sponsorTable } from '#lib/columns/tables/sponsors.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { figureNotes } from '#lib/messages/figure-notes.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

/** The placements of sponsors with their fees and clickers. */
export const sponsors = figureCommand({
	name: 'sponsors',
	ask: sponsorFigures,
	rows: ({ placements }) => placements,
	table: sponsorTable,
	footnotes: (figures, { filters, publication, formats }) => [
		...keyNotes(figures, filters, publication, formats),
		...figureNotes.sponsors(figures, formats)
	]
});
