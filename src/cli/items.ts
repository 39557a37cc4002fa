import { itemTable } from '#lib/columns/tables/items.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { itemNotes } from '#lib/messages/footnotes.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

export const items = figureCommand(
	'items',
	async (...asked) => (await itemFigures(...asked)).items,
	itemTable,
	async (db, publication, filters, formats) => {
		const figures = await itemFigures(db, publication, filters);
		return [...keyNotes(figures, filters, publication, formats), ...itemNotes(figures, formats)];
	}
);
