import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { figureCommand } from './figures.ts';

export const issues = figureCommand(
	'issues',
	async (...asked) => (await issueListFigures(...asked)).issues,
	({ say, head, number, rate }) => [
		{ head: head('number'), cell: (issue) => number(issue.number), right: true },
		{ head: head('title'), cell: ({ title }) => title },
		{ head: head('sent'), cell: ({ sentAt }) => (sentAt === null ? '–' : say.day(sentAt)) },
		{ head: head('delivered'), cell: ({ delivered }) => number(delivered), right: true },
		{ head: head('clickers'), cell: ({ clickers }) => number(clickers), right: true },
		{ head: head('rate'), cell: (issue) => rate(issue.rate), right: true },
		{ head: head('items'), cell: ({ items }) => number(items), right: true }
	]
);
