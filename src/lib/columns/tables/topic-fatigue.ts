import type { TopicFigures } from '../../server/figures/content/topics.ts';
import { declare } from '../declare.ts';
import { forestOf, intervalColumn, sureColumn } from './estimate.ts';

type Topic = TopicFigures['topics'][number];
type Tired = NonNullable<Topic['fatigue']> & Pick<Topic, 'id' | 'topic' | 'before' | 'usualBefore'>;

/** How much of a topic's lift one more item leaves. */
export const fatigueTable = declare<Tired>()({
	name: 'topic-fatigue',
	columns: [
		{ key: 'topic' },
		{ key: 'before', kind: 'count', cell: ({ before }) => before ?? 0 },
		{ key: 'usualBefore', kind: 'decimal', cell: ({ usualBefore }) => usualBefore ?? 0 },
		forestOf<Tired>(() => 6),
		{ key: 'factor', kind: 'ratio', main: true, cell: ({ lift }) => lift },
		intervalColumn,
		sureColumn
	],
	views: {
		figure: ['topic', 'before', 'usualBefore', 'forest', 'factor', 'interval', 'sure'],
		card: ['topic', 'forest', 'factor', 'interval', 'sure']
	}
});

/** The rows of that table, the most tired first. */
export function fatigueRows(topics: readonly Topic[]): Tired[] {
	return topics
		.flatMap(({ fatigue, id, topic, before, usualBefore }) =>
			fatigue ? [{ ...fatigue, id, topic, before, usualBefore }] : []
		)
		.sort((a, b) => a.lift! - b.lift!);
}
