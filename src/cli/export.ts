import { writeFile } from 'node:fs/promises';
import { fileTable } from '#lib/columns/render-table.ts';
import { dossierTable } from '#lib/columns/tables/dossier.ts';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { recordExport } from '#lib/server/access/audit.ts';
import { dossierOf, dossierRows, type Dossier } from '#lib/server/figures/audience/dossier.ts';
import { everyPublication, publicationOf } from '#lib/server/figures/publications.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { Trouble, troubleIn } from '#lib/trouble.ts';
import type { Answer } from './answer.ts';
import type { Command } from './command.ts';
import { textOption } from './options.ts';

const FORMATS = ['json', 'csv'] as const;

/** Everything that is stored of one reader, for whoever asks what is. */
export const exportCommand: Command = {
	name: 'export',
	args: 'ADDRESS',
	needs: 1,
	takes: 1,
	options: {
		publication: { type: 'string', value: 'NAME' },
		format: { type: 'string', value: FORMATS.join('|'), about: 'exportFormat' },
		out: { type: 'string', value: 'FILE', about: 'exportOut' }
	},

	async run({ args: [address = ''], options, settings, locale, path, ...call }): Promise<Answer> {
		const given = textOption(options, 'format') ?? 'json';
		const format = FORMATS.find((known) => known === given);
		if (!format) throw new Trouble('badChoice', { given, known: FORMATS.join(', ') });
		const out = textOption(options, 'out');

		const db = await call.db();
		const identity = await openIdentity(db, settings.data, settings.readerKey);
		const named = textOption(options, 'publication');
		const publications =
			named === null ? await everyPublication(db) : [await publicationOf(db, named)];
		const dossiers: Dossier[] = [];
		for (const publication of publications) {
			const reader = await readerOfAddress(db, publication, address, identity).catch(unlessUnknown);
			if (reader === null) continue;
			dossiers.push(await dossierOf(db, publication, reader));
			await recordExport(db, publication.id, 'exports.reader', {}, Date.now());
		}
		if (dossiers.length === 0) throw new Trouble('noSuchReader');

		const formats = createFormats(locale, 'UTC');
		const text =
			format === 'json'
				? `${JSON.stringify(dossiers, null, '\t')}\n`
				: writeCsv(
						dossiers.map((one) => ({
							name: one.publication,
							table: fileTable(dossierTable, dossierRows(one), formats)
						})),
						[],
						dialectOf(locale)
					);
		const notes = dossiers.flatMap(({ cutUpTo }) =>
			cutUpTo === null ? [] : [words('dossier.cut', { day: formats.day(cutUpTo) }, locale)]
		);
		if (out === null) return { json: dossiers, lines: text.trimEnd().split('\n'), notes };
		await writeFile(path(out), text, { mode: 0o600 }).catch(() => {
			throw new Trouble('fileNotWritable', { file: out });
		});
		const n = dossiers.reduce((sum, { events }) => sum + events.length, 0);
		return {
			json: { file: out, publications: dossiers.length, events: n },
			lines: [words('cli.export.written', { file: out, n }, locale)],
			notes
		};
	}
};

/** In a publication that never heard of somebody there is nothing of theirs. */
function unlessUnknown(cause: unknown): null {
	if (troubleIn(cause)?.code !== 'noSuchReader') throw cause;
	return null;
}
