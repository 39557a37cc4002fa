import { MINUTE } from '#lib/duration.ts';
import type { ChildProcess } from 'node:child_process';

/** When a process that ended is begun again, in milliseconds. */
const [SOON, LATE] = [500, MINUTE];

/** Keeps a child process running: one that ends is begun again. @returns what ends it for good */
export function keepRunning(begin: () => ChildProcess): () => void {
	let child: ChildProcess | undefined;
	let wanted = true;
	let pause = SOON;

	function start() {
		const begunAt = Date.now();
		child = begin();
		child.on('exit', () => {
			// what falls over at once would do so again: each time it is given longer
			pause = Date.now() - begunAt < LATE ? Math.min(2 * pause, LATE) : SOON;
			if (wanted) setTimeout(start, pause).unref();
		});
	}
	start();

	return () => {
		wanted = false;
		if (child?.connected) child.disconnect();
	};
}
