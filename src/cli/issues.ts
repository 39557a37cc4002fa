import { issueTable } from '#lib/columns/tables/issues.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { clickersNotes, stepNotes } from '#lib/messages/footnotes.ts';
import { figureCommand } from './figures.ts';

export const issues = figureCommand(
	'issues',
	async (...asked) => (await issueListFigures(...asked)).issues,
	issueTable,
	async (db, publication, filters, say) => {
		const { issues, lone, step } = await issueListFigures(db, publication, filters);
		return [...clickersNotes(lone, issues, say), ...stepNotes(step, say)];
	}
);
