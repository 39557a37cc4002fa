import { rejectFigures } from '#lib/server/figures/imports.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { rejectTable } from '#lib/server/report/reject-table.ts';
import { answer } from '../../answer.ts';

/** The refused rows of one import as they were kept, each with the reason beside it. */
export async function GET(event) {
	const id = Number(event.url.searchParams.get('import'));
	const rejects = await answer(event, (db, publication) => rejectFigures(db, publication, id));
	const locale = event.locals.language;

	return new Response(writeCsv([{ table: rejectTable(rejects, locale) }], [], dialectOf(locale)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${event.params.publication}-import-${id}-rejects.csv"`
		}
	});
}
