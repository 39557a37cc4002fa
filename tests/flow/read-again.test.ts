import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { documentsOf, setReading } from '#lib/server/store/content/documents.ts';
import { clientId, listClients } from '#lib/server/store/events/clients.ts';
import { document, url } from '#lib/server/store/schema/document.ts';
import { job } from '#lib/server/store/schema/job.ts';
import { rollupIssue } from '#lib/server/store/schema/rollup.ts';
import { keepSetting } from '#lib/server/store/settings.ts';
import { parcels, zip } from './canal.ts';
import { newWorkspace } from './publication.ts';

const files = Object.fromEntries(
	Object.entries(parcels()).map(([name, parcel]) => [`${name}.zip`, zip(parcel)])
);

test('documents read by older rules → read again, and figures follow', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files);
	const before = await workspace.figures();
	const { db } = workspace;
	for (const { id, outline, headings } of await documentsOf(
		db,
		(await workspace.publication()).id
	)) {
		await setReading(db, id, { outline: { ...outline, sections: [] }, headings, rules: 0 });
	}

	await recover(db, Date.now());
	expect(await workspace.figures()).toEqual(before);
	const read = await db.select().from(document).where(eq(document.rules, 0));
	expect(read).toEqual([]);
	expect(await workspace.differences()).toEqual([]);
});

test('links read by older rules → pages are found again', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files);
	const before = await workspace.figures();

	await workspace.db.update(url).set({ pageId: sql`(SELECT min(id) FROM page)` });
	expect(await workspace.differences()).not.toEqual([]);
	await keepSetting(workspace.db, 'urlRules', '0');
	await recover(workspace.db, Date.now());
	expect(await workspace.figures()).toEqual(before);
	expect(await workspace.differences()).toEqual([]);
});

test('addresses that older rules left in what files said → taken out', async () => {
	const workspace = await newWorkspace();
	const { db } = workspace;
	await workspace.take(files);
	const program = { machine: false, agent: 'browser', device: '' } as const;
	await clientId(db, { ...program, country: 'zoe@example.com' });
	await clientId(db, { ...program, country: 'copy-zoe%40example.com' });
	await keepSetting(db, 'urlRules', '0');
	await recover(db, Date.now());
	const countries = (await listClients(db)).map(({ country }) => country);
	expect(countries.filter((country) => /zoe/.test(country))).toEqual([]);
	expect(countries.filter((country) => country.startsWith('…')).length).toBe(2);
	expect(await workspace.differences()).toEqual([]);
});

test('all taken in by this version → nothing is derived at the next start', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files);
	const { db } = workspace;
	const before = await db.select().from(job);
	await recover(db, Date.now());
	expect(await db.select().from(job)).toEqual(before);
});

test('rollups counted by older rules → all counted again, once', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files);
	const { db } = workspace;
	const jobs = async () => (await db.select().from(job)).length;

	await db.update(rollupIssue).set({ matched: 0 });
	expect(await workspace.differences()).not.toEqual([]);
	await keepSetting(db, 'rollupRules', '0');
	const told: number[] = [];
	await recover(db, Date.now(), (done, of) => told.push(done / of));
	expect(told.at(-1)).toBe(1);
	expect(await workspace.differences()).toEqual([]);
	const after = await jobs();
	await recover(db, Date.now());
	expect(await jobs()).toBe(after);
});
