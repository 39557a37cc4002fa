import { fileTable } from '#lib/columns/render-table.ts';
import { dossierTable } from '#lib/columns/tables/dossier.ts';
import { createFormats } from '#lib/messages/format.ts';
import { recordExport } from '#lib/server/access/audit.ts';
import { dossierOf, dossierRows } from '#lib/server/figures/audience/dossier.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { choiceIn, formOf, textIn } from '../../../../form.ts';
import { answer } from '../../answer.ts';

/** Everything that is stored of one reader, as a file; the address is in no address of ours. */
export async function POST(event) {
	const { language, data, readerKey } = event.locals;
	const form = await formOf(event);
	const format = choiceIn(form, 'format', ['json', 'csv']);
	const dossier = await answer(event, async (db, publication, _, now) => {
		const identity = await openIdentity(db, data, readerKey);
		const reader = await readerOfAddress(db, publication, textIn(form, 'address'), identity);
		await recordExport(db, publication.id, 'exports.reader', {}, now);
		return dossierOf(db, publication, reader);
	});
	const table = fileTable(dossierTable, dossierRows(dossier), createFormats(language, 'UTC'));
	const body =
		format === 'json'
			? JSON.stringify(dossier, null, '\t')
			: writeCsv([{ table }], [], dialectOf(language));
	return new Response(body, {
		headers: {
			'content-type': format === 'json' ? 'application/json' : 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${dossier.publication}-reader.${format}"`,
			'cache-control': 'no-store'
		}
	});
}
