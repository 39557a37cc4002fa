import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { words } from '#lib/messages/words.ts';
import { sponsorNotes } from '#lib/messages/footnotes.ts';
import { figureCommand } from './figures.ts';

export const sponsors = figureCommand(
	'sponsors',
	async (...asked) => (await sponsorFigures(...asked)).placements,
	({ head, number, rate, lift, money, say }) => [
		{ head: head('issue'), cell: ({ issue }) => issue ?? '–' },
		{ head: head('sponsor'), cell: ({ sponsor }) => sponsor },
		{ head: head('order'), cell: ({ order }) => number(order), right: true },
		{ head: head('fee'), cell: (row) => money(row.fee, row), right: true },
		{ head: head('delivered'), cell: ({ delivered }) => number(delivered), right: true },
		{ head: head('clickers'), cell: ({ clickers }) => number(clickers), right: true },
		{ head: head('rate'), cell: (row) => rate(row.rate), right: true },
		{ head: head('perClicker'), cell: (row) => money(row.perClicker, row), right: true },
		{
			head: head('lift'),
			cell: (row) => (row.place ? words(`place.${row.place}`, {}, say.locale) : lift(row))
		}
	],
	async (db, publication, filters, say) =>
		sponsorNotes(await sponsorFigures(db, publication, filters), say)
);
