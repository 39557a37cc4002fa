import { error } from '@sveltejs/kit';
import { fileOf, isFileFormat } from '#lib/server/report/files.ts';
import { figureFile } from '#lib/server/report/figure-files.ts';
import { reportOf } from '#lib/server/report/reports.ts';
import { answer } from '../../../answer.ts';
import { fileOptions } from './options.ts';

/** A report as a file (`report.pdf`), or one of its figures (`topics.svg`). */
export async function GET(event) {
	const { report, file } = event.params;
	const [, name = '', format = ''] = /^([\w-]+)\.(\w+)$/.exec(file) ?? [];
	const made = await answer(event, async (db, publication) => {
		const snapshot = await reportOf(db, publication, Number(report));
		const options = fileOptions(event.url.searchParams);
		if (name !== 'report') return figureFile(snapshot, name, format, options);
		return isFileFormat(format) ? fileOf(snapshot, format, options) : null;
	});
	if (!made) error(404);

	return new Response(new Blob([made.content as BlobPart]), {
		headers: {
			'content-type': made.type,
			'content-disposition': `attachment; filename="${made.name}"`
		}
	});
}
