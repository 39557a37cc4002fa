import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { renderTable } from '#lib/columns/render-table.ts';
import { ledgerRows, verdictTable } from '#lib/columns/tables/verdicts.ts';
import { asText } from '#lib/formula.ts';
import { figureNotes } from '#lib/messages/figure-notes.ts';
import { createFormats } from '#lib/messages/format.ts';
import { recordExport } from '#lib/server/access/audit.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { verdictLines, type VerdictLine } from '#lib/server/figures/verdicts/verdict-rows.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Answer } from './answer.ts';
import type { Call, Command } from './command.ts';
import { renderedLines } from './figures.ts';
import { filterNotes, filterOptions, filtersOf } from './filters.ts';
import { keyNotes } from './key-notes.ts';
import { textOption } from './options.ts';

/** Bot filtering: what each rule sets aside. */
export const verdicts: Command = {
	name: 'verdicts',
	args: '',
	needs: 0,
	takes: 0,
	options: {
		publication: { type: 'string', value: 'NAME' },
		...filterOptions('verdicts'),
		rows: { type: 'boolean' },
		out: { type: 'string', value: 'FILE' }
	},

	async run(call): Promise<Answer | null> {
		const db = await call.db();
		const publication = await publicationMeant(db, textOption(call.options, 'publication'));
		const filters = await filtersOf(db, publication, call);
		if (call.options.rows) {
			await writeRows(call, verdictLines(db, publication, filters));
			await recordExport(db, publication.id, 'exports.verdicts', {}, Date.now());
			return null;
		}

		const figures = await verdictFigures(db, publication, filters);
		const { rules, opens, clicks, unassessed, countsOnly, lone } = figures;
		const formats = createFormats(call.locale, publication.zone);
		return {
			json: { rules, opens, clicks, unassessed, countsOnly, lone },
			lines: renderedLines(renderTable(verdictTable, 'terminal', ledgerRows(figures), formats)),
			notes: [
				...(await filterNotes(db, publication, filters, 'verdicts', {
					locale: call.locale,
					rows: opens.all + clicks.all
				})),
				...keyNotes(figures, filters, publication, formats),
				...figureNotes.verdicts(figures, formats)
			]
		};
	}
};

const HEAD = 'send,url,at,reader hash,verdict,reason';

/** Every event as CSV: to the file that was named, else to where data go. */
async function writeRows(call: Call, parts: AsyncIterable<VerdictLine[]>) {
	const out = textOption(call.options, 'out');
	const text = (line: VerdictLine) =>
		[line.send, line.url, new Date(line.at).toISOString(), line.reader, line.verdict, line.reason]
			.map((cell) => quoted(asText(cell)))
			.join(',');

	if (out === null) {
		call.print([HEAD]);
		for await (const part of parts) call.print(part.map(text));
		return;
	}
	const file = createWriteStream(call.path(out), { mode: 0o600 });
	const failed = once(file, 'error').then(() => {
		throw new Trouble('fileNotWritable', { file: out });
	});
	const write = async () => {
		file.write(`${HEAD}\n`);
		for await (const part of parts)
			if (!file.write(part.map((line) => `${text(line)}\n`).join(''))) await once(file, 'drain');
		await new Promise<void>((done) => file.end(done));
	};
	await Promise.race([write(), failed]);
}

function quoted(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
