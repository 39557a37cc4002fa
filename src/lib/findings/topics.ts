import {
	clearOf,
	confirmedOf,
	countedIn,
	countsFinding,
	type CertaintyInput
} from './certainty.ts';
import { statement, type Statement } from './statement.ts';

type Topic = CertaintyInput & {
	topic: string;
	suggested?: boolean;
	covered?: 'under' | 'over' | null;
};

/**
 * The sentence at the head of the page of topics: what readers want more or less of; else which topics differ
 * from the average; else that none does. Topics come best first.
 *
 * @param isEach they are all topics, not a choice: only then can the sentence speak of the others
 */
export function topicsFinding(all: readonly Topic[], isEach = true): Statement {
	const topics = confirmedOf(all);
	if (all.length > 0 && topics.length === 0)
		return statement('finding.topics.suggested', { topics: { n: all.length } });
	const fitted = topics.filter(({ enough, lift }) => enough && lift !== null);
	const counted = countsFinding(countedIn(topics), 'ranked');
	if (counted) return counted;
	if (fitted.length === 0) return statement('topics.raw', {});

	const [under, over] = (['under', 'over'] as const).map((side) =>
		fitted.filter(({ covered }) => covered === side).map(({ topic }) => topic)
	) as [string[], string[]];
	if (under.length > 1 || over.length > 1)
		return statement('finding.topics.counts', {
			under: { n: under.length },
			over: { n: over.length }
		});
	if (under[0] && over[0])
		return statement('finding.topics.both', { under: under[0], over: over[0] });
	// a single topic with a lift says nothing about the others
	const alone = isEach && fitted.length > 1 ? '' : '.alone';
	if (under[0]) return statement(`finding.topics.under${alone}`, { under: under[0] });
	if (over[0]) return statement(`finding.topics.over${alone}`, { over: over[0] });

	const [above, below] = [clearOf(fitted, 'above'), clearOf(fitted, 'below')];
	const estimated = fitted.length;
	const [{ topic }] = fitted as [Topic];
	if (estimated === 1 && above) return statement('finding.oneAbove.alone', { first: topic });
	if (estimated === 1 && below) return statement('finding.oneBelow.alone', { least: topic });
	if (estimated === 1) return statement('finding.noneClear.alone', { topic });
	if (above + below > 0)
		return statement('finding.clear', {
			told: { n: estimated },
			above: { n: above },
			below: { n: below }
		});
	return statement('finding.topics.none', { topics: { n: estimated } });
}

/** How lift changes with further items on the same topics, as their marks show it. */
export function fatigueFinding(topics: readonly (CertaintyInput & { topic: string })[]): Statement {
	const [tired, eager] = [clearOf(topics, 'below'), clearOf(topics, 'above')];
	const n = { n: topics.length };
	const only = topics.length === 1 ? topics[0] : null;
	if (only && tired) return statement('finding.fatigue.all.alone', { topic: only.topic });
	if (only && !eager) return statement('finding.fatigue.none.alone', { topic: only.topic });
	if (tired + eager === 0) return statement('finding.fatigue.none', { n });
	if (tired === topics.length) return statement('finding.fatigue.all', { n });
	return statement('finding.fatigue.some', { tired: { n: tired }, eager: { n: eager } });
}
