import { changePoint, type ChangePoint, type SeriesPoint } from './change-point.ts';
import { evidenceByTopic, type Effect, type ObservedItem } from '../stats/observed.ts';
import type { Random } from '../stats/random.ts';

/** The chance of reporting any change if there is none at all. */
const FALSE = 0.02;

/**
 * Where each of several series changed its level, allowing for how many are looked at: of many series that
 * never change, one in twenty would seem to.
 *
 * The clearest change is tested against the number of series, the next against the number of remaining ones
 * (Holm 1979, Scandinavian Journal of Statistics 6): the chance of reporting a change of any series that did
 * not change is at most one in fifty.
 *
 * @returns by series; null if nothing changed, or too little is known
 */
export function realChanges(
	series: readonly (readonly SeriesPoint[])[],
	random: Random
): (ChangePoint | null)[] {
	const changes = series.map((points) => changePoint(points, random));
	const chances = changes.flatMap((change) => change?.chance ?? []).sort((a, b) => a - b);
	const stops = chances.findIndex((chance, i) => chance > FALSE / (chances.length - i));
	const highest = (stops < 0 ? chances.at(-1) : chances[stops - 1]) ?? 0;
	return changes.map((change) => (change && change.chance <= highest ? change : null));
}

/** When a topic's lift changed for good: the first issue after it, and the log of the factor. */
export type TopicChange = Omit<ChangePoint, 'index'> & { at: number };

/**
 * Changes of topics' lifts that are real, allowing for all topics with enough data. A topic's items of one
 * issue are one point of its series.
 *
 * @param topics effects over all time, by index
 * @param enough whether there is enough data for a topic, by index
 * @returns by topic
 */
export function topicChanges(
	items: readonly ObservedItem[],
	topics: readonly Effect[],
	enough: (topic: number) => boolean,
	random: Random
): (TopicChange | null)[] {
	const evidence = evidenceByTopic(items, topics);
	const estimated = topics.flatMap((_, topic) => (enough(topic) ? topic : []));
	const series = estimated.map((topic) => {
		const issues = new Map<number, { weight: number; sum: number }>();
		for (const { at, weight, value } of evidence[topic]!) {
			const own = issues.get(at) ?? { weight: 0, sum: 0 };
			issues.set(at, { weight: own.weight + weight, sum: own.sum + weight * value });
		}
		return [...issues]
			.sort(([a], [b]) => a - b)
			.map(([at, { weight, sum }]) => ({ at, value: sum / weight, variance: 1 / weight }));
	});

	const result: (TopicChange | null)[] = topics.map(() => null);
	realChanges(series, random).forEach((change, place) => {
		if (!change) return;
		const { index, ...rest } = change;
		result[estimated[place]!] = { ...rest, at: series[place]![index]!.at };
	});
	return result;
}
