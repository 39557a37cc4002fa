import { error } from '@sveltejs/kit';
import { fileTable } from '#lib/columns/render-table.ts';
import { rejectTable } from '#lib/columns/tables/rejects.ts';
import { createFormats } from '#lib/messages/format.ts';
import { recordExport } from '#lib/server/access/audit.ts';
import { rejectFigures } from '#lib/server/figures/imports.ts';
import { readSpooledRejects } from '#lib/server/ingest/files/reject-file.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { mayTakeWhole } from '../may-take-whole.ts';

/**
 * The refused rows of one import, each with the reason beside it: as they are kept, without what may
 * name a person, or whole (`&whole=1`) while the spool has them.
 */
export async function GET(event) {
	const id = idOfPath(event.url.searchParams.get('import') ?? '');
	const { kept, mayHave } = await answer(event, async (db, publication) => ({
		kept: await rejectFigures(db, publication, id),
		mayHave: mayTakeWhole(event.locals.visitor, publication)
	}));
	const { language: locale, data, db } = event.locals;

	const isWhole = event.url.searchParams.get('whole') === '1';
	if (isWhole && !mayHave) error(403);
	const rejects = isWhole ? await readSpooledRejects(db, spoolFolder(data), id) : kept;
	if (!rejects) error(404);
	await answer(event, (db, publication, _, now) =>
		recordExport(db, publication.id, 'exports.rejects', { import: id, whole: isWhole }, now)
	);

	const table = fileTable(rejectTable(rejects), rejects, createFormats(locale, 'UTC'));
	return new Response(writeCsv([{ table }], [], dialectOf(locale)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${event.params.publication}-import-${id}-rejects.csv"`
		}
	});
}
