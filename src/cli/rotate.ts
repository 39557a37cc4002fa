import { words } from '#lib/messages/words.ts';
import { reseal } from '#lib/server/access/reseal.ts';
import { secretOf } from '#lib/server/access/secret.ts';
import { rotateSpoolKey } from '#lib/server/ingest/files/rotate-spool.ts';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { isAlone, rotateKeys } from '#lib/server/upkeep/rotate.ts';
import { Trouble } from '#lib/trouble.ts';
import { settling } from './context.ts';
import type { Command } from './command.ts';

/** Makes new keys, and has all that rests on the old ones rest on these. */
export const rotate: Command = {
	name: 'rotate-keys',
	args: '',
	needs: 0,
	takes: 0,
	options: {},

	async run({ settings, locale, ...call }) {
		if (!(await isAlone(settings)))
			throw new Trouble('databaseInUse', { place: settings.databaseUrl });
		const db = await call.db();
		const now = Date.now();
		await recover(db, now, settling({ ...call, locale }));
		const { readers, people } = await rotateKeys(db, settings, { secretOf, reseal }, now);
		const files = await rotateSpoolKey(db, settings.data);
		const sentence = (key: string, details: Record<string, string | number> = {}) =>
			words(`cli.rotate.${key}`, details, locale);
		return {
			json: { readers, secondSteps: people, files },
			lines: [
				sentence('readers', { n: readers }),
				sentence('sessions', { n: people }),
				sentence('files', { n: files })
			],
			notes: [sentence('note')]
		};
	}
};
