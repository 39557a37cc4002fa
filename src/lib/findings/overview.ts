import { clearSide, confirmedOf, isCountsOnly, type Estimate } from './certainty.ts';

/** A sentence as a figure states it: which message, and what goes into it. */
export type Finding = { key: string; parameters: Record<string, string | number> };

type Topic = Estimate & { topic: string; suggested?: boolean };

type Overview = {
	topics: readonly Topic[];
	issues: number;
	items: number;
	/** what stands for topics that nobody confirmed: what is told of items; null where nothing is */
	instead?: Finding | null;
};

/**
 * The sentence that an overview opens with: which topics draw clearly more or less than their places
 * explain, or plainly that none can be told to; of several, how many on each side.
 */
export function overviewFinding({ topics: all, issues, items, instead }: Overview): Finding {
	const topics = confirmedOf(all);
	if (issues === 0) return { key: 'finding.nothingYet', parameters: {} };
	if (all.length > 0 && topics.length === 0 && items > 0)
		return instead ?? { key: 'finding.topics.suggested', parameters: { topics: all.length } };
	if (items === 0 || topics.length === 0)
		return { key: 'finding.noTopics', parameters: { issues, items } };

	const fitted = topics.filter(({ enough, lift }) => enough && lift !== null);
	if (isCountsOnly(topics)) return { key: 'finding.countsOnly', parameters: {} };
	if (fitted.length === 0) return { key: 'finding.notEnough', parameters: { issues, items } };

	const above = fitted.filter((topic) => clearSide(topic) === 'above');
	const below = fitted.filter((topic) => clearSide(topic) === 'below');
	const [first, least] = [above[0]?.topic ?? '', below[0]?.topic ?? ''];
	const told = fitted.length;
	switch (`${above.length} ${below.length}`) {
		case '0 0':
			return { key: 'finding.noneClear', parameters: { topics: told } };
		case '1 0':
			return { key: 'finding.oneAbove', parameters: { first } };
		case '0 1':
			return { key: 'finding.oneBelow', parameters: { least } };
		case '1 1':
			return { key: 'finding.oneEach', parameters: { first, least } };
		default:
			return {
				key: 'finding.clear',
				parameters: { told, above: above.length, below: below.length }
			};
	}
}
