import { reportOf } from '#lib/server/report/reports.ts';
import { idOfPath } from '../../../../../form.ts';
import { answer } from '../../../answer.ts';
import { fileAnswer } from './file-answer.ts';

/** A report as a file (`report.pdf`), or one of its figures (`topics.svg`). */
export async function GET(event) {
	const { report, file } = event.params;
	const snapshot = await answer(event, (db, publication) =>
		reportOf(db, publication, idOfPath(report))
	);
	return fileAnswer(snapshot, file, event.url.searchParams);
}
