import { words } from '#lib/messages/words.ts';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { undoImport } from '#lib/server/ingest/undo.ts';
import { Trouble } from '#lib/trouble.ts';
import { settling } from './context.ts';
import type { Command } from './command.ts';

/** Undoes an import. */
export const undo: Command = {
	name: 'undo',
	args: 'IMPORT',
	needs: 1,
	takes: 1,
	options: {},

	async run({ args: [given = ''], db, locale, talk }) {
		if (!/^\d{1,9}$/.test(given)) throw new Trouble('badNumber', { given });
		await recover(await db(), Date.now(), settling({ talk, locale }));
		const receipt = await undoImport(await db(), Number(given), Date.now(), () =>
			talk(words('cli.waiting', {}, locale))
		);

		return {
			json: receipt,
			lines: [words('cli.undone', { id: receipt.id, file: receipt.file }, locale)]
		};
	}
};
