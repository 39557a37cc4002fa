import { clearSide, type Estimate } from './certainty.ts';
import type { Finding } from './overview.ts';

type Affinity = Estimate & { by: 'channel' | 'tenure'; group: string; topic: string };
type Overlap = Estimate & { topic: string; other: string };

/**
 * The sentence that the page of topics' readers opens with: the group and topic that stand furthest
 * above usual, else the topics that go together most, else that nothing stands out, or that nobody
 * knows how readers came. It is the largest of many, which are drawn toward each other before.
 */
export function topicReadersFinding(
	affinities: readonly Affinity[],
	overlaps: readonly Overlap[],
	known: boolean
): Finding {
	const clear = <Row extends Estimate>(rows: readonly Row[]) =>
		rows.filter((row) => clearSide(row) === 'above').sort((a, b) => b.lift! - a.lift!)[0];

	const liked = clear(affinities);
	if (liked) {
		const { by, group, topic } = liked;
		return { key: `finding.readers.${by}`, parameters: { group, topic, ...sizeOf(liked) } };
	}
	const pair = clear(overlaps);
	if (pair)
		return {
			key: 'finding.readers.overlap',
			parameters: { topic: pair.topic, other: pair.other, ...sizeOf(pair) }
		};
	return { key: known ? 'finding.readers.none' : 'finding.readers.unknown', parameters: {} };
}

function sizeOf({ lift, low, high }: Estimate) {
	return { factor: lift!, low: low!, high: high! };
}
