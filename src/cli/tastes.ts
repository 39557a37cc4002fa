import { tasteTable } from '#lib/columns/tables/topic-readers.ts';
import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { figureCommand } from './figures.ts';

/** Rows of three kinds, as `what` says: groups and topics, pairs of topics, one company's. */
export const tastes = figureCommand({
	name: 'tastes',
	ask: topicReaderFigures,
	rows: ({ affinities, overlaps, oneCompany }) => [
		...affinities.map((row) => ({ what: 'affinity' as const, ...row })),
		...overlaps.map((row) => ({ what: 'overlap' as const, ...row })),
		...oneCompany.map((row) => ({ what: 'oneCompany' as const, ...row }))
	],
	table: tasteTable
});
