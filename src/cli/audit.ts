import { writeFile } from 'node:fs/promises';
import { renderTable, fileTable } from '#lib/columns/render-table.ts';
import { auditTable } from '#lib/columns/tables/audit.ts';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import {
	auditMonths,
	auditQueryOf,
	auditRows,
	keepAuditMonths,
	recordExport
} from '#lib/server/access/audit.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Command } from './command.ts';
import { renderedLines } from './figures.ts';
import { countOption, textOption } from './options.ts';

/** Who did what, when and from where. */
export const audit: Command = {
	name: 'audit',
	args: '',
	needs: 0,
	takes: 0,
	options: {
		publication: { type: 'string', value: 'NAME' },
		action: { type: 'string', value: 'sign-in', about: 'auditAction' },
		who: { type: 'string', value: 'EMAIL', about: 'auditWho' },
		from: { type: 'string', value: '2025-09-01', about: 'auditFrom' },
		to: { type: 'string', value: '2025-09-30', about: 'auditTo' },
		limit: { type: 'string', value: 'N', about: 'auditLimit' },
		out: { type: 'string', value: 'FILE', about: 'auditOut' },
		keep: { type: 'string', value: 'MONTHS', about: 'auditKeep' }
	},

	async run(call) {
		const { options, locale, path } = call;
		const db = await call.db();
		const now = Date.now();
		const keep = countOption(options, 'keep', 4);
		if (keep !== null) {
			await keepAuditMonths(db, keep, now);
			return { json: { months: keep }, lines: [words('cli.audit.kept', { n: keep }, locale)] };
		}

		const said = (name: string) => textOption(options, name);
		const query = {
			publication: said('publication'),
			action: said('action'),
			who: said('who'),
			from: said('from'),
			to: said('to'),
			limit: said('limit')
		};
		const rows = await auditRows(db, await auditQueryOf(db, query));
		const formats = createFormats(locale, 'UTC');
		const out = said('out');
		if (out !== null) {
			const table = fileTable(auditTable, rows, formats);
			const text = writeCsv([{ table }], [], dialectOf(locale));
			await writeFile(path(out), text, { mode: 0o600 }).catch(() => {
				throw new Trouble('fileNotWritable', { file: out });
			});
			await recordExport(db, null, 'exports.audit', { rows: rows.length }, now);
			return {
				json: { file: out, rows: rows.length },
				lines: [words('cli.audit.written', { file: out, n: rows.length }, locale)]
			};
		}
		const months = await auditMonths(db);
		return {
			json: rows,
			lines: renderedLines(renderTable(auditTable, 'terminal', rows, formats)),
			notes: [words('cli.audit.months', { n: months }, locale)]
		};
	}
};
