import { symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changePublication, makePublication } from '#lib/server/editing/publications.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { publicationFor, publicationMeant } from '#lib/server/ingest/publication.ts';
import { importInbox } from '#lib/server/ingest/files/inbox.ts';
import { rejectFigures } from '#lib/server/figures/imports.ts';
import { enqueueReimport, enqueueUndo } from '#lib/server/ingest/files/upload.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { rejectTable } from '#lib/columns/tables/rejects.ts';
import { createFormats } from '#lib/messages/format.ts';
import { bytes } from '../simulate/sample/table.ts';
import { frenchFile, frenchRows, parcels, zip } from './canal.ts';
import { newWorkspace, tempFolder, written, type Workspace } from './publication.ts';
import type { Receipt } from '#lib/server/ingest/files/receipt.ts';

const all = Object.entries(parcels()).map(([name, files]): [string, Uint8Array] => [
	`${name}.zip`,
	zip(files)
]);
const everything = Object.fromEntries(all);
const empty = { topics: [], items: [], sections: [], issues: [] };

function adds({ rows, accepted, duplicate, rejected, skipped }: Receipt) {
	return rows === accepted + duplicate + rejected + skipped;
}

const counted = (receipts: Receipt[], what: 'accepted' | 'duplicate') =>
	receipts.reduce((n, receipt) => n + receipt[what], 0);

/** Whether every receipt of a workspace adds up as of now. */
async function expectSound(workspace: Workspace) {
	expect(await workspace.differences()).toEqual([]);
	for (const receipt of await workspace.receipts()) {
		expect(adds(receipt)).toBe(true);
		if (receipt.state !== 'done') continue;
		if (receipt.kind === 'clicks') expect(joined(receipt)).toBe(receipt.accepted);
		else expect(joined(receipt)).toBe(0);
	}
}

const joined = ({ matched, ambiguous, unmatched }: Receipt) => matched + ambiguous + unmatched;

test('the same files again → no figure changes, and their receipts say that they are known', async () => {
	const workspace = await newWorkspace();
	const first = await workspace.take(everything);
	const before = await workspace.figures();
	const again = await workspace.take(everything);

	expect(again.every(({ state }) => state === 'known')).toBe(true);
	expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
	expect(counted(again, 'accepted')).toBe(0);
	expect(again.every(adds)).toBe(true);
	expect(await workspace.figures()).toEqual(before);
	await expectSound(workspace);
});

test('the same rows in another order in another zip → all duplicates', async () => {
	const workspace = await newWorkspace();
	await workspace.take(everything);
	const before = await workspace.figures();

	const reversed = frenchFile([...frenchRows()].reverse());
	const [clicks] = await workspace.take({ 'copie.zip': zip({ 'clics/lettre-12.csv': reversed }) });
	expect(clicks).toMatchObject({
		state: 'done',
		accepted: 0,
		duplicate: frenchRows().length,
		rejected: 0
	});
	expect(await workspace.figures()).toEqual(before);
	await expectSound(workspace);
});

test('a row twice in one file → one event, and a duplicate', async () => {
	const workspace = await newWorkspace();
	const rows = frenchRows();
	const [receipt] = await workspace.take({
		'clics.csv': frenchFile([...rows, ...rows.slice(0, 3)])
	});
	expect(receipt).toMatchObject({ rows: rows.length + 3, accepted: rows.length, duplicate: 3 });
	await expectSound(workspace);
});

const plain = {
	'abonnes.csv': [
		'Email,Joined at,Status',
		'ana@example.com,2024-01-02,active',
		'bob@example.com,2024-01-03,active',
		'cleo@example.com,2024-01-04,left'
	],
	'campaigns.csv': [
		'Campaign,Sent at,Total opens,Total clicks,Delivered',
		'No 1,2024-01-02 10:00,400,20,1000',
		'No 2,2024-01-09 10:00,410,25,1001'
	],
	'liens.csv': [
		'Campaign,Link,Total clicks,Unique clicks',
		'No 1,https://canal.example.com/a,12,10',
		'No 1,https://canal.example.com/b,5,5'
	],
	'depenses.csv': [
		'Canal,Du,Au,Montant (EUR)',
		'Radio,2024-01-01,2024-01-31,120.00',
		'Presse,2024-01-01,2024-01-31,80.00'
	],
	'themes.csv': [
		'URL,Topics',
		'https://canal.example.com/a,eau',
		'https://canal.example.com/b,port'
	]
};

