import { error } from '@sveltejs/kit';
import { reportFile, isFileFormat } from '#lib/server/report/files.ts';
import { figureFile } from '#lib/server/report/figure-files.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import { fileOptions } from './options.ts';

/** A report as a file (`report.pdf`), or one of its figures (`topics.svg`). */
export async function fileAnswer(
	report: Snapshot,
	file: string,
	params: URLSearchParams
): Promise<Response> {
	const [, name = '', format = ''] = /^([\w-]+)\.(\w+)$/.exec(file) ?? [];
	const options = fileOptions(params);
	const whole = name === 'report' && isFileFormat(format);
	const made = whole
		? await reportFile(report, format, options)
		: await figureFile(report, name, format, options);
	if (!made) error(404);

	return new Response(new Blob([made.content as BlobPart]), {
		headers: {
			'content-type': made.type,
			'content-disposition': `attachment; filename="${made.name}"`
		}
	});
}
