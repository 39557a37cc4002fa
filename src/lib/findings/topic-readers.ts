import { clearSide, type CertaintyInput } from './certainty.ts';
import { statement, type Statement } from './statement.ts';

type Affinity = CertaintyInput & { by: 'channel' | 'tenure'; group: string; topic: string };
type Overlap = CertaintyInput & { topic: string; other: string };

/**
 * The sentence at the head of the page of topics' readers: the group and topic furthest above average; else
 * the topics that go together most; else that nothing stands out, that there are too few clicks, or that
 * nobody knows how readers came. The largest of many can be named because all were shrunk toward each other
 * first.
 *
 * @param listed whether any list says how or when readers came
 */
export function topicReadersFinding(
	affinities: readonly Affinity[],
	overlaps: readonly Overlap[],
	listed: boolean
): Statement {
	const clear = <Row extends CertaintyInput>(rows: readonly Row[]) =>
		rows.filter((row) => clearSide(row) === 'above').sort((a, b) => b.lift! - a.lift!)[0];

	const liked = clear(affinities);
	if (liked) {
		const { by, group, topic } = liked;
		return statement(`finding.readers.${by}`, { group, topic, ...sizeOf(liked) });
	}
	const pair = clear(overlaps);
	if (pair)
		return statement('finding.readers.overlap', {
			topic: pair.topic,
			other: pair.other,
			...sizeOf(pair)
		});
	if (!listed) return statement('finding.readers.unknown', {});
	return statement(`finding.readers.${affinities.length === 0 ? 'few' : 'none'}`, {});
}

function sizeOf({ lift, low, high }: CertaintyInput) {
	return { factor: { lift: lift! }, low: { lift: low! }, high: { lift: high! } };
}