test.each(Object.entries(plain))(
	'rows of %s in another order → duplicates, until the first file is undone',
	async (name, [header = '', ...rows]) => {
		const workspace = await newWorkspace();
		const file = (lines: string[]) => new TextEncoder().encode([header, ...lines].join('\n'));
		const [first] = await workspace.take({ [name]: file(rows) });
		expect(first).toMatchObject({ accepted: rows.length, duplicate: 0 });
		const before = await workspace.figures();

		const [copy] = await workspace.take({ [`copie-${name}`]: file([...rows].reverse()) });
		expect(copy).toMatchObject({ accepted: 0, duplicate: rows.length, rejected: 0, skipped: 0 });
		expect(await workspace.figures()).toEqual(before);

		await workspace.undo(first!.id);
		const [again] = (await workspace.receipts()).filter(({ id }) => id === copy!.id);
		expect(again).toMatchObject({ accepted: rows.length, duplicate: 0 });
		expect(await workspace.figures()).toEqual(before);
		expect(await workspace.differences()).toEqual([]);
		for (const receipt of await workspace.receipts()) {
			expect(adds(receipt)).toBe(true);
			expect([0, receipt.accepted]).toContain(joined(receipt));
		}
	}
);

test('two files that overlap → the same figures in either order, and whichever is undone', async () => {
	const rows = frenchRows(0, 30);
	const early = frenchFile(rows.slice(0, 30));
	const late = frenchFile(rows.slice(20));
	const whole = await newWorkspace();
	await whole.take({ 'clics.csv': frenchFile(rows) });
	const figures = await whole.figures();

	for (const [first, second] of [
		[early, late],
		[late, early]
	] as const) {
		const one = await newWorkspace();
		await one.take({ 'clics.csv': first });
		const before = await one.figures();
		const [receipt] = await one.take({ 'suite.csv': second });

		expect(receipt).toMatchObject({ duplicate: 10 });
		expect(await one.figures()).toEqual(figures);
		await expectSound(one);

		await one.undo(receipt!.id);
		expect(await one.figures()).toEqual(before);
		await expectSound(one);

		const [again] = await one.take({ 'suite.csv': second });
		await one.undo(again!.id - 2);
		const alone = await newWorkspace();
		await alone.take({ 'suite.csv': second });
		expect(await one.figures()).toEqual(await alone.figures());
		// what the other had brought first is now this one's own
		expect((await one.receipts()).find(({ state }) => state === 'done')).toMatchObject({
			accepted: second === late ? rows.length - 20 : 30,
			duplicate: 0
		});
		await expectSound(one);
	}
});

test('any import undone → every figure as before it; all undone → nothing left', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.shuffledSubarray(all, { minLength: all.length }),
			fc.nat(),
			async (order, pick) => {
				const workspace = await newWorkspace();
				const history: { ids: number[]; before: Awaited<ReturnType<Workspace['figures']>> }[] = [];
				for (const [name, bytes] of order) {
					const before = await workspace.figures();
					const receipts = await workspace.take({ [name]: bytes });
					history.push({ ids: receipts.map(({ id }) => id), before });
				}
				const complete = await workspace.figures();

				// the last one: exactly back
				const last = history.at(-1)!;
				for (const id of last.ids) await workspace.undo(id);
				expect(await workspace.figures()).toEqual(last.before);
				await expectSound(workspace);

				// another one out and in again: exactly as it was
				const other = pick % (order.length - 1);
				for (const id of history[other]!.ids) await workspace.undo(id);
				await workspace.take(Object.fromEntries([order[other]!, order.at(-1)!]));
				expect(await workspace.figures()).toEqual(complete);
				await expectSound(workspace);

				for (const { id, state } of await workspace.receipts())
					if (state === 'done') await workspace.undo(id);
				expect(await workspace.figures()).toEqual(empty);
				expect(await workspace.differences()).toEqual([]);
			}
		),
		{
			numRuns: 2,
			endOnFailure: true,
			// undone last: a send of an issue that goes on with another one's clicks
			examples: [
				[[...all].sort(([a], [b]) => Number(a === 'clics.zip') - Number(b === 'clics.zip')), 1]
			]
		}
	);
});

test('a file of the inbox undone → stays out until it is asked for again', async () => {
	const workspace = await newWorkspace();
	const inbox = tempFolder();
	const publication = await workspace.publication();
	const file = join(
		written({ 'clics.csv': frenchFile() }, join(inbox, publication.slug)),
		'clics.csv'
	);
	const context = await workspace.context({ again: false });
	const look = () => importInbox(workspace.db, inbox, () => context);

	expect(await look()).toMatchObject([{ read: 1, failed: [] }]);
	const figures = await workspace.figures();
	expect(figures.items.length).toBeGreaterThan(0);
	const [{ id }] = (await workspace.receipts()) as [Receipt];
	await workspace.undo(id);

	expect(await look()).toEqual([]);
	// touched, as a synchronised folder does
	utimesSync(file, new Date(), new Date(Date.now() + 10_000));
	expect(await look()).toEqual([]);
	expect(await workspace.figures()).toEqual(empty);

	await enqueueReimport(workspace.db, publication, id);
	expect(await look()).toMatchObject([{ read: 1, failed: [] }]);
	expect(await workspace.figures()).toEqual(figures);
	await expectSound(workspace);
});

