import { setTimeout as sleep } from 'node:timers/promises';
import { DAY, MINUTE } from '#lib/duration.ts';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { words } from '#lib/messages/words.ts';
import { recordExport, sweepAudit } from '#lib/server/access/audit.ts';
import { enqueueInbox, recover } from '#lib/server/ingest/files/inbox.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { watchInbox } from '#lib/server/ingest/files/watch-inbox.ts';
import { sweepCopies } from '#lib/server/ingest/files/shared-spool.ts';
import { enqueueRemovals } from '#lib/server/ingest/remove-publications.ts';
import { enqueueRetention } from '#lib/server/ingest/retain.ts';
import { sweepSpool, workOff } from '#lib/server/ingest/files/worker.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { backupIfDue, type BackupPlan } from '#lib/server/upkeep/scheduled-backup.ts';
import { troubleIn, unforeseen } from '#lib/trouble.ts';
import type { Call, Command } from './command.ts';
import { contextMaker } from './context.ts';

/** How often it is asked whether something waits, in milliseconds. */
const OFTEN = 400;

/** And whether a backup is due, or a copy of an upload that is gone. */
const SELDOM = MINUTE;

/**
 * Takes in what people upload or drop into the inbox, beside the process that serves pages: whoever
 * writes much blocks whoever shares a process with it. Ends with its parent.
 */
export const work: Command = {
	name: 'work',
	args: '',
	needs: 0,
	takes: 0,
	options: {},

	async run(call) {
		const db = await call.db();
		const begin = await contextMaker(call, { spool: spoolFolder(call.settings.data) });
		let swept = 0;
		let looked = 0;

		// asked to stop at the terminal as well, which reaches us both: the parent decides
		process.on('SIGINT', () => {});

		// what the last worker left in the middle, if it fell over it
		await recover(db, Date.now());

		const inbox = watchInbox(call.settings.imports);
		// false once the parent is gone, also where it went before we were ready to hear of it
		while (process.connected !== false) {
			if (inbox.isDue()) await enqueueInbox(db);
			await workOff(
				db,
				(publication, by) => ({ ...begin(publication), by }),
				Date.now,
				call.settings.imports
			);
			if (Date.now() - swept > DAY) {
				await sweepSpool(db, call.settings.data, Date.now());
				await sweepAudit(db, Date.now());
				await enqueueRetention(db, Date.now());
				swept = Date.now();
			}
			if (Date.now() - looked > SELDOM) {
				await enqueueRemovals(db, Date.now());
				await sweepCopies(db, Date.now());
				if (call.settings.backups) await backUp(call, db, call.settings.backups);
				looked = Date.now();
			}
			await sleep(OFTEN);
		}
		return null;
	}
};

/** Makes a backup if it is time; one that fails is said, and tried again, while everything goes on. */
async function backUp({ settings, talk, locale }: Call, db: Db, plan: BackupPlan) {
	try {
		const file = await backupIfDue(db, settings, plan, Date.now());
		if (file) await recordExport(db, null, 'exports.backup', { scheduled: true }, Date.now());
	} catch (cause) {
		const trouble = troubleIn(cause);
		const why = trouble
			? troubleWords(trouble.code, trouble.details, locale)
			: unforeseen(cause).split('\n')[0]!;
		talk(words('cli.backup.failed', { why }, locale));
	}
}
