import { doubtfulIssues, type DoubtfulIssue } from '#lib/server/derive/doubtful-issues.ts';
import { answer } from './answer.ts';

/** Of the issues whose figures a page shows, those that read unlike the others: of the rest it says nothing. */
export async function unlikeAmong(
	event: Parameters<typeof answer>[0],
	shown: readonly number[]
): Promise<DoubtfulIssue[]> {
	const doubtful = await answer(event, doubtfulIssues);
	return doubtful.filter(({ id }) => shown.includes(id));
}
