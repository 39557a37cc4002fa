import { join } from 'node:path';
import { expect, test } from 'vitest';
import { receiptFigures } from '#lib/server/figures/imports.ts';
import { declareComplete } from '#lib/server/ingest/questions/declare-complete.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { storedReaderStates } from '#lib/server/store/readers/reader-states.ts';
import { newWorkspace, written, type Workspace } from './publication.ts';

const actor = { by: null, now: 0 };

function list(...rows: [name: string, joined: string][]) {
	const lines = rows.map(([name, joined]) => `${name}@example.com,${joined}`);
	return text(['Email,Joined at', ...lines]);
}

function text(lines: string[]) {
	return new TextEncoder().encode(lines.join('\n'));
}

const ana: [string, string] = ['ana', '2024-01-02'];
const bob: [string, string] = ['bob', '2024-01-03'];
const cleo: [string, string] = ['cleo', '2024-03-04'];
const files = {
	'members-2024-02-01.csv': list(ana, bob),
	'members-2024-04-01.csv': list(ana, cleo)
};
const [january, april] = Object.keys(files) as [keyof typeof files, keyof typeof files];

/** Who is there and who left when, by when they joined: readers have no names. */
async function readers(workspace: Workspace) {
	const states = await storedReaderStates(workspace.db, (await workspace.publication()).id);
	return states
		.map(({ joined, left, status }) => ({
			joined: new Date(joined!).toISOString().slice(0, 10),
			left: left === null ? null : new Date(left).toISOString().slice(0, 10),
			status
		}))
		.sort((a, b) => (a.joined < b.joined ? -1 : 1));
}

const there = (joined: string) => ({ joined, left: null, status: 'active' });
const everybody = [there('2024-01-02'), there('2024-01-03'), there('2024-03-04')];
const withoutBob = [
	there('2024-01-02'),
	{ joined: '2024-01-03', left: '2024-04-01', status: 'left' },
	there('2024-03-04')
];

/** Says at the receipt of a list whether it is complete, and lets the worker do its part. */
async function declare(workspace: Workspace, id: number, complete: boolean) {
	await declareComplete(workspace.db, await workspace.publication(), id, complete, actor);
	await workOff(workspace.db, () => ({}) as never, Date.now);
}

test('a list declared complete → readers missing from it have left, until that is taken back', async () => {
	const workspace = await newWorkspace();
	const receipts = await workspace.take(files);
	const late = receipts.find(({ file }) => file === april)!;
	expect(await readers(workspace)).toEqual(everybody);

	await declare(workspace, late.id, true);
	expect(await readers(workspace)).toEqual(withoutBob);
	expect(await receiptFigures(workspace.db, await workspace.publication(), late.id)).toMatchObject({
		complete: true
	});

	await declare(workspace, late.id, false);
	expect(await readers(workspace)).toEqual(everybody);

	await declare(workspace, late.id, true);
	await workspace.undo(late.id);
	expect(await readers(workspace)).toEqual([there('2024-01-02'), there('2024-01-03')]);
	expect(await workspace.differences()).toEqual([]);
});

test('complete lists in either order → the same readers have left', async () => {
	const results: unknown[] = [];
	for (const order of [
		[january, april],
		[april, january]
	]) {
		const workspace = await newWorkspace();
		for (const name of order) {
			const folder = written({ [name]: files[name] });
			await importPaths(await workspace.context({ complete: true }), [join(folder, name)]);
		}
		results.push(await readers(workspace));
		expect(await workspace.differences()).toEqual([]);
	}
	expect(results[0]).toEqual(results[1]);
	expect(results[0]).toEqual(withoutBob);
});

test('a file of clicks declared complete → refused', async () => {
	const workspace = await newWorkspace();
	const clicks = ['email,time,url', 'ana@example.com,2024-01-02 10:00,https://example.com/a'];
	const [receipt] = await workspace.take({ 'clicks.csv': text(clicks) });
	const publication = await workspace.publication();
	await expect(
		declareComplete(workspace.db, publication, receipt!.id, true, actor)
	).rejects.toMatchObject({ code: 'noSuchImport' });
});
