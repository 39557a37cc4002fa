import { error } from '@sveltejs/kit';
import { fileTable } from '#lib/columns/render-table.ts';
import { auditTable } from '#lib/columns/tables/audit.ts';
import { createFormats } from '#lib/messages/format.ts';
import { auditQueryOf, auditRows, recordExport } from '#lib/server/access/audit.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { troubleIn } from '#lib/trouble.ts';
import { auditParamsIn } from '../params.ts';

/** The audit as a file, as the page narrows it: a thousand rows at most, the newest first. */
export async function GET({ locals, url }) {
	const { db, language } = locals;
	let rows;
	try {
		const params = { ...auditParamsIn(url.searchParams), limit: '1000' };
		rows = await auditRows(db, await auditQueryOf(db, params));
	} catch (cause) {
		const trouble = troubleIn(cause);
		if (!trouble) throw cause;
		error(trouble.status, { message: trouble.code, code: trouble.code });
	}
	await recordExport(db, null, 'exports.audit', { rows: rows.length }, Date.now());
	const table = fileTable(auditTable, rows, createFormats(language, 'UTC'));
	return new Response(writeCsv([{ table }], [], dialectOf(language)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="rubrique-audit.csv"'
		}
	});
}
