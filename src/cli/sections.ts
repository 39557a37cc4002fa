import { sectionTable } from '#lib/columns/tables/groups.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

/** Performance by section. */
export const sections = figureCommand({
	name: 'sections',
	ask: sectionFigures,
	rows: ({ sections }) => sections,
	table: sectionTable,
	footnotes: (figures, { filters, publication, formats }) =>
		keyNotes(figures, filters, publication, formats, figures.sections)
});
