import type { TopicFigures } from '../../server/figures/content/topics.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { declare } from '../declare.ts';
import { forestOf, intervalColumn, sureColumn } from './estimate.ts';

type Topic = TopicFigures['topics'][number];
type Tired = NonNullable<Topic['fatigue']> & Pick<Topic, 'id' | 'topic' | 'before' | 'usualBefore'>;

/** How much of a topic's lift one more item leaves. */
export const fatigueTable = declare<Tired>()({
	name: 'topic-fatigue',
	columns: [
		{ key: 'topic' },
		{
			key: 'before',
			head: m['next.head.recent'],
			kind: 'count',
			cell: ({ before }) => before ?? 0
		},
		{
			key: 'usualBefore',
			head: m['next.head.usual'],
			kind: 'decimal',
			cell: ({ usualBefore }) => usualBefore ?? 0
		},
		forestOf<Tired>(() => 6),
		{ key: 'factor', kind: 'ratio', main: true, cell: ({ lift }) => lift },
		{
			key: 'now',
			head: m['table.fatigueNow'],
			kind: 'ratio',
			cell: ({ lift, before, usualBefore }) =>
				lift === null ? null : lift ** ((before ?? 0) - (usualBefore ?? 0))
		},
		intervalColumn,
		sureColumn
	],
	views: {
		figure: ['topic', 'before', 'usualBefore', 'forest', 'factor', 'interval', 'sure', 'now'],
		card: ['topic', 'forest', 'factor', 'interval', 'sure', 'now'],
		/** where one factor holds for all, which a sentence says */
		figureOfOne: ['topic', 'before', 'usualBefore', 'now']
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

/** The one factor that holds for all topics, as far as anybody reads it; null where they differ. */
export function oneFatigue(rows: readonly Tired[]): Tired | null {
	const read = ({ lift, low, high }: Tired) =>
		[lift, low, high].map((value) => value?.toFixed(2)).join();
	const [first] = rows;
	return first && rows.length > 1 && rows.every((row) => read(row) === read(first)) ? first : null;
}
