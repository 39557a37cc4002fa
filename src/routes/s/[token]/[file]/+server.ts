import { error } from '@sveltejs/kit';
import { fileAnswer } from '../../../p/[publication]/reports/[report]/[file]/file-answer.ts';
import { opened, shareOpen } from '../../opened.ts';

/** What a link shows, as a file: the very numbers of its page, and none that it leaves out. */
export async function GET(event) {
	const report = await opened(event, false);
	if (!report) error(403);
	const answer = await fileAnswer(report, event.params.file, event.url.searchParams);
	// by the time it is made, the link may have been revoked
	if (!(await shareOpen(event, false))) error(403);
	return answer;
}
