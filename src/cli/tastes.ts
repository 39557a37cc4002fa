import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { figureCommand } from './figures.ts';

/** Rows of three kinds, as `what` says: groups and topics, pairs of topics, one company's. */
export const tastes = figureCommand(
	'tastes',
	async (...asked) => {
		const { affinities, overlaps, oneCompany } = await topicReaderFigures(...asked);
		return [
			...affinities.map((row) => ({ what: 'affinity' as const, ...row })),
			...overlaps.map((row) => ({ what: 'overlap' as const, ...row })),
			...oneCompany.map((row) => ({ what: 'oneCompany' as const, ...row }))
		];
	},
	({ head, number, rate, lift }) => [
		{
			head: head('group'),
			cell: (row) =>
				row.what === 'affinity' ? row.group : row.what === 'overlap' ? row.other : rate(row.share)
		},
		{ head: head('topic'), cell: (row) => (row.what === 'oneCompany' ? row.name : row.topic) },
		{
			head: head('readers'),
			cell: (row) => number(row.what === 'overlap' ? row.both : row.readers),
			right: true
		},
		{ head: head('ratio'), cell: (row) => (row.what === 'oneCompany' ? '–' : lift(row)) }
	]
);
