import { isCountsOnly, sideOf } from './clear.ts';
import type { Finding } from './overview.ts';

type Topic = {
	topic: string;
	lift: number | null;
	low: number | null;
	high: number | null;
	enough: boolean;
	why?: string | null;
	covered?: 'under' | 'over' | null;
};

/**
 * The sentence that the page of topics opens with: of what readers would take more or less, else
 * which topics differ from usual, else that none does. Topics come best first.
 */
export function topicsFinding(topics: readonly Topic[]): Finding {
	const fitted = topics.filter(({ enough, lift }) => enough && lift !== null);
	if (fitted.length === 0) return { key: 'topics.raw', parameters: {} };

	if (isCountsOnly(fitted)) return { key: 'finding.countsOnly', parameters: {} };

	const under = fitted.find(({ covered }) => covered === 'under')?.topic;
	const over = fitted.findLast(({ covered }) => covered === 'over')?.topic;
	if (under && over) return { key: 'finding.topics.both', parameters: { under, over } };
	if (under) return { key: 'finding.topics.under', parameters: { under } };
	if (over) return { key: 'finding.topics.over', parameters: { over } };

	const above = fitted.filter((topic) => sideOf(topic) === 'above').length;
	const below = fitted.filter((topic) => sideOf(topic) === 'below').length;
	if (above + below > 0) return { key: 'topics.found', parameters: { above, below } };
	return { key: 'finding.topics.none', parameters: { topics: fitted.length } };
}

/** What further items on the same topics go with, going by the topics together. */
export function fatigueFinding(
	topics: readonly { topic: string; low: number; high: number }[]
): Finding {
	const tired = topics.filter(({ high }) => high < 1);
	const eager = topics.filter(({ low }) => low > 1);
	if (tired.length === 0 && eager.length === 0)
		return { key: 'finding.fatigue.none', parameters: {} };
	if (tired.length === topics.length) return { key: 'finding.fatigue.all', parameters: {} };
	return { key: 'finding.fatigue.some', parameters: { tired: tired.length, eager: eager.length } };
}
