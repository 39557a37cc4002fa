import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeOpens, opensKept } from '#lib/server/editing/privacy.ts';
import { dossierOf, dossierRows } from '#lib/server/figures/audience/dossier.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { parcels, zip } from './canal.ts';
import { newWorkspace, tempFolder, written, type Workspace } from './publication.ts';
import { rubrique } from './program.ts';

const actor = { by: null, now: 1 };

async function takeAll(workspace: Workspace) {
	const archive = tempFolder();
	for (const [name, files] of Object.entries(parcels()))
		written({ [`${name}.zip`]: zip(files) }, archive);
	await workspace.import(archive);
	expect(await workspace.differences()).toEqual([]);
}

const rows = async ({ db }: Workspace, table: string) =>
	Number((await db.$client.execute(`SELECT count(*) AS n FROM ${table}`)).rows[0]!.n);

/** Everything that rests on clicks, as pages would be given it. */
async function clickFigures(workspace: Workspace) {
	const { db } = workspace;
	const all = async (sql: string) =>
		(await db.$client.execute(sql)).rows.map((row) => ({ ...row }));
	return {
		events: await all(
			`SELECT s.campaign, u.text, e.day, e.second, e.verdict FROM click_event e
				JOIN send s ON s.id = e.send_id JOIN url u ON u.id = e.url_id ORDER BY 1, 2, 3, 4, 5`
		),
		figures: withoutOpens(await workspace.figures())
	};
}

/** Figures but for the fields that are of opens. */
function withoutOpens(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutOpens);
	if (value === null || typeof value !== 'object') return value;
	const kept = Object.entries(value).filter(([name]) => !/open|privacy|proxy/i.test(name));
	return Object.fromEntries(kept.map(([name, one]) => [name, withoutOpens(one)]));
}

test('a publication that drops opens → the click figures of one that keeps them, and no open', async () => {
	const [whole, bare] = [await newWorkspace(), await newWorkspace()];
	await changeOpens(bare.db, await bare.publication(), { service: null, drop: true }, actor);
	for (const workspace of [whole, bare]) await takeAll(workspace);

	expect(await rows(whole, 'open_event')).toBeGreaterThan(0);
	expect(await rows(bare, 'open_event')).toBe(0);
	expect(await rows(bare, `count_reader WHERE event = 'open'`)).toBe(0);
	expect(await rows(bare, 'click_event')).toBe(await rows(whole, 'click_event'));
	expect(await clickFigures(bare)).toEqual(await clickFigures(whole));

	// every row of a file is accounted for, and says where it went
	for (const { rows: n, accepted, duplicate, rejected, skipped } of await bare.receipts())
		expect(accepted + duplicate + rejected + skipped).toBe(n);
	const [dropped] = (
		await bare.db.$client.execute(`SELECT sum(n) AS n FROM import_skip WHERE code = 'opensDropped'`)
	).rows;
	expect(Number(dropped!.n)).toBeGreaterThan(0);
});

test('the opens of one service dropped → marked for that service, until they are stored again', async () => {
	const workspace = await newWorkspace();
	await takeAll(workspace);
	const publication = await workspace.publication();
	const { sources } = await opensKept(workspace.db, publication);
	expect(sources.length).toBeGreaterThan(0);
	const service = sources[0]!.service;
	await changeOpens(workspace.db, publication, { service, drop: true }, actor);
	expect(await opensKept(workspace.db, await workspace.publication())).toMatchObject({
		dropped: false,
		sources: expect.arrayContaining([{ service, dropped: true }])
	});
	await changeOpens(workspace.db, publication, { service, drop: false }, actor);
	expect(
		(await opensKept(workspace.db, publication)).sources.every(({ dropped }) => !dropped)
	).toBe(true);
	await expect(
		changeOpens(workspace.db, publication, { service: 'nobody', drop: true }, actor)
	).rejects.toMatchObject({ code: 'badChoice' });
});

const head = 'E-Mail,Campaign,URL,Clicked at';
const line = (who: string, page: string, at: string) =>
	`${who},c1,https://example.com/${page},${at}`;

test('a reader looked up by address → everything stored of them, and nothing of anybody else', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'clicks.csv': Buffer.from(
			[
				head,
				line('ana@example.com', 'a', '2026-03-05 08:12:01'),
				line('ANA@example.com', 'b', '2026-03-05 08:13:02'),
				line('bo@example.com', 'c', '2026-03-05 09:00:00')
			].join('\n')
		)
	});
	const publication = await workspace.publication();
	const identity = await openIdentity(workspace.db, workspace.data);
	const reader = await readerOfAddress(workspace.db, publication, ' Ana@Example.com ', identity);
	const dossier = await dossierOf(workspace.db, publication, reader);
	expect(dossier.events).toMatchObject([
		{ kind: 'click', send: 'c1', url: 'https://example.com/a', files: ['clicks.csv'] },
		{ kind: 'click', send: 'c1', url: 'https://example.com/b' }
	]);
	expect(JSON.stringify(dossier)).not.toMatch(/example\.com\/c|ana@|bo@/i);
	expect(dossierRows(dossier).filter(({ what }) => what === 'click')).toHaveLength(2);
	const none = readerOfAddress(workspace.db, publication, 'cy@example.com', identity);
	await expect(none).rejects.toMatchObject({ code: 'noSuchReader' });
});

test('the commands export and privacy → a reader’s data as JSON and CSV, logged, and whether opens are kept', async () => {
	const [here, imports, data] = [tempFolder(), tempFolder(), tempFolder()];
	const where = { here, env: { RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: imports } };
	mkdirSync(join(here, 'files'));
	writeFileSync(
		join(here, 'files/clicks.csv'),
		[head, line('ana@example.com', 'a', '2026-03-05 08:12:01')].join('\n')
	);
	const run = (...args: string[]) => rubrique(args, where);
	expect((await run('import', 'files', '--publication', 'letter', '--yes')).code).toBe(0);

	const exported = await run('export', 'ana@example.com', '--json');
	expect(exported.code).toBe(0);
	expect(JSON.parse(exported.out)).toMatchObject([
		{ publication: 'letter', events: [{ kind: 'click', url: 'https://example.com/a' }] }
	]);
	const written = await run('export', 'ana@example.com', '--format', 'csv', '--out', 'ana.csv');
	expect(written.code).toBe(0);
	expect(readFileSync(join(here, 'ana.csv'), 'utf8')).toContain('click');
	expect(statSync(join(here, 'ana.csv')).mode & 0o777).toBe(0o600);
	expect((await run('export', 'bo@example.com')).code).toBe(1);
	expect((await run('export', 'ana@example.com', '--format', 'pdf')).code).toBe(2);
	const log = await run('audit', '--action', 'exports.reader', '--json');
	expect(JSON.parse(log.out)).toHaveLength(2);
	expect(log.out).not.toContain('ana@');

	const dropped = await run('privacy', '--publication', 'letter', '--opens', 'drop', '--json');
	expect(JSON.parse(dropped.out)).toMatchObject({
		publication: 'letter',
		opens: { dropped: true }
	});
	expect((await run('privacy', '--publication', 'letter', '--opens', 'maybe')).code).toBe(2);
});
