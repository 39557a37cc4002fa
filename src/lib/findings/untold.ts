import { statement, type Statement, type Worded } from './statement.ts';

/** So many topics are named in a sentence; of more, so many stand for all. */
const NAMED = 6;
const EXAMPLES = 3;

/** Whether a reason is that too little was written. */
export function isTooFew(why: string): boolean {
	return why === 'fewItems' || why === 'fewIssues';
}

/** Of which topics nothing can be said for another reason, each reason once. */
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

/** Of which topics too little was written to say what they get. */
export function fewStatement(topics: readonly string[]): Statement {
	return topics.length <= NAMED
		? statement('report.cannot.few', { n: { n: topics.length }, topics: { list: topics } })
		: statement('report.cannot.many', {
				count: { count: topics.length },
				topics: { list: topics.slice(0, EXAMPLES) }
			});
}
