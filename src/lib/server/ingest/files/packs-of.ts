import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Trouble } from '#lib/trouble.ts';
import type { Context } from '../packs/context.ts';
import type { FileEntry } from './entries.ts';
import { Packer, type Pack } from '../packs/pack.ts';
import { readTables, type ReadingOrder } from '../reading/read-tables.ts';
import type { FromThread, ThreadOrder } from './read-thread.ts';

/** Files from this size on are read in a thread of their own, in bytes: starting it takes 0.1 s. */
const worthAThread = 8 * 2 ** 20;

/**
 * The packs of a file, read here or, where it is large, in another thread while the one before is
 * being stored.
 *
 * @returns with them the ids of readers whose places are known beforehand
 */
export function packsOf(
	{ identity, addresses, readers, thread, publication }: Context,
	entry: FileEntry,
	order: ReadingOrder,
	campaign: string
): { packs: AsyncIterable<Pack>; readers: (number | null)[] } {
	const { path, name, size, sealed } = entry;
	if (thread && path !== undefined && size !== null && size >= worthAThread) {
		const asked = { path, name, size, sealed, order, campaign, keys: identity.keys };
		return { packs: packsFromThread(thread, asked), readers: [] };
	}
	const packer = new Packer(identity, publication.id, campaign, addresses, readers.length);
	return { packs: readTables(entry, order, packer), readers };
}

async function* packsFromThread(thread: URL, asked: ThreadOrder): AsyncGenerator<Pack> {
	const worker = new Worker(thread, { workerData: asked });
	try {
		for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
			const { pack, trouble, done } = message as FromThread;
			if (done) return;
			if (trouble) throw new Trouble(trouble.code, trouble.details);
			if (!pack) continue;
			yield pack;
			// it may read one further
			worker.postMessage(null);
		}
		throw new Error('the reading thread ended');
	} finally {
		await worker.terminate();
	}
}
