import { join } from 'node:path';
import { expect, test } from 'vitest';
import { receiptFigures } from '#lib/server/figures/imports.ts';
import { declareComplete } from '#lib/server/ingest/questions/declare-complete.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { storedReaderStates } from '#lib/server/store/readers/reader-states.ts';
import { newDesk, written, type Desk } from './publication.ts';

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
async function readers(desk: Desk) {
	const states = await storedReaderStates(desk.db, (await desk.publication()).id);
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
async function declare(desk: Desk, id: number, complete: boolean) {
	await declareComplete(desk.db, await desk.publication(), id, complete, actor);
	await workOff(desk.db, () => ({}) as never, Date.now);
}

test('absence means left only where the list is declared complete, and that can be taken back', async () => {
	const desk = await newDesk();
	const receipts = await desk.take(files);
	const late = receipts.find(({ file }) => file === april)!;
	expect(await readers(desk)).toEqual(everybody);

	await declare(desk, late.id, true);
	expect(await readers(desk)).toEqual(withoutBob);
	expect(await receiptFigures(desk.db, await desk.publication(), late.id)).toMatchObject({
		complete: true
	});

	await declare(desk, late.id, false);
	expect(await readers(desk)).toEqual(everybody);

	await declare(desk, late.id, true);
	await desk.undo(late.id);
	expect(await readers(desk)).toEqual([there('2024-01-02'), there('2024-01-03')]);
	expect(await desk.differences()).toEqual([]);
});

test('the order in which complete lists come makes no difference', async () => {
	const found: unknown[] = [];
	for (const order of [
		[january, april],
		[april, january]
	]) {
		const desk = await newDesk();
		for (const name of order) {
			const folder = written({ [name]: files[name] });
			await importPaths(await desk.context({ complete: true }), [join(folder, name)]);
		}
		found.push(await readers(desk));
		expect(await desk.differences()).toEqual([]);
	}
	expect(found[0]).toEqual(found[1]);
	expect(found[0]).toEqual(withoutBob);
});

test('only a list of subscribers can be complete', async () => {
	const desk = await newDesk();
	const clicks = ['email,time,url', 'ana@example.com,2024-01-02 10:00,https://example.com/a'];
	const [receipt] = await desk.take({ 'clicks.csv': text(clicks) });
	const publication = await desk.publication();
	await expect(
		declareComplete(desk.db, publication, receipt!.id, true, actor)
	).rejects.toMatchObject({ code: 'noSuchImport' });
});
