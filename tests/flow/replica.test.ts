import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { replicaOf } from '#lib/server/store/sql/replica.ts';
import { cookiesOf } from './browser.ts';
import { parcels, zip } from './canal.ts';
import { dealt } from '../combinations.ts';
import { hasServer, installServer, killServer, startServer } from './libsql.ts';
import { folder as ownFolder, rubrique, started } from './program.ts';
import { newWorkspace, tempFolder, written } from './publication.ts';

beforeAll(installServer);

// `DATABASE_REPLICA=yes`: figures from a copy on the machine, which follows the server

const archive = () =>
	written(
		Object.fromEntries(
			Object.entries(parcels()).map(([name, files]) => [`${name}.zip`, zip(files)])
		)
	);

async function workspaceOnServer() {
	const url = await startServer();
	return { url, workspace: await newWorkspace(onTestFinished, tempFolder(), url) };
}

test.skipIf(!hasServer)(
	'rows stored on the server → in the copy when it is next asked, and read there without the server',
	async () => {
		const { url, workspace } = await workspaceOnServer();
		const fresh = replicaOf({ url, folder: join(tempFolder(), 'replica') });
		await fresh();
		await workspace.import(archive());
		const here = await fresh();
		const asOnServer = await workspace.figures();
		expect(asOnServer.items.length).toBeGreaterThan(5);
		await killServer(url);
		expect(await workspace.figures(here)).toEqual(asOnServer);
	}
);

const harms: [name: string, harm: (folder: string) => void][] = [
	['is damaged', (folder) => writeFileSync(join(folder, 'replica.db'), 'x'.repeat(9000))],
	['is gone', (folder) => rmSync(folder, { recursive: true })],
	[
		'has lost how far it had followed the server',
		(folder) => rmSync(join(folder, 'replica.db-client_wal_index'))
	]
];

test.skipIf(!hasServer).each(dealt(0, harms, harms.length))(
	'a copy that %s while nothing ran → made anew',
	async (_, harm) => {
		const { url, workspace } = await workspaceOnServer();
		const folder = join(tempFolder(), 'replica');
		(await replicaOf({ url, folder })()).$client.close();
		await workspace.import(archive());
		harm(folder);
		const fresh = replicaOf({ url, folder });
		await fresh();
		const here = await fresh();
		const asOnServer = await workspace.figures();
		await killServer(url);
		expect(await workspace.figures(here)).toEqual(asOnServer);
		expect(statSync(folder).mode & 0o077).toBe(0);
	}
);

test.skipIf(!hasServer)('a copy of another server → made anew', async () => {
	const folder = join(tempFolder(), 'replica');
	const first = await workspaceOnServer();
	await first.workspace.import(archive());
	(await replicaOf({ url: first.url, folder })()).$client.close();
	const second = await workspaceOnServer();
	// the fit of a publication is stored where it is first asked for
	const asOnServer = await second.workspace.figures();
	const fresh = replicaOf({ url: second.url, folder });
	await fresh();
	const here = await fresh();
	await killServer(second.url);
	expect(asOnServer.items).toEqual([]);
	expect(await second.workspace.figures(here)).toEqual(asOnServer);
});

test.skipIf(!hasServer)(
	'a program with a copy → keeps it beside its data, and a page after an import shows the import',
	async () => {
		const env = {
			RUBRIQUE_DATA: ownFolder(),
			DATABASE_URL: await startServer(),
			DATABASE_REPLICA: 'yes',
			RUBRIQUE_KEY: 'ab'.repeat(32)
		};
		const where = { here: ownFolder(), env };
		const password = (await rubrique(['user', 'add', 'ana@example.org', '--role', 'admin'], where))
			.out;
		const program = await started(where);
		const filled = new URLSearchParams({ email: 'ana@example.org', password: password.trim() });
		const headers = { origin: program.address, accept: 'text/html' };
		const signIn = { method: 'POST', body: filled, headers, redirect: 'manual' } as const;
		const entered = await fetch(`${program.address}/sign-in`, signIn);
		const cookie = cookiesOf(entered);
		const page = async (path: string) => {
			const answer = await fetch(`${program.address}${path}`, { headers: { ...headers, cookie } });
			return { status: answer.status, text: await answer.text() };
		};

		const order = ['import', archive(), '--publication', 'canal', '--yes'];
		await rubrique(order, where);
		expect((await page('/p/canal/topics')).status).toBe(200);
		const sections = await page('/p/canal/sections');
		expect(sections.text).toContain('écluses');
		// what it has followed may lie in its log yet
		const copy = join(env.RUBRIQUE_DATA, 'replica', 'replica.db');
		const size = [copy, `${copy}-wal`].reduce(
			(sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
			0
		);
		expect(size).toBeGreaterThan(4096);
		await program.stop();
	}
);
