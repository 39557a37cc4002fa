import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Context } from '#lib/server/ingest/packs/context.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { listImports } from '#lib/server/store/events/imports.ts';
import { bytes } from '../simulate/sample/table.ts';
import { newWorkspace, written, type Workspace } from './publication.ts';

const opens = bytes(
	[
		'Email,Opened at,Campaign',
		'ana@example.com,05/02/2024 10:00,Lettre 12',
		'bob@example.com,05/02/2024 11:00,Lettre 12'
	].join('\n')
);

async function importAs(workspace: Workspace, path: string, said: Partial<Context>) {
	const context = await workspace.context({
		zone: null,
		spool: spoolFolder(workspace.data),
		...said
	});
	const [receipt] = await importPaths(context, [path]);
	return receipt!;
}

const firstOf = (receipt: { readings: { dates: { first: number | null } }[] }) =>
	new Date(receipt.readings[0]!.dates.first!).toISOString().slice(0, 16);

test('a known file with another zone, order or mapping alone → read anew in place of the old reading', async () => {
	const workspace = await newWorkspace();
	const path = join(written({ 'ouvertures.csv': opens }), 'ouvertures.csv');

	const first = await importAs(workspace, path, { about: { order: 'dmy' } });
	expect([first.state, firstOf(first)]).toEqual(['done', '2024-02-05T09:00']);
	const same = await importAs(workspace, path, { about: { order: 'dmy' } });
	expect(same.state).toBe('known');

	const order = await importAs(workspace, path, { about: { order: 'mdy' } });
	expect([order.state, firstOf(order)]).toEqual(['done', '2024-05-02T08:00']);
	const zone = await importAs(workspace, path, { zone: 'UTC', about: { order: 'mdy' } });
	expect([zone.state, firstOf(zone)]).toEqual(['done', '2024-05-02T10:00']);
	const map = await importAs(workspace, path, {
		map: {
			kind: 'deliveries',
			columns: { address: 'Email', at: 'Opened at', campaign: 'Campaign' },
			dates: { at: { order: 'mdy' } }
		}
	});
	expect([map.state, map.kind]).toEqual(['done', 'deliveries']);

	const rows = await listImports(workspace.db, (await workspace.publication()).id);
	expect(rows.map(({ state }) => state).sort()).toEqual(['done', 'undone', 'undone', 'undone']);
	expect(await workspace.differences()).toEqual([]);
});

test('a known file whose zone alone is said by an upload → read anew in that zone', async () => {
	const workspace = await newWorkspace();
	const publication = await workspace.publication();
	const iso = bytes('Email,Opened at,Campaign\nana@example.com,2024-05-02 10:00,Lettre 12\n');
	async function upload(about = {}) {
		async function* stream() {
			yield iso;
		}
		const terms = { data: workspace.data, by: null, now: Date.now(), about };
		await takeUpload(workspace.db, publication, 'lettre.csv', stream(), terms);
		const context = await workspace.context({
			zone: null,
			again: false,
			spool: spoolFolder(workspace.data)
		});
		await workOff(workspace.db, () => context, Date.now);
	}

	await upload();
	await upload({ zone: 'America/New_York' });

	const done = (await workspace.receipts()).filter(({ state }) => state === 'done');
	expect(done.map(firstOf)).toEqual(['2024-05-02T14:00']);
});

test('a header with a zone that nobody knows → asked for, and answered by the zone', async () => {
	const workspace = await newWorkspace();
	const lines = 'Email,Opened at (IST),Campaign\nana@example.com,2024-05-02 10:00,Lettre 12\n';
	const path = join(written({ 'ouvertures.csv': bytes(lines) }), 'ouvertures.csv');

	const asked = await importAs(workspace, path, {});
	expect(asked.state).toBe('question');
	expect(asked.doubts).toMatchObject([{ code: 'zoneUnknown', waits: true, values: ['IST'] }]);

	const answered = await importAs(workspace, path, { zone: 'Asia/Kolkata' });
	expect([answered.state, firstOf(answered)]).toEqual(['done', '2024-05-02T04:30']);
});

test('a letter that is given again, corrected → its issue reads as the last one, under its name and another', async () => {
	const workspace = await newWorkspace();
	const letter = (title: string, more = '') =>
		bytes(
			`<h1>La lettre des quais n° 12</h1><h2>À la une</h2><h3><a href="https://example.com/ecluse">${title}</a></h3><p>Jusqu’au printemps, les bateaux passent par le bras mort.</p><h3><a href="https://example.com/pont">Le pont chante encore</a></h3><p>Dans le vent, ses haubans donnent un la.</p>${more}`
		);
	const brief =
		'<h3><a href="https://example.com/bouee">Une bouée pour chacun</a></h3><p>Elle flotte.</p>';
	const titles = async () => (await workspace.items()).map(({ title }) => title).sort();

	for (const [file, title, more] of [
		['lettre-12.html', 'L’écluse est fermée', brief],
		['lettre-12.html', 'L’écluse est ouverte', brief],
		['lettre-12 (1).html', 'L’écluse a rouvert', brief],
		['lettre-12 (1).html', 'L’écluse rouvre enfin', brief],
		// with one item fewer
		['lettre-12 (1).html', 'L’écluse rouvre demain', '']
	] as const) {
		await workspace.take({ [file]: letter(title, more) });
		const rest = more ? ['Une bouée pour chacun'] : [];
		expect(await titles()).toEqual(['Le pont chante encore', title, ...rest].sort());
	}
	expect(await workspace.issues()).toHaveLength(1);
	expect(await workspace.differences()).toEqual([]);

	const [last] = await listImports(workspace.db, (await workspace.publication()).id);
	await workspace.undo(last!.id);
	expect(await titles()).toContain('L’écluse rouvre enfin');
});

test('a letter without a number, given again with a headline put right → one issue; another letter under its name → two', async () => {
	const workspace = await newWorkspace();
	const letter = (...stories: string[]) =>
		bytes(
			`<h1>La lettre des quais</h1><h2>À la une</h2>${stories
				.map((title) => {
					const page = title.split(' ').at(1);
					return `<h3><a href="https://example.com/${page}">${title}</a></h3><p>Jusqu’au printemps, les bateaux passent par le bras mort.</p>`;
				})
				.join('')}`
		);
	const titles = async () => (await workspace.items()).map(({ title }) => title).sort();
	const rest = ['Un pont chante encore', 'Une bouée pour chacun'];
	await workspace.take({ 'lettre.html': letter('Notre écluse est fermée', ...rest) });
	await workspace.take({ 'lettre.html': letter('Notre écluse a rouvert', ...rest) });
	expect(await titles()).toEqual(['Notre écluse a rouvert', ...rest].sort());
	expect(await workspace.issues()).toHaveLength(1);

	const others = ['Le bac reprend du service', 'Des tarifs en hausse', 'La grue change de quai'];
	await workspace.take({ 'lettre.html': letter(...others) });
	expect(await titles()).toEqual(['Notre écluse a rouvert', ...rest, ...others].sort());
	expect(await workspace.issues()).toHaveLength(2);
	expect(await workspace.differences()).toEqual([]);
});
