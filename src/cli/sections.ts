import { sectionTable } from '#lib/columns/tables/groups.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { figureCommand } from './figures.ts';

export const sections = figureCommand(
	'sections',
	async (...asked) => (await sectionFigures(...asked)).sections,
	sectionTable
);
