import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Files } from '../simulate/sample/table.ts';
import { parcels, zip } from './canal.ts';
import { newWorkspace, tempFolder, written } from './publication.ts';

/** As one zip, as a folder, or as files one by one in the order of their list. */
type Shape = 'zip' | 'folder' | 'files';

function pathsOf(name: string, files: Files, shape: Shape): string[] {
	if (shape === 'zip')
		return [join(written({ [`${name}.zip`]: zip(files) }, tempFolder()), `${name}.zip`)];
	const folder = written(files);
	return shape === 'folder' ? [folder] : Object.keys(files).map((path) => join(folder, path));
}

/** Takes parcels in one after the other, each with all that is derived after it. */
async function figuresOf(order: readonly (readonly [name: string, shape: Shape])[]) {
	const workspace = await newWorkspace();
	for (const [name, shape] of order)
		await workspace.import(...pathsOf(name, parcels()[name]!, shape));
	expect(await workspace.differences()).toEqual([]);
	return workspace.figures();
}

const names = Object.keys(parcels());

test('files in any order, as zips, folders or one by one → the same figures', async () => {
	const usual = await figuresOf(names.map((name) => [name, 'zip']));
	const clickers = new Map(usual.issues.map((issue) => [issue.number, issue.clickers]));
	expect(clickers).toEqual(
		new Map([
			[12, 30],
			[13, 30]
		])
	);

	const anyOrder = fc.shuffledSubarray(names, { minLength: names.length });
	const anyShape = fc.array(fc.constantFrom<Shape>('zip', 'folder', 'files'), {
		minLength: names.length,
		maxLength: names.length
	});
	await fc.assert(
		fc.asyncProperty(anyOrder, anyShape, async (order, shapes) => {
			expect(await figuresOf(order.map((name, i) => [name, shapes[i]!]))).toEqual(usual);
		}),
		{
			numRuns: 6,
			endOnFailure: true,
			examples: [
				[
					['numeros', 'clics', 'mailchimp-export', 'listmonk', 'substack-export', 'notes'],
					names.map(() => 'files')
				],
				[[...names].reverse(), names.map(() => 'folder')]
			]
		}
	);
});

test('all files at once → the figures of one by one', async () => {
	const workspace = await newWorkspace();
	const folder = tempFolder();
	for (const [name, files] of Object.entries(parcels()))
		written({ [`${name}.zip`]: zip(files) }, folder);
	await workspace.import(folder);

	expect(await workspace.figures()).toEqual(await figuresOf(names.map((name) => [name, 'zip'])));
	expect(await workspace.differences()).toEqual([]);
});

test('files that know more or less of the program behind a click → the same clients in any order, and after undo', async () => {
	const rows = Array.from({ length: 6 }, (_, i) => `r${i}@example.com,2026-03-02 10:11:0${i}`);
	const link = 'https://example.com/a,Lettre 12';
	const bytes = (text: string) => new TextEncoder().encode(text);
	const texts = {
		'clicks-devices.csv': `Email,Timestamp,Link,Campaign,Device\n${rows
			.map((row, i) => `${row},${link},${i % 2 ? 'mobile' : ''}\n`)
			.join('')}`,
		'clicks-agents.csv': `Email,Timestamp,Link,Campaign,User agent\n${rows
			.slice(2)
			.map((row, i) => `${row},${link},${i % 2 ? 'GoogleImageProxy' : 'Mozilla/5.0 Firefox/130'}\n`)
			.join('')}`,
		'clicks.csv': `Email,Timestamp,Link,Campaign\n${rows.map((row) => `${row},${link}\n`).join('')}`
	};
	async function clientsOf(names: readonly (keyof typeof texts)[]) {
		const workspace = await newWorkspace();
		for (const name of names) await workspace.take({ [name]: bytes(texts[name]) });
		expect(await workspace.differences()).toEqual([]);
		const clients = () =>
			workspace.db.all(sql`
				SELECT e.second, e.verdict, c.machine, c.agent, c.device FROM click_event e
				JOIN client c ON c.id = e.client_id ORDER BY 1`);
		return { workspace, clients };
	}

	const some = await clientsOf(['clicks.csv', 'clicks-devices.csv']);
	const before = await some.clients();
	await some.workspace.take({ 'clicks-agents.csv': bytes(texts['clicks-agents.csv']) });
	const all = await some.clients();
	expect(all).not.toEqual(before);

	const other = await clientsOf(['clicks-agents.csv', 'clicks-devices.csv', 'clicks.csv']);
	expect(await other.clients()).toEqual(all);

	const added = (await some.workspace.receipts()).find(({ file }) => file === 'clicks-agents.csv');
	await some.workspace.undo(added!.id);
	expect(await some.clients()).toEqual(before);
	expect(await some.workspace.differences()).toEqual([]);
});
