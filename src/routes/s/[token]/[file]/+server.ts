import { error } from '@sveltejs/kit';
import { fileAnswer } from '../../../p/[publication]/reports/[report]/[file]/file-answer.ts';
import { opened } from '../../opened.ts';

/** What a link shows, as a file: the very numbers of its page, and none that it leaves out. */
export async function GET(event) {
	const report = await opened(event, false);
	if (!report) error(403);
	return fileAnswer(report, event.params.file, event.url.searchParams);
}
