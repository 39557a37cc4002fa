import { relative } from 'node:path';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { readersKept } from '#lib/server/editing/privacy.ts';
import { everyPublication, publicationOf } from '#lib/server/figures/publications.ts';
import { eraseReader, filesNaming, forgetRefused, type Erasure } from '#lib/server/ingest/erase.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { settling } from './context.ts';
import type { Command } from './command.ts';
import { textOption } from './options.ts';

/** Erases one reader, everywhere unless one publication is named: whoever asks for it means all. */
export const erase: Command = {
	name: 'erase',
	args: 'ADDRESS',
	needs: 1,
	takes: 1,
	options: { publication: { type: 'string', value: 'NAME' } },

	async run({ args: [address = ''], options, settings, locale, ...call }) {
		const db = await call.db();
		const identity = await openIdentity(db, settings.data, settings.readerKey);
		await recover(db, Date.now(), settling({ ...call, locale }));

		const named = textOption(options, 'publication');
		const publications =
			named === null ? await everyPublication(db) : [await publicationOf(db, named)];
		const erased: Erasure[] = [];
		for (const publication of publications)
			erased.push(
				await eraseReader(db, publication, address, identity, { by: null, now: Date.now() })
			);
		const cut: number[] = [];
		for (const publication of publications) {
			const { upTo } = await readersKept(db, publication);
			if (upTo !== null) cut.push(upTo);
		}
		const texts = erased.reduce((n, one) => n + one.texts, 0);
		const refused = await forgetRefused(db, settings.data, address);
		const files = await filesNaming(settings.imports, address);

		const sentence = (key: string, details: Record<string, string | number> = {}) =>
			words(`cli.erase.${key}`, details, locale);
		return {
			json: { publications: erased, refused, files },
			lines: [
				...erased.map(({ known, ...counts }) => sentence(known ? 'done' : 'unknown', counts)),
				...cut.map((upTo) =>
					words('dossier.cut', { day: createFormats(locale, 'UTC').day(upTo) }, locale)
				),
				...(texts > 0 ? [sentence('texts', { n: texts })] : []),
				...(refused > 0 ? [sentence('refused', { n: refused })] : []),
				...(files.length > 0 ? [sentence('files', { n: files.length })] : []),
				...files.map((file) => `  ${relative(call.path('.'), file)}`)
			]
		};
	}
};
