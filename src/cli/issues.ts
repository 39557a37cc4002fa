import { issueTable } from '#lib/columns/tables/issues.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { figureCommand } from './figures.ts';

export const issues = figureCommand(
	'issues',
	async (...asked) => (await issueListFigures(...asked)).issues,
	issueTable
);
