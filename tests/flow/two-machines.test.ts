import { rmSync } from 'node:fs';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { jobFigures } from '#lib/server/figures/jobs.ts';
import { readOrMakeKeys } from '#lib/server/reader-key.ts';
import { parcels, zip } from './canal.ts';
import { firstCodeIn } from './first-code.ts';
import { hasServer, installServer, startServer } from './libsql.ts';
import { processesBelow } from './processes.ts';
import { started, type Running } from './program.ts';
import { newWorkspace, tempFolder, written } from './publication.ts';
import { atRest, until } from './until.ts';

// Two whole programs, each with disks of its own, on one libSQL server.

beforeAll(installServer);

/** Ends a program as a power cut ends a machine: at once, with all its processes and its disk. */
function lose({ pid }: Running, data: string) {
	for (const { pid: one } of processesBelow(pid)) process.kill(one, 'SIGKILL');
	rmSync(data, { recursive: true });
}

test.skipIf(!hasServer)(
	'one of two machines is lost with its disk while it imports → the other knows everybody, and loses no file',
	async () => {
		const url = await startServer();
		const data = tempFolder();
		const key = readOrMakeKeys(data)[0]!.toString('hex');
		const onOne = tempFolder();
		const env = { DATABASE_URL: url, RUBRIQUE_KEY: key };
		const one = await started({ here: data, env: { ...env, RUBRIQUE_DATA: onOne } });
		const two = await started({ here: data, env });
		onTestFinished(() => void two.stop());
		const post = (to: Running, path: string, body: BodyInit, headers: HeadersInit = {}) =>
			fetch(to.address + path, {
				method: 'POST',
				redirect: 'manual',
				body,
				headers: { origin: to.address, accept: 'text/html', ...headers }
			});

		// the code that one printed makes the administrator on the other, who is known to both
		const code = firstCodeIn(one.talk());
		const ana = { name: 'Ana', email: 'ana@example.org', password: 'correct horse', code };
		const made = await post(two, '/welcome', new URLSearchParams(ana));
		expect(made.status).toBe(303);
		const cookie = made.headers.get('set-cookie')!.split(';')[0]!;
		const looked = await fetch(`${one.address}/account`, { headers: { cookie } });
		expect(looked.status).toBe(200);

		const workspace = await newWorkspace(onTestFinished, data, url);
		const all = Object.entries(parcels());
		for (const [i, [name, files]] of all.entries()) {
			const to = i % 4 === 3 ? two : one;
			const path = `/p/canal/imports/upload?name=${name}.zip`;
			const body = Buffer.from(zip(files));
			expect((await post(to, path, body, { cookie })).status).toBe(202);
		}
		lose(one, onOne);

		await until(workspace.db, atRest);
		const { failed, done } = await jobFigures(workspace.db, null);
		expect(failed).toEqual([]);
		expect(done.filter(({ kind }) => kind === 'import')).toHaveLength(all.length);
		expect(await workspace.differences()).toEqual([]);

		const here = await newWorkspace();
		const archive = tempFolder();
		for (const [name, files] of all) written({ [`${name}.zip`]: zip(files) }, archive);
		await here.import(archive);
		expect(await workspace.figures()).toEqual(await here.figures());
		const page = await fetch(`${two.address}/p/canal/topics`, { headers: { cookie } });
		expect(page.status).toBe(200);
	},
	300_000
);
