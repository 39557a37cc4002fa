import { sectionTable } from '#lib/columns/tables/groups.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

export const sections = figureCommand(
	'sections',
	async (...asked) => (await sectionFigures(...asked)).sections,
	sectionTable,
	async (db, publication, filters, formats) => {
		const figures = await sectionFigures(db, publication, filters);
		return keyNotes(figures, filters, publication, formats, figures.sections);
	}
);
