import { fork } from 'node:child_process';
import { isOutdated, open } from '#lib/server/store/sql/open.ts';
import type { Settings } from '#lib/server/settings.ts';
import type { Command } from './command.ts';

/** What the process that migrates tells the one that waits for it. */
type Step = { done: number; of: number };

/**
 * Brings the database up to date: a process of its own, because the driver blocks the one that asks
 * it, and `/health` has to be answered meanwhile.
 */
export const migrate: Command = {
	name: 'migrate',
	args: '',
	needs: 0,
	takes: 0,
	options: {},

	async run({ settings: { databaseUrl: url, authToken } }) {
		const onMigrate = (done: number, of: number) => process.send?.({ done, of } satisfies Step);
		(await open(url, { authToken, onMigrate })).$client.close();
		if (process.connected) process.disconnect();
		return null;
	}
};

/**
 * Has an outdated database be brought up to date, in a process beside. What goes wrong there it says
 * itself; whoever opens the database afterwards meets it again.
 *
 * @param tell hears how far it is, 0..1
 */
export async function migrateBeside(
	{ databaseUrl, authToken }: Settings,
	tell: (share: number) => void
): Promise<void> {
	if (!(await isOutdated(databaseUrl, authToken))) return;
	tell(0);
	const child = fork(process.argv[1]!, ['migrate'], {
		stdio: ['ignore', 'inherit', 'ignore', 'ipc']
	});
	child.on('message', (message) => {
		const { done, of } = message as Step;
		tell(done / of);
	});
	await new Promise((over) => child.once('exit', over));
}
