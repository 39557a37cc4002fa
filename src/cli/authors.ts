import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { figureCommand } from './figures.ts';

export const authors = figureCommand(
	'authors',
	async (...asked) => (await authorFigures(...asked)).authors,
	({ head, number, rate, lift }) => [
		{ head: head('author'), cell: ({ author }) => author },
		{ head: head('issues'), cell: ({ issues }) => number(issues), right: true },
		{ head: head('items'), cell: ({ items }) => number(items), right: true },
		{ head: head('clickers'), cell: ({ clickers }) => number(clickers), right: true },
		{ head: head('rate'), cell: ({ rawRate }) => rate(rawRate), right: true },
		{ head: head('lift'), cell: lift }
	]
);
