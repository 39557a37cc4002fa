import type { Publication } from '../../store/publications.ts';
import type { Archive } from '../archive.ts';
import type { Chosen } from './chosen.ts';
import { itemDelivered } from '../../store/rollups/delivered.ts';
import { quarterOf, quartersOf } from './quarters.ts';
import type { Point, TopicLine, TopicRow } from './rows.ts';

/** A topic's click rate per quarter, shown until there is a fit. */
export function topicRates(
	archive: Archive,
	{ issues, items }: Chosen,
	publication: Publication,
	{ id, topic }: TopicRow
): TopicLine {
	const own = items.filter((item) => archive.topicsOfItem.get(item.id)?.includes(id));
	const points = quartersOf(issues, publication.zone).map((quarter): Point => {
		const inside = new Map(
			issues
				.filter(
					({ sentAt }) => sentAt !== null && quarterOf(sentAt, publication.zone) === quarter.name
				)
				.map((issue) => [issue.id, issue])
		);
		let clickers = 0;
		let delivered = 0;
		let n = 0;
		for (const item of own) {
			if (!inside.has(item.issueId)) continue;
			n++;
			const reach = itemDelivered(item, inside.get(item.issueId));
			if (!reach || item.rollup?.clickers === null || item.rollup?.clickers === undefined) continue;
			clickers += item.rollup.clickers;
			delivered += reach;
		}
		const value = delivered ? clickers / delivered : null;
		return { at: quarter.at, label: quarter.name, value, low: null, high: null, n };
	});
	return { id, topic, points };
}
