import { watch } from 'node:fs';

/** A copy in progress changes all the time: it is looked at when it has been still this long, in milliseconds. */
const still = 3000;

/** Notices what is dropped into the inbox while the program runs. */
export function watchInbox(folder: string): { isDue(): boolean } {
	let changedAt: number | null = null;
	try {
		const watcher = watch(folder, { recursive: true, persistent: false }, () => {
			changedAt = performance.now();
		});
		// a folder that goes away is no reason to stop: the next start looks again
		watcher.on('error', () => watcher.close());
	} catch {
		// no inbox, nothing to watch
	}
	return {
		isDue() {
			if (changedAt === null || performance.now() - changedAt < still) return false;
			changedAt = null;
			return true;
		}
	};
}
