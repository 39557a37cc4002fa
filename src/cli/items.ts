import { itemTable } from '#lib/columns/tables/items.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { figureNotes } from '#lib/messages/figure-notes.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

/** Every item with what it got beside what its position usually gets. */
export const items = figureCommand({
	name: 'items',
	ask: itemFigures,
	rows: ({ items }) => items,
	table: itemTable,
	footnotes: (figures, { filters, publication, formats }) => [
		...keyNotes(figures, filters, publication, formats),
		...figureNotes.items(figures, formats)
	]
});
