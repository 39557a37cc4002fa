import { authorTable } from '#lib/columns/tables/groups.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

export const authors = figureCommand(
	'authors',
	async (...asked) => (await authorFigures(...asked)).authors,
	authorTable,
	async (db, publication, filters, formats) => {
		const figures = await authorFigures(db, publication, filters);
		return keyNotes(figures, filters, publication, formats, figures.authors);
	}
);
