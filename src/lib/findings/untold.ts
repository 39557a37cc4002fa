import { statement, type Statement, type Worded } from './statement.ts';

/** Most topics that a sentence names; if there are more, their number is given. */
const NAMED = 6;
const EXAMPLES = 3;

/** Whether a reason means too few items or issues. */
export function isTooFew(why: string): boolean {
	return why === 'fewItems' || why === 'fewIssues';
}

/** The topics without an estimate for other reasons, each reason once. */
export function untoldStatements(
	topics: readonly { topic: string; why: Worded<'why'> | null }[]
): Statement[] {
	const untold = topics.filter(
		({ why }) => why !== null && !isTooFew(why) && why !== 'noModel' && why !== 'noClicks'
	);
	return [...new Set(untold.map(({ why }) => why!))].map((why) => {
		const own = untold.filter((one) => one.why === why).map(({ topic }) => topic);
		return statement('report.cannot.untold', {
			topics: { list: own.slice(0, NAMED) },
			why: { words: `why.${why}` }
		});
	});
}

/** The topics with too few items for an estimate. */
export function fewStatement(topics: readonly string[]): Statement {
	return topics.length <= NAMED
		? statement('report.cannot.few', { n: { n: topics.length }, topics: { list: topics } })
		: statement('report.cannot.many', {
				count: { count: topics.length },
				topics: { list: topics.slice(0, EXAMPLES) }
			});
}
