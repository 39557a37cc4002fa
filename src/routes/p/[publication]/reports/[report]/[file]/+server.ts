import { recordExport } from '#lib/server/access/audit.ts';
import { reportOf } from '#lib/server/report/reports.ts';
import { idOfPath } from '../../../../../form.ts';
import { answer } from '../../../answer.ts';
import { fileAnswer } from './file-answer.ts';

/** A report as a file (`report.pdf`), or one of its figures (`topics.svg`). */
export async function GET(event) {
	const { report, file } = event.params;
	const id = idOfPath(report);
	const snapshot = await answer(event, async (db, publication, _, now) => {
		const report = await reportOf(db, publication, id);
		await recordExport(db, publication.id, 'exports.report', { report: id, file }, now);
		return report;
	});
	return fileAnswer(snapshot, file, event.url.searchParams);
}
