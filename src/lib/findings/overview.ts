import {
	clearSide,
	confirmedOf,
	countedIn,
	countsFinding,
	type CertaintyInput
} from './certainty.ts';
import { statement, type Statement } from './statement.ts';

type Topic = CertaintyInput & { topic: string; suggested?: boolean };

type Overview = {
	topics: readonly Topic[];
	issues: number;
	items: number;
	/** of these, those whose clicks are known */
	clicked: number;
	/** they are all topics, not a choice: only then can the sentence speak of the others */
	isEach?: boolean;
	/** the sentence about items that replaces one about unconfirmed topics; null if there is none */
	instead?: Statement | null;
};

/**
 * The sentence at the head of an overview: which topics clearly get more or less than their positions explain,
 * or that none does; if there are several, how many on each side.
 */
export function overviewFinding({
	topics: all,
	issues,
	items,
	clicked,
	isEach = true,
	instead
}: Overview): Statement {
	const topics = confirmedOf(all);
	if (issues === 0) return statement('finding.nothingYet', {});
	if (all.length > 0 && topics.length === 0 && items > 0)
		return instead ?? statement('finding.topics.suggested', { topics: { n: all.length } });
	if (items === 0 || topics.length === 0)
		return clicked === 0
			? statement('finding.noTopics.clicks', {})
			: statement('finding.noTopics', { issues: { n: issues }, items: { n: items } });

	const fitted = topics.filter(({ enough, lift }) => enough && lift !== null);
	const counted = countsFinding(countedIn(topics), 'ranked');
	if (counted) return counted;
	if (fitted.length === 0)
		return statement('finding.notEnough', { issues: { n: issues }, items: { n: items } });

	const above = fitted.filter((topic) => clearSide(topic) === 'above');
	const below = fitted.filter((topic) => clearSide(topic) === 'below');
	const [first, least] = [above[0]?.topic ?? '', below[0]?.topic ?? ''];
	const estimated = fitted.length;
	// about chosen topics, or a single one, the sentence does not mention others
	const alone = isEach && topics.length > 1 ? '' : '.alone';
	switch (`${above.length} ${below.length}`) {
		case '0 0':
			return estimated === 1
				? statement('finding.noneClear.alone', { topic: fitted[0]!.topic })
				: statement('finding.noneClear', { topics: { n: estimated } });
		case '1 0':
			return statement(`finding.oneAbove${alone}`, { first });
		case '0 1':
			return statement(`finding.oneBelow${alone}`, { least });
		case '1 1':
			return statement('finding.oneEach', { first, least });
		default:
			return statement('finding.clear', {
				told: { n: estimated },
				above: { n: above.length },
				below: { n: below.length }
			});
	}
}
