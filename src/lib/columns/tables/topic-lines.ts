import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { Point, TopicLine } from '../../server/figures/content/rows.ts';
import { declare, type Word } from '../declare.ts';
import { periodWords } from '../period-words.ts';

type TopicPoint = { topic: string } & Point;

/** A line for each topic and period. @param head what they are, where they are no topics */
export function topicLineTable(
	name: 'topic-lines' | 'topic-rolling',
	of: 'lift' | 'rate',
	head: Word = m['table.topic']
) {
	const kind = of === 'lift' ? 'ratio' : 'rate';
	return declare<TopicPoint>()({
		name,
		columns: [
			{ key: 'topic', head },
			{
				key: 'period',
				cell: ({ label }) => label,
				text: ({ label }, formats) => periodWords(label, formats)
			},
			{ key: 'items', kind: 'count', cell: ({ n }) => n },
			{ key: 'value', head: m[of === 'lift' ? 'table.lift' : 'table.rawRate'], kind },
			{ key: 'low', kind },
			{ key: 'high', kind }
		],
		views: {}
	});
}

/** The rows of that table. */
export function topicPoints(lines: readonly TopicLine[]): TopicPoint[] {
	return lines.flatMap(({ topic, points }) => points.map((point) => ({ topic, ...point })));
}

/** Topics of which there is something to say. */
export function trendRows(lines: readonly TopicLine[]): TopicLine[] {
	return lines.filter(({ points }) => points.length);
}

/** The same as a page lays it out: a line a topic, a column a period. */
export function trendTable(of: 'lift' | 'rate', lines: readonly TopicLine[]) {
	const labels = trendRows(lines)[0]?.points.map(({ label }) => label) ?? [];
	return declare<TopicLine>()({
		name: 'topic-trend',
		columns: [
			{ key: 'topic' },
			...labels.map((label, i) => ({
				key: label,
				head: (_: object, formats: Formats) => periodWords(label, formats),
				kind: of === 'lift' ? ('ratio' as const) : ('rate' as const),
				cell: ({ points }: TopicLine) => points[i]?.value ?? null,
				beside: ({ points }: TopicLine, formats: Formats) => intervalWords(points[i], formats)
			}))
		],
		views: {}
	});
}

function intervalWords(point: Point | undefined, formats: Formats): string {
	if (!point || point.low === null || point.high === null) return '';
	return formats.interval(point.low, point.high);
}
