import { expect, test } from 'vitest';
import type { Publication } from '../store/publications.ts';
import { open } from '../store/sql/open.ts';
import { beside, makeBeside } from './beside.ts';

/** A thread that answers whatever it is asked with what it was given. */
const program = new URL(
	`data:text/javascript,${encodeURIComponent(`
		import { parentPort } from 'node:worker_threads';
		parentPort.on('message', ({ n, name, given }) => parentPort.postMessage({ n, value: [name, ...given] }));
	`)}`
);

/** What keeps this process from ending. */
const kept = () => process.getActiveResourcesInfo().filter((what) => what === 'MessagePort');

test('a thread that has answered → no reason for the process to go on when it is told to end', async () => {
	const db = await open(':memory:');
	const before = kept();
	makeBeside(db, program, { url: ':memory:', authToken: undefined, replica: null });
	const asked = beside('asked', async (_, __, n: number) => [n]);
	const publication = { id: 7 } as Publication;
	expect(await asked(db, publication, 21)).toEqual(['asked', { id: 7 }, 21]);
	expect(kept()).toEqual(before);
	db.$client.close();
});
