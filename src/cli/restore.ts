import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { recordRestore } from '#lib/server/access/audit.ts';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { restore as putBack } from '#lib/server/upkeep/restore.ts';
import { settling } from './context.ts';
import type { Command } from './command.ts';

/** Puts a backup in the place of the data. */
export const restore: Command = {
	name: 'restore',
	args: 'FILE',
	needs: 1,
	takes: 1,
	options: {},

	async run({ args: [file = ''], settings, locale, ...call }) {
		const now = Date.now();
		const restored = await putBack(settings, call.path(file), now);
		const { madeAt, publications, before, damaged } = restored;
		// what was in the middle of something when the backup was made is brought to order
		const db = await call.db();
		const erasures = await recover(db, now, settling({ ...call, locale }));
		await recordRestore(db, madeAt, now);

		const sentence = (key: string, details: Record<string, string | number> = {}) =>
			words(`cli.restore.${key}`, details, locale);
		const at = createFormats(locale, Intl.DateTimeFormat().resolvedOptions().timeZone).instant(
			madeAt
		);
		return {
			json: { madeAt: new Date(madeAt).toISOString(), publications, before, erased: erasures },
			lines: [
				sentence('done', { at, n: publications }),
				...(erasures > 0 ? [sentence('erased', { n: erasures })] : []),
				...(damaged ? [sentence('damaged')] : []),
				...(before ? [sentence('before', { file: before })] : [])
			]
		};
	}
};
