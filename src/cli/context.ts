import { existsSync } from 'node:fs';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import type { Context } from '#lib/server/ingest/packs/context.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { Interned } from '#lib/server/ingest/packs/interned.ts';
import type { RederiveProgress } from '#lib/server/derive/renew-rollups.ts';
import type { Call } from './command.ts';

/** Beside the built command line (vite.cli.config.ts). */
const thread = new URL('./read-thread.js', import.meta.url);

/** Lines of progress come at most this often, in milliseconds. */
const OFTEN = 1000;

/** What one command adds to what its imports have in common. */
type Own = Partial<
	Pick<Context, 'zone' | 'map' | 'complete' | 'again' | 'spool' | 'about' | 'onReject'>
>;

/** Makes the context in which files of one publication are taken in. */
export async function contextMaker(
	call: Call,
	own: Own = {}
): Promise<(publication: Context['publication']) => Context> {
	const db = await call.db();
	const identity = await openIdentity(db, call.settings.data, call.settings.readerKey);
	const formats = createFormats(call.locale, 'UTC');
	const due = pace();

	return (publication) => ({
		db,
		identity,
		publication,
		now: Date.now,
		by: null,
		zone: null,
		map: null,
		complete: false,
		again: false,
		addresses: new Interned(),
		readers: [],
		onProgress({ file, rows }) {
			if (due()) call.talk(words('cli.reading', { file, rows: formats.number(rows) }, call.locale));
		},
		onWait: () => call.talk(words('cli.waiting', {}, call.locale)),
		...(existsSync(thread) && { thread }),
		...own
	});
}

/** Says how far it is with what follows from the files. */
export function settling({ talk, locale }: Pick<Call, 'talk' | 'locale'>): RederiveProgress {
	const due = pace();
	return (done, of) => {
		if (due()) talk(words('cli.settling', { done, of }, locale));
	};
}

/** Whether it is time for another line: not at first, so that what is quick stays silent. */
function pace(): () => boolean {
	let last = Date.now();
	return () => {
		const now = Date.now();
		if (now - last < OFTEN) return false;
		last = now;
		return true;
	};
}
