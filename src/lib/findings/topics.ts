import { clearOf, confirmedOf, isCountsOnly, type Estimate } from './certainty.ts';
import type { Finding } from './overview.ts';

type Topic = Estimate & { topic: string; suggested?: boolean; covered?: 'under' | 'over' | null };

/**
 * The sentence that the page of topics opens with: of what readers would take more or less, else
 * which topics differ from usual, else that none does. Topics come best first.
 */
export function topicsFinding(all: readonly Topic[]): Finding {
	const topics = confirmedOf(all);
	if (all.length > 0 && topics.length === 0)
		return { key: 'finding.topics.suggested', parameters: { topics: all.length } };
	const fitted = topics.filter(({ enough, lift }) => enough && lift !== null);
	if (isCountsOnly(topics)) return { key: 'finding.countsOnly', parameters: {} };
	if (fitted.length === 0) return { key: 'topics.raw', parameters: {} };

	const [under, over] = (['under', 'over'] as const).map((side) =>
		fitted.filter(({ covered }) => covered === side).map(({ topic }) => topic)
	) as [string[], string[]];
	if (under.length > 1 || over.length > 1)
		return {
			key: 'finding.topics.counts',
			parameters: { under: under.length, over: over.length }
		};
	if (under[0] && over[0])
		return { key: 'finding.topics.both', parameters: { under: under[0], over: over[0] } };
	if (under[0]) return { key: 'finding.topics.under', parameters: { under: under[0] } };
	if (over[0]) return { key: 'finding.topics.over', parameters: { over: over[0] } };

	const [above, below] = [clearOf(fitted, 'above'), clearOf(fitted, 'below')];
	const told = fitted.length;
	if (above + below > 0) return { key: 'finding.clear', parameters: { told, above, below } };
	return { key: 'finding.topics.none', parameters: { topics: told } };
}

/** What further items on the same topics go with, as the marks beside them say. */
export function fatigueFinding(topics: readonly Estimate[]): Finding {
	const [tired, eager] = [clearOf(topics, 'below'), clearOf(topics, 'above')];
	if (tired + eager === 0) return { key: 'finding.fatigue.none', parameters: {} };
	if (tired === topics.length) return { key: 'finding.fatigue.all', parameters: {} };
	return { key: 'finding.fatigue.some', parameters: { tired, eager } };
}
