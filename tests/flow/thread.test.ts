import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { verify } from '#lib/server/derive/verify.ts';
import { open } from '#lib/server/store/sql/open.ts';
import { begun, builtCommand } from './built.ts';
import { newWorkspace } from './publication.ts';

let thread: URL;
beforeAll(async () => {
	thread = new URL('./read-thread.js', pathToFileURL(await builtCommand()));
});

/** Large enough for a thread of its own, with repeats, and a row that is refused. */
function largeExport(): string {
	const rows = Array.from({ length: 60_000 }, (_, i) => {
		const [issue, reader, link] = [i % 4, (i * 7) % 5000, (i * 11) % 25];
		const name = issue ? `Letter ${issue}` : '"Letter ""nought"", the first"';
		const at = new Date(Date.UTC(2024, 0, 1 + 7 * issue, 6) + (i % 50_000) * 1000).toISOString();
		const url = `https://www.example.org/2024/story-${issue}-${link}?utm_source=letter&padding=${'x'.repeat(40)}`;
		return `${issue},u,${name},${reader},u,reader.${reader}@example.com,Reader,${url},${at}`;
	});
	rows.push('1,u,Letter 1,7,u,nobody,Nobody,https://www.example.org/a,2024-01-01T00:00:00Z');
	return written(
		[
			'campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name,url,created_at',
			...rows
		].join('\n')
	);
}

function written(content: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'rubrique-thread-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, 'clicks.csv'), content);
	return join(folder, 'clicks.csv');
}

test('a large file read in a thread of its own → the same receipt and the same rows', async () => {
	const path = largeExport();
	const [here, there] = [await newWorkspace(), await newWorkspace()];
	const rejects: unknown[] = [];
	const rows = (workspace: typeof here) =>
		workspace.db.all(`SELECT hex(r.hash) AS reader, u.text, s.campaign, e.day, e.second, c.agent
			FROM click_event e JOIN send s ON s.id = e.send_id JOIN url u ON u.id = e.url_id
				JOIN client c ON c.id = e.client_id JOIN reader r ON r.id = e.reader_id
			ORDER BY 1, 2, 3, 4, 5`);

	const [one] = await here.import(path);
	// the same keys in both, as which the other database is told to know them
	const { identity } = await here.context();
	const { fingerprint } = (await there.context()).identity;
	const [other] = await importPaths(
		await there.context({
			identity: { ...identity, fingerprint },
			thread,
			onReject: (...all) => rejects.push(all)
		}),
		[path]
	);
	expect({ ...other, seconds: 0 }).toEqual({ ...one, seconds: 0 });
	expect(one).toMatchObject({ state: 'done', rows: 60_001, rejected: 1, provider: 'listmonk' });
	expect(rejects).toEqual([
		['clicks.csv', 60_002, 'badAddress', expect.arrayContaining(['nobody'])]
	]);
	expect(await rows(there)).toEqual(await rows(here));
	expect(await there.differences()).toEqual([]);
});

test('a file in doubt read in a thread of its own → the doubt is told from there', async () => {
	const row = 'a@example.com,03/04/2024 10:00,https://example.org/a\n';
	const path = written(`email,clicked at,url\n${row.repeat(200_000)}`);
	const workspace = await newWorkspace();
	const [receipt] = await importPaths(await workspace.context({ thread, spool: workspace.data }), [
		path
	]);
	expect(receipt).toMatchObject({ state: 'question', trouble: { code: 'readingDoubtful' } });
});

test('clicks judged in a thread of their own → the same verdicts and figures', async () => {
	const rows = Array.from({ length: 210_000 }, (_, i) => {
		const [issue, reader] = [Math.floor(i / 21_000), (i * 7) % 9000];
		// one address in thirty is scanned: all links within seconds
		const scanned = i % 30 === 0;
		const second = scanned
			? Math.floor((i % 21_000) / 600) * 3600 + ((i / 30) % 20)
			: (i * 13) % 86_400;
		const at = new Date(Date.UTC(2024, 0, 1 + 7 * issue, 6) + second * 1000).toISOString();
		const who = scanned ? `office.${Math.floor((i % 21_000) / 600)}` : `reader.${reader}`;
		return `${who}@example.com,${at},https://example.org/${issue}/${((i / 30) % 20) | 0},Letter ${issue}`;
	});
	const path = written(`email,clicked at,url,campaign\n${rows.join('\n')}\n`);
	const here = await newWorkspace();
	await here.import(path);

	const data = mkdtempSync(join(tmpdir(), 'rubrique-judge-'));
	onTestFinished(() => rmSync(data, { recursive: true }));
	const ended = begun(await builtCommand(), ['import', '--publication', 'letter', path], {
		RUBRIQUE_DATA: data
	});
	expect(await new Promise((done) => ended.on('close', done))).toBe(0);
	const there = await open(`file:${join(data, 'rubrique.db')}`);
	onTestFinished(() => there.$client.close());

	const stateOf = (db: typeof there) =>
		Promise.all([
			db.all('SELECT verdict, count(*) AS n FROM click_event GROUP BY 1 ORDER BY 1'),
			db.all('SELECT sum(clickers) AS clickers, sum(clicks) AS clicks FROM rollup_item'),
			db.all('SELECT verdict, sum(n) AS n FROM rollup_verdict GROUP BY 1 ORDER BY 1')
		]);
	const [verdicts] = await stateOf(here.db);
	expect(verdicts!.length).toBeGreaterThan(1);
	expect(await stateOf(there)).toEqual(await stateOf(here.db));
	expect((await verify(there)).differences).toEqual([]);
});
