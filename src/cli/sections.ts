import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { figureCommand } from './figures.ts';

export const sections = figureCommand(
	'sections',
	async (...asked) => (await sectionFigures(...asked)).sections,
	({ head, number, rate, lift }) => [
		{ head: head('section'), cell: ({ section }) => section },
		{ head: head('issues'), cell: ({ issues }) => number(issues), right: true },
		{ head: head('items'), cell: ({ items }) => number(items), right: true },
		{ head: head('clickers'), cell: ({ clickers }) => number(clickers), right: true },
		{ head: head('rate'), cell: ({ rawRate }) => rate(rawRate), right: true },
		{ head: head('lift'), cell: lift }
	]
);
