import type { ChildProcess } from 'node:child_process';

/** When a process that ended is begun again, in milliseconds. */
const [SOON, LATE] = [500, 60_000];

/** Keeps a process beside us that does one thing. @returns what sends it away */
export function employ(begin: () => ChildProcess): () => void {
	let worker: ChildProcess | undefined;
	let employed = true;
	let pause = SOON;

	function start() {
		const begunAt = Date.now();
		worker = begin();
		worker.on('exit', () => {
			// what falls over at once would do so again: each time it is given longer
			pause = Date.now() - begunAt < LATE ? Math.min(2 * pause, LATE) : SOON;
			if (employed) setTimeout(start, pause).unref();
		});
	}
	start();

	return () => {
		employed = false;
		if (worker?.connected) worker.disconnect();
	};
}
