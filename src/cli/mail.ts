import { setTimeout as sleep } from 'node:timers/promises';
import { sendDue } from '#lib/server/mail/outbox.ts';
import type { Command } from './command.ts';
import { outboxOf } from './outbox.ts';

/** How often it is asked whether a report or an alert is to go out, in milliseconds. */
const OFTEN = 5000;

/** How soon it is seen that the parent is gone, in milliseconds. */
const SOON = 400;

/**
 * Sends what is due, beside the processes that serve pages and take files in: a long import holds no
 * mail up. Ends with its parent.
 */
export const mail: Command = {
	name: 'mail',
	args: '',
	needs: 0,
	takes: 0,
	options: {},

	async run(call) {
		const outbox = outboxOf(call.settings);
		const db = await call.db();
		// asked to stop at the terminal as well, which reaches us both: the parent decides
		process.on('SIGINT', () => {});

		let sent = 0;
		// false once the parent is gone, also where it went before we were ready to hear of it
		while (process.connected !== false) {
			if (Date.now() - sent > OFTEN) {
				await sendDue(db, outbox);
				sent = Date.now();
			}
			await sleep(SOON);
		}
		return null;
	}
};
