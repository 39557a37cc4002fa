import { isCountsOnly, sideOf } from './clear.ts';

/** A sentence as a figure states it: which message, and what goes into it. */
export type Finding = { key: string; parameters: Record<string, string | number> };

type Topic = {
	topic: string;
	lift: number | null;
	low: number | null;
	high: number | null;
	enough: boolean;
	why?: string | null;
	rawRate: number | null;
};

type Overview = { topics: readonly Topic[]; issues: number; items: number };

/**
 * The sentence that an overview opens with: which topics draw more than their places explain, or
 * plainly that none can be told to. Clear means that the 90 % interval excludes usual.
 */
export function overviewFinding({ topics, issues, items }: Overview): Finding {
	if (issues === 0) return { key: 'finding.nothingYet', parameters: {} };
	if (items === 0 || topics.length === 0)
		return { key: 'finding.noTopics', parameters: { issues, items } };

	const fitted = topics.filter(({ enough, lift }) => enough && lift !== null);
	if (fitted.length === 0) return { key: 'finding.notEnough', parameters: { issues, items } };

	if (isCountsOnly(fitted)) return { key: 'finding.countsOnly', parameters: {} };

	const above = fitted.filter((topic) => sideOf(topic) === 'above');
	const below = fitted.filter((topic) => sideOf(topic) === 'below').reverse();
	const [first, second] = above;
	const [least] = below;

	if (first && second)
		return { key: 'finding.twoAbove', parameters: { first: first.topic, second: second.topic } };
	if (first) return { key: 'finding.oneAbove', parameters: { first: first.topic } };
	if (least) return { key: 'finding.oneBelow', parameters: { least: least.topic } };
	return { key: 'finding.noneClear', parameters: { topics: fitted.length } };
}
