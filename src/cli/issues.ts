import { issueTable } from '#lib/columns/tables/issues.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { clickersNotes, stepNotes } from '#lib/messages/footnotes.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

export const issues = figureCommand(
	'issues',
	async (...asked) => (await issueListFigures(...asked)).issues,
	issueTable,
	async (db, publication, filters, formats) => {
		const figures = await issueListFigures(db, publication, filters);
		const { issues, lone, step } = figures;
		return [
			...keyNotes(figures, filters, publication, formats),
			...clickersNotes(lone, issues, formats),
			...stepNotes(step, formats)
		];
	}
);
