import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { replicaOf } from '#lib/server/store/sql/replica.ts';
import { parcels, zip } from './canal.ts';
import { lineTo } from './cut.ts';
import { hasServer, installServer, startServer } from './libsql.ts';
import { folder as ownFolder, rubrique, started } from './program.ts';
import { newDesk, tempFolder, written } from './publication.ts';

beforeAll(installServer);

// `DATABASE_REPLICA=yes`: figures from a copy on the machine, which follows the server

const archive = () =>
	written(
		Object.fromEntries(
			Object.entries(parcels()).map(([name, files]) => [`${name}.zip`, zip(files)])
		)
	);

async function deskOnLine() {
	const line = await lineTo(await startServer());
	onTestFinished(line.close);
	return { line, desk: await newDesk(onTestFinished, tempFolder(), line.url) };
}

test.skipIf(!hasServer)(
	'what was stored on the server is in the copy when it is next asked, and is read there',
	async () => {
		const { line, desk } = await deskOnLine();
		const fresh = replicaOf({ url: line.url, folder: join(tempFolder(), 'replica') });
		await fresh();
		await desk.import(archive());
		const here = await fresh();
		const asOnServer = await desk.figures();
		expect(asOnServer.items.length).toBeGreaterThan(5);
		line.cut();
		expect(await desk.figures(here)).toEqual(asOnServer);
	}
);

test.skipIf(!hasServer).each([
	['is gone', (folder: string) => rmSync(folder, { recursive: true })],
	['is damaged', (folder: string) => writeFileSync(join(folder, 'replica.db'), 'x'.repeat(9000))],
	[
		'has lost what it knows of the server',
		(folder: string) => rmSync(join(folder, 'replica.db-info'), { force: true })
	]
])('a copy that %s while nothing ran is made anew', async (_, harm) => {
	const { line, desk } = await deskOnLine();
	const folder = join(tempFolder(), 'replica');
	await replicaOf({ url: line.url, folder })();
	await desk.import(archive());
	harm(folder);
	const fresh = replicaOf({ url: line.url, folder });
	await fresh();
	const here = await fresh();
	const asOnServer = await desk.figures();
	line.cut();
	expect(await desk.figures(here)).toEqual(asOnServer);
	expect(statSync(folder).mode & 0o077).toBe(0);
});

test.skipIf(!hasServer)('a copy of another server is made anew', async () => {
	const folder = join(tempFolder(), 'replica');
	const first = await deskOnLine();
	await first.desk.import(archive());
	await replicaOf({ url: first.line.url, folder })();
	const second = await deskOnLine();
	const fresh = replicaOf({ url: second.line.url, folder });
	await fresh();
	const here = await fresh();
	second.line.cut();
	expect((await second.desk.figures(here)).items).toEqual([]);
});

test.skipIf(!hasServer)(
	'the program reads figures from its copy: a page after an import shows it, and a server that is away is said',
	async () => {
		const line = await lineTo(await startServer());
		onTestFinished(line.close);
		const env = {
			...{ RUBRIQUE_DATA: ownFolder(), DATABASE_URL: line.url, DATABASE_REPLICA: 'yes' },
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
		const cookie = entered.headers
			.getSetCookie()
			.map((one) => one.split(';')[0])
			.join('; ');
		const page = async (path: string) => {
			const answer = await fetch(`${program.address}${path}`, { headers: { ...headers, cookie } });
			return { status: answer.status, text: await answer.text() };
		};

		const order = ['import', archive(), '--publication', 'canal', '--yes'];
		const words = ['--language', 'fr', '--currency', 'EUR', '--zone', 'Europe/Paris'];
		void words;
		await rubrique(order, where);
		const { status, text } = await page('/p/canal/topics');
		expect(status).toBe(200);
		const sections = await page('/p/canal/sections');
		expect(sections.text).toContain('écluses');
		expect(statSync(join(env.RUBRIQUE_DATA, 'replica', 'replica.db')).size).toBeGreaterThan(4096);
		void text;
		await program.stop();
	}
);
