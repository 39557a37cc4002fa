import { MINUTE } from '#lib/duration.ts';
import type { ChildProcess } from 'node:child_process';

/** What the two processes tell each other: the child that it turns, the parent that it is to end. */
export const HEARTBEAT = 'beat';
/** What a process is told through its channel that is to end by itself. */
export const STOP = 'stop';

/** The argument of a process that is begun in place of one that ended. */
export const RESTARTED = 'again';

/** What the parent says when something happened to the child; `killed`: it did not end when it was asked to. */
export type Incident = 'stalled' | 'fell' | 'gaveUp' | 'killed';

type Options = {
	/** begins the process, with a channel to it */
	begin(again: boolean): ChildProcess;
	/** how long it may stand still once it has been heard of, in milliseconds; 0: for ever */
	timeout: number;
	/** how long it is given to end by itself, in milliseconds */
	grace: number;
	/** how often it is looked at, in milliseconds */
	interval?: number;
	onReady(): void;
	onIncident(incident: Incident): void;
};

/** How often it is looked at, in milliseconds. */
const INTERVAL = 500;

/** One that lived shorter than this fell over its own start; so many in a row are enough. */
const SHORT = MINUTE;
const MOST_FALLS = 5;

/**
 * Watches over a process that tells again and again that its event loop turns. From its first word
 * on, one that stands still is killed and begun again, and so is one that ended unasked; one that
 * cannot even start, or falls over again and again, ends the watch.
 *
 * @returns what ends it (a second time at once), and the exit code when all has ended
 */
export function supervise(options: Options) {
	const { begin, timeout, grace, interval = INTERVAL, onReady, onIncident } = options;
	let child: ChildProcess | null = null;
	let [ready, everReady, stalled, asked] = [false, false, false, false];
	let silent = 0;
	let falls = 0;
	let pause: NodeJS.Timeout | undefined;
	let end: (code: number) => void;
	const ended = new Promise<number>((resolve) => (end = resolve));

	function start() {
		const begunAt = Date.now();
		[ready, stalled, silent] = [false, false, 0];
		child = begin(everReady);
		child.on('message', (message) => {
			if (message !== HEARTBEAT) return;
			silent = 0;
			ready = true;
			if (!everReady) onReady();
			everReady = true;
		});
		child.once('exit', (code) => {
			child = null;
			if (asked) return end(0);
			if (!everReady) return end(code ?? 1);
			again(Date.now() - begunAt);
		});
	}

	function again(lived: number) {
		if (stalled) return start();
		falls = lived < SHORT ? falls + 1 : 1;
		onIncident(falls > MOST_FALLS ? 'gaveUp' : 'fell');
		if (falls > MOST_FALLS) return end(1);
		pause = setTimeout(start, interval * 2 ** (falls - 1));
	}

	// counted in looks and not by the clock: a machine that slept has not seen the child stand still
	const watch = setInterval(() => {
		if (!child || !ready || stalled || timeout === 0) return;
		silent += interval;
		if (silent < timeout) return;
		stalled = true;
		if (!asked) onIncident('stalled');
		child.kill('SIGKILL');
	}, interval);

	function stop() {
		const order = asked;
		asked = true;
		clearTimeout(pause);
		if (!child) return end(0);
		if (order) return child.kill('SIGKILL');
		// before it is ready it has nothing to finish, and does not listen
		if (ready && child.connected) child.send(STOP, () => {});
		else child.kill('SIGTERM');
		setTimeout(() => {
			if (child?.kill('SIGKILL')) onIncident('killed');
		}, grace).unref();
	}

	start();
	return { stop, ended: ended.finally(() => clearInterval(watch)) };
}
