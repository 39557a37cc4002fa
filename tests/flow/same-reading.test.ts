import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importInbox } from '#lib/server/ingest/files/inbox.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { checkFile } from '#lib/server/ingest/reading/read.ts';
import type { Receipt } from '#lib/server/ingest/files/receipt.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { bytes } from '../simulate/sample/table.ts';
import { newWorkspace, tempFolder, written } from './publication.ts';

const files: Record<string, string> = {
	'opens.csv': 'Email,Opened at,Campaign\nana@example.com,2024-05-13 10:00,Letter 12\n',
	'evenements.csv':
		'Destinataire;Événement;Horodatage;Lien;Campagne\nana@example.com;Clic;13/05/2024 10:00;https://example.com/a;Lettre 12\nbob@example.com;Ouverture;14/05/2024 10:00;;Lettre 12\n',
	'ambiguous.csv': 'Email,Opened at,Campaign\nana@example.com,05/02/2024 10:00,Letter 12\n',
	'members_clicked.csv': 'Email Address,First Name,Clicks\nana@example.com,Ana,2\n',
	'orders.csv':
		'Order ID,Email,Product URL,Date\n17,ana@example.com,https://example.com/a,2024-05-13\n',
	'words.csv':
		'Email,Event,Time,Link,Campaign\nana@example.com,Zapped,2024-05-13 10:00,,Letter 12\nbob@example.com,Opened,2024-05-13 10:00,,Letter 12\n',
	'Clicks.csv':
		'SendID,SubscriberKey,EmailAddress,EventDate,EventType,URL,BatchID\n4.61168E+17,1,ana@example.com,5/13/2024 8:00:11 AM,Click,https://example.com/a,1\n',
	'zone.csv': 'Email,Opened at (IST),Campaign\nana@example.com,2024-05-13 10:00,Letter 12\n'
};

/** What a door made of a file, as far as every door says it. */
function readingOf({ state, kind, doubts, readings, rows, accepted, rejected, skipped }: Receipt) {
	const waits = doubts.filter((doubt) => doubt.waits).map(({ code }) => code);
	const cards = readings.map(({ kind, because, columns, unused, dates, words }) => {
		return { kind, because, columns, unused, dates, words };
	});
	return { state, kind, waits: waits.sort(), rows, accepted, rejected, skipped, cards };
}

async function byCommand(name: string, text: string) {
	const workspace = await newWorkspace();
	const path = join(written({ [name]: bytes(text) }), name);
	const context = await workspace.context({ zone: null, spool: spoolFolder(workspace.data) });
	const [receipt] = await importPaths(context, [path]);
	return readingOf(receipt!);
}

async function byUpload(name: string, text: string) {
	const workspace = await newWorkspace();
	async function* stream() {
		yield bytes(text);
	}
	const terms = { data: workspace.data, by: null, now: Date.now() };
	await takeUpload(workspace.db, await workspace.publication(), name, stream(), terms);
	const context = await workspace.context({
		zone: null,
		again: false,
		spool: spoolFolder(workspace.data)
	});
	await workOff(workspace.db, () => context, Date.now);
	return readingOf((await workspace.receipts())[0]!);
}

async function byInbox(name: string, text: string) {
	const workspace = await newWorkspace();
	const inbox = tempFolder();
	mkdirSync(join(inbox, 'canal'));
	written({ [`canal/${name}`]: bytes(text) }, inbox);
	const context = await workspace.context({
		zone: null,
		again: false,
		spool: spoolFolder(workspace.data)
	});
	await importInbox(workspace.db, inbox, () => context);
	return readingOf((await workspace.receipts())[0]!);
}

test.each(Object.entries(files))('%s → the same reading at every door', async (name, text) => {
	const command = await byCommand(name, text);
	expect(await byUpload(name, text)).toEqual(command);
	expect(await byInbox(name, text)).toEqual(command);

	const path = join(written({ [name]: bytes(text) }), name);
	const how = { map: null, zone: 'Europe/Paris', about: {}, now: Date.now() };
	const checked = await checkFile(path, how).catch(() => null);
	const waits = checked?.doubts.filter((doubt) => doubt.waits).map(({ code }) => code);
	// a zone that is given answers for one that nobody knows
	const open = command.waits.filter((code) => code !== 'zoneUnknown');
	expect(waits?.sort() ?? ['kindUnknown']).toEqual(open);
	if (command.state !== 'done') return;
	expect(checked).toMatchObject({ kind: command.kind, rows: command.rows });
	expect(checked!.columns).toEqual(command.cards[0]!.columns);
	expect(checked!.words).toEqual(command.cards[0]!.words);
});
