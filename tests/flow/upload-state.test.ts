import { expect, test } from 'vitest';
import { uploadState } from '#lib/server/ingest/files/upload-state.ts';
import { newWorkspace } from './publication.ts';

const file = () =>
	new TextEncoder().encode('Canal;Du;Au;Dépense\nSalon;01/02/2026;28/02/2026;100,00\n');

test('a file that was sent → imported, of its publication alone; no such number → nothing', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'depenses.csv': file() });
	const publication = await workspace.publication();
	const state = (id: number, of = publication) => uploadState(workspace.db, of, id);
	expect(await state(1)).toMatchObject({ state: 'done', id: 1 });
	expect(await state(1, { ...publication, id: 99 })).toBeNull();
	expect(await state(77)).toBeNull();
	expect(await state(Number.NaN)).toBeNull();
});
