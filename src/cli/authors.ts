import { authorTable } from '#lib/columns/tables/groups.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

/** Performance by author, where the authors of items are known. */
export const authors = figureCommand({
	name: 'authors',
	ask: authorFigures,
	rows: ({ authors }) => authors,
	table: authorTable,
	nothing: 'empty.authors.text',
	footnotes: (figures, { filters, publication, formats }) =>
		keyNotes(figures, filters, publication, formats, figures.authors)
});
