import { issueTable } from '#lib/columns/tables/issues.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { figureNotes } from '#lib/messages/figure-notes.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

/** The issues with what each reached and got. */
export const issues = figureCommand({
	name: 'issues',
	ask: issueListFigures,
	rows: ({ issues }) => issues,
	table: issueTable,
	footnotes: (figures, { filters, publication, formats }) => [
		...keyNotes(figures, filters, publication, formats),
		...figureNotes.issues(figures, formats)
	]
});
