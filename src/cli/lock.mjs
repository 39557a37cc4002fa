import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Touched every second while somebody works; left alone this long, they have died. */
const ABANDONED = 15_000;

/**
 * Does something that only one process may do at a time. The lock is a folder: making one either
 * succeeds or not. Its time is the holder's pulse, which no reused process id can fake.
 *
 * @template T
 * @param {string} lock path of the folder
 * @param {(key: string) => string} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function whileHolding(lock, say, work) {
	mkdirSync(dirname(lock), { recursive: true });

	for (let tries = 0; !take(lock); tries++) {
		if (tries === 0) process.stderr.write(`${say('launch.waiting')}\n`);
		if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
		else await sleep(250);
	}

	const pulse = setInterval(() => utimesSync(lock, new Date(), new Date()), 1000);
	try {
		return await work();
	} finally {
		clearInterval(pulse);
		rmSync(lock, { recursive: true, force: true });
	}
}

function take(lock) {
	try {
		mkdirSync(lock);
		return true;
	} catch (error) {
		if (error.code === 'EEXIST') return false;
		throw error;
	}
}

function isAbandoned(lock) {
	const stats = statSync(lock, { throwIfNoEntry: false });
	return stats !== undefined && Date.now() - stats.mtimeMs > ABANDONED;
}
