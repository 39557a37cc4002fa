import { itemFigures } from '#lib/server/figures/content/items.ts';
import { itemNotes } from '#lib/messages/footnotes.ts';
import { figureCommand } from './figures.ts';

export const items = figureCommand(
	'items',
	async (...asked) => (await itemFigures(...asked)).items,
	({ head, number, rate, lift }) => [
		{ head: head('issue'), cell: ({ issue }) => issue },
		{ head: head('order'), cell: ({ order }) => number(order), right: true },
		{ head: head('item'), cell: ({ title }) => title },
		{ head: head('section'), cell: ({ section }) => section ?? '–' },
		{ head: head('clickers'), cell: ({ clickers }) => number(clickers), right: true },
		{ head: head('rate'), cell: ({ rawRate }) => rate(rawRate), right: true },
		{ head: head('lift'), cell: lift }
	],
	async (db, publication, filters, say) =>
		itemNotes(await itemFigures(db, publication, filters), say)
);
