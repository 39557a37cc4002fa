import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { words } from '#lib/messages/words.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Command } from './command.ts';
import { keepRunning } from './keep-running.ts';
import { RESTARTED, supervise } from './supervise.ts';

/** What is being answered is cut off after three seconds; then the process has to be gone. */
const GRACE = 8000;

/** The built command line, beside which this is built. */
const main = fileURLToPath(new URL('./main.js', import.meta.url));

/**
 * Begins the process that serves pages and those beside it, and watches over them: a page that
 * takes its whole process with it is no reason to serve none any more.
 */
export const start: Command = {
	name: 'start',
	args: '',
	needs: 0,
	takes: 0,
	options: {},

	async run({ settings: { watchdog }, locale, talk }) {
		if (!(watchdog >= 0))
			throw new Trouble('badNumber', { given: process.env.WATCHDOG_SECONDS ?? '' });
		// a long import would hold mails and alerts up that share its process
		const sides = ['work', 'mail'];
		let dismiss: (() => void)[] = [];

		const { stop, ended } = supervise({
			begin: (again) => fork(main, ['serve', ...(again ? [RESTARTED] : [])]),
			timeout: watchdog * 1000,
			grace: GRACE,
			onReady() {
				dismiss = sides.map((side) => keepRunning(() => fork(main, [side])));
			},
			onIncident(incident) {
				const n = incident === 'killed' ? GRACE / 1000 : watchdog;
				talk(words(`cli.${incident}`, { n }, locale));
			}
		});
		process.on('SIGINT', stop);
		process.on('SIGTERM', stop);

		const code = await ended;
		dismiss.forEach((leave) => leave());
		return code === 0 ? null : { json: null, lines: [], code };
	}
};
