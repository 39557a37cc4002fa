import { authorTable } from '#lib/columns/tables/groups.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { figureCommand } from './figures.ts';

export const authors = figureCommand(
	'authors',
	async (...asked) => (await authorFigures(...asked)).authors,
	authorTable
);
