import { createServer } from 'node:net';

/** Below what systems give out by themselves (from 32,768 on Linux): what is free stays so until it is used. */
const FIRST = 12_000;
/** Each worker, of flows or of pages, has so many to itself. */
const OWN = 200;
const worker = Number(process.env.VITEST_POOL_ID ?? process.env.TEST_PARALLEL_INDEX ?? 0) % 64;
let used = process.pid;

/**
 * A port that nothing listens on, and that is given to nobody else.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
	for (;;) {
		const port = FIRST + worker * OWN + (used++ % OWN);
		if (await isFree(port)) return port;
	}
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
	return new Promise((resolve) => {
		const server = createServer()
			.once('error', () => resolve(false))
			.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}