test('a publication whose short name changed → its folder, its scripts and its old links still find it', async () => {
	const workspace = await newWorkspace();
	const { db } = workspace;
	const folder = tempFolder();
	const described = {
		slug: 'lettre',
		name: 'La lettre',
		language: 'fr',
		currency: 'EUR',
		zone: 'UTC'
	};
	const list = 'Email,Joined\nana@example.org,2026-01-02\n';
	written(
		{ 'lettre/publication.json': bytes(JSON.stringify(described)), 'lettre/a.csv': bytes(list) },
		folder
	);
	const takeInbox = async () => {
		const begun = await workspace.context();
		return importInbox(db, folder, (publication) => ({ ...begun, publication, again: false }));
	};
	await takeInbox();
	const before = await publicationMeant(db, 'lettre');
	const { id, language, currency, zone } = before;
	const words = { name: 'La gazette', language, currency, zone } as const;
	const called = (slug: string) => ({ sent: { ...words, slug }, shown: null });
	await changePublication(db, before, called('gazette'), Date.now());

	written({ 'lettre/b.csv': bytes(list.replace('ana', 'bo')) }, folder);
	expect(await takeInbox()).toMatchObject([{ publication: 'gazette', read: 1 }]);
	expect(await publicationMeant(db, 'lettre')).toMatchObject({ id, slug: 'gazette' });
	expect(await publicationFor(db, 'lettre', null, words, 0)).toMatchObject({ id });
	expect(await publicationOf(db, 'lettre')).toMatchObject({ id });

	// until another one takes it
	expect(await makePublication(db, { ...words, slug: 'lettre' }, 0)).toBe(true);
	expect((await publicationMeant(db, 'lettre')).id).not.toBe(id);
	expect(await changePublication(db, before, called('lettre'), 0)).toBeNull();
});

test('unreadable names, links and circles in the inbox → no obstacle to the rest', async () => {
	const workspace = await newWorkspace();
	const inbox = tempFolder();
	const own = join(inbox, (await workspace.publication()).slug);
	written({ 'z "clics";\n😀.csv': frenchFile() }, own);
	symlinkSync('/nowhere', join(own, 'a-link.csv'));
	symlinkSync(inbox, join(own, 'a-circle'));
	// a name in Latin-1, as old archives hold them, which not every system allows
	const named = Buffer.concat([Buffer.from(`${own}/b-`), Buffer.of(0xe9), Buffer.from('t.csv')]);
	const isLatin = process.platform === 'linux';
	if (isLatin) writeFileSync(named, frenchFile());

	const context = await workspace.context({ again: false });
	const look = () => importInbox(workspace.db, inbox, () => context);
	await look();
	expect((await workspace.receipts()).map(({ state }) => state).sort()).toEqual(
		isLatin ? ['done', 'failed'] : ['done']
	);
	expect((await workspace.items()).length).toBeGreaterThan(0);
	expect(await look()).toEqual([]);
});

test('a zip undone as a whole → all of its files are, and none can be read again without it', async () => {
	const workspace = await newWorkspace();
	const publication = await workspace.publication();
	await workspace.take({ 'mailchimp.zip': everything['mailchimp-export.zip']! });
	const [one, ...others] = await workspace.receipts();
	await enqueueUndo(workspace.db, publication, one!.id, true);
	await workOff(workspace.db, () => ({}) as never, Date.now);

	const states = (await workspace.receipts()).map(({ state }) => state);
	expect(states).toEqual([one, ...others].map(() => 'undone'));
	expect(await workspace.figures()).toEqual(empty);
	await expect(enqueueReimport(workspace.db, publication, one!.id)).rejects.toMatchObject({
		code: 'fileMissing'
	});
});

test('a rejected row → kept with its row number and reason, and without the address', async () => {
	const workspace = await newWorkspace();
	const [first, ...rest] = frenchRows();
	const [receipt] = await workspace.take({
		'clics.csv': frenchFile([[first![0]!, 'hier', ...first!.slice(2)], ...rest])
	});
	const rejects = await rejectFigures(workspace.db, await workspace.publication(), receipt!.id);
	expect(rejects).toMatchObject([{ row: 2, code: 'badTime' }]);
	const table = fileTable(rejectTable(rejects), rejects, createFormats('fr', 'UTC'));
	const csv = writeCsv([{ table }], [], dialectOf('fr'));
	expect(csv.split('\r\n')[1]).toMatch(/^2;[^;]+;;;https:\/\/canal\.example\.com\/[a-z]+;$/);
});
