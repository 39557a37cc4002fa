import { on } from 'node:events';
import type { KeyObject } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { Trouble } from '#lib/trouble.ts';
import { fileEntry, spooledEntry } from './entries.ts';
import { identityFromKeys } from '../packs/identity.ts';
import { Packer, type Pack } from '../packs/pack.ts';
import { readTables, type ReadingOrder } from '../reading/read-tables.ts';

// The program of a thread that reads one file (packs-of.ts).

export type ThreadOrder = {
	path: string;
	name: string;
	size: number;
	/** it lies in the spool, encrypted */
	sealed?: boolean;
	order: ReadingOrder;
	campaign: string;
	keys: KeyObject[];
};

export type FromThread = {
	pack?: Pack;
	trouble?: Pick<Trouble, 'code' | 'details'>;
	done?: boolean;
};

/** Packs that may be on their way: one is stored while the next is read, and one lies ready. */
const most = 2;

async function readForOther({ path, name, size, sealed, order, campaign, keys }: ThreadOrder) {
	const port = parentPort!;
	const credits = on(port, 'message');
	const packer = new Packer(identityFromKeys(keys), order.publicationId, campaign);
	const entry = (sealed ? spooledEntry : fileEntry)(path, name, size);
	let out = 0;
	try {
		for await (const pack of readTables(entry, order, packer)) {
			if (out++ >= most) await credits.next();
			port.postMessage({ pack } satisfies FromThread, buffersOf(pack));
		}
		port.postMessage({ done: true } satisfies FromThread);
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		const { code, details } = error;
		port.postMessage({ trouble: { code, details } } satisfies FromThread);
	}
	// waits to be ended: whoever asked still has packs to take
}

/** What is handed over instead of copied. */
function buffersOf({ events, readers, domains }: Pack): ArrayBuffer[] {
	const columns = [...events.values()].flatMap((rows) => [
		rows.send,
		rows.url,
		rows.day,
		rows.reader,
		rows.second,
		rows.client
	]);
	return [...columns, readers.hashes, readers.domain, domains.hashes].map(({ buffer }) => buffer);
}

await readForOther(workerData as ThreadOrder);
