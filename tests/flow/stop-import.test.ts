import { expect, test } from 'vitest';
import { knownUploads } from '#lib/server/ingest/files/known-uploads.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { enqueueUndo, requestStop, takeUpload } from '#lib/server/ingest/files/upload.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { receiptFigures } from '#lib/server/figures/imports.ts';
import { rememberInboxFile } from '#lib/server/store/events/inbox-files.ts';
import type { About } from '#lib/server/ingest/reading/tell-table.ts';
import { listImports } from '#lib/server/store/events/imports.ts';
import { frenchFile, frenchRows } from './canal.ts';
import { newWorkspace } from './publication.ts';

/** A workspace whose files come as uploads do. */
async function uploads() {
	const workspace = await newWorkspace();
	const publication = await workspace.publication();
	const terms = { data: workspace.data, by: null, now: Date.now() };
	const context = await workspace.context({
		spool: spoolFolder(workspace.data),
		again: false
	});
	return {
		...workspace,
		publication,
		send: async (name = 'clics.csv', about: About = {}) => {
			async function* body() {
				yield frenchFile();
			}
			return (await takeUpload(workspace.db, publication, name, body(), { ...terms, about })).id;
		},
		stop: (id: number) => requestStop(workspace.db, publication, id, Date.now()),
		/** @param each is told of each pack of rows that was kept */
		workOff: (each?: (id: number) => Promise<void>) =>
			workOff(
				workspace.db,
				(one) => ({
					...context,
					publication: one,
					...(each && { onProgress: ({ importId }: { importId: number }) => each(importId) })
				}),
				Date.now
			),
		receipt: (id: number) => receiptFigures(workspace.db, publication, id),
		rows: () => listImports(workspace.db, publication.id)
	};
}

test('a file stopped while it waits → nothing of it is stored, and it may be sent once more', async () => {
	const { send, stop, workOff, rows } = await uploads();
	await stop(await send());
	await workOff();
	expect(await rows()).toMatchObject([
		{ state: 'failed', trouble: { code: 'importStopped' }, rows: 0, spool: null }
	]);

	await send();
	await workOff();
	expect((await rows())[0]).toMatchObject({ state: 'done', accepted: frenchRows().length });
});

test('a file stopped while it is read → what was stored of it is taken back', async () => {
	const { send, stop, workOff, rows, differences } = await uploads();
	await send();
	await workOff((running) => stop(running));
	expect(await rows()).toMatchObject([{ state: 'failed', trouble: { code: 'importStopped' } }]);
	expect(await differences()).toEqual([]);

	await send();
	await workOff();
	expect((await rows())[0]).toMatchObject({ state: 'done', accepted: frenchRows().length });
});

test('a file that ended → there is nothing to stop', async () => {
	const { send, stop, workOff } = await uploads();
	const id = await send();
	await workOff();
	await expect(stop(id)).rejects.toMatchObject({ code: 'importMovedOn' });
	await expect(stop(id + 1)).rejects.toMatchObject({ code: 'noSuchImport' });
});

test('the same file sent again → it is said which import it is', async () => {
	const { db, publication, send, workOff } = await uploads();
	const first = await send();
	await workOff();
	const again = await send('clics (1).csv');
	await workOff();

	const known = await knownUploads(db, publication, [first, again, 999]);
	expect(known).toMatchObject([{ id: again, was: first, name: 'clics.csv' }]);
	// its number is given to no other: whoever asks by it would be told of a stranger's file
	const third = await send('clics (2).csv');
	expect(third).toBeGreaterThan(again);
	await workOff();
	expect(await knownUploads(db, publication, [again, third])).toMatchObject([
		{ id: again, was: first },
		{ id: third, was: first }
	]);
});

test.each([
	['by a person on the page', true, ['undone', 'done']],
	['by a script that sends all it has', false, ['undone']]
] as const)(
	'an undone file sent again %s → it is read, or stays out',
	async (_who, again, states) => {
		const { send, workOff, rows, db, publication } = await uploads();
		const id = await send();
		await workOff();
		await enqueueUndo(db, publication, id);
		await workOff();
		await send('clics.csv', again ? { again } : {});
		await workOff();
		expect(
			(await rows())
				.map(({ state }) => state)
				.sort()
				.reverse()
		).toEqual(states);
	}
);

test('an undone file of the name of one in the inbox → is not offered from there', async () => {
	const { send, workOff, db, publication, receipt } = await uploads();
	const id = await send();
	await workOff();
	await enqueueUndo(db, publication, id);
	await workOff();
	const seen = { path: 'key/clics.csv', bytes: 1, modifiedAt: 0, hash: '' };
	await rememberInboxFile(db, seen, '');
	expect(await receipt(id)).toMatchObject({ state: 'undone', again: false });
	await rememberInboxFile(db, { ...seen, bytes: frenchFile().length }, '');
	expect(await receipt(id)).toMatchObject({ again: true });
});
