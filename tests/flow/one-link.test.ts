import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import { answerQuestion } from '#lib/server/ingest/questions/answer-question.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { questionOf } from '#lib/server/ingest/questions/question.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { listImports } from '#lib/server/store/events/imports.ts';
import { bytes } from '../simulate/sample/table.ts';
import { issue12, link } from './canal.ts';
import { newWorkspace, written, type Workspace } from './publication.ts';

/** Mailchimp's export of those who clicked one link names neither the link nor the campaign. */
function clickers(...rows: [name: string, clicks: number][]) {
	const lines = rows.map(([name, n]) => `${name}@example.com,${name},${n}`);
	return bytes(['Email Address,First Name,Clicks', ...lines].join('\n'));
}

const port = clickers(['ana', 2], ['bob', 1]);
const millau = clickers(['bob', 1], ['cleo', 4], ['dora', 1]);

async function drop(workspace: Workspace, name: string, body: Uint8Array) {
	async function* stream() {
		yield body;
	}
	const publication = await workspace.publication();
	const terms = { data: workspace.data, by: null, now: Date.now() };
	const { id } = await takeUpload(workspace.db, publication, name, stream(), terms);
	await work(workspace);
	return id;
}

async function work(workspace: Workspace) {
	const context = await workspace.context({
		zone: null,
		again: false,
		spool: spoolFolder(workspace.data)
	});
	await workOff(workspace.db, () => context, Date.now);
}

async function clickersOf(workspace: Workspace, title: RegExp) {
	const item = (await workspace.items()).find((item) => title.test(item.title));
	return { clickers: item!.clickers, clicks: item!.clicks };
}

test('exports of who clicked one link → each asked for its issue and link, and counted there alone', async () => {
	const workspace = await newWorkspace();
	const publication = await workspace.publication();
	await workspace.take({ 'lettre-12.md': bytes(issue12) });

	const first = await drop(workspace, 'members_clicked.csv', port);
	const question = await questionOf(workspace.db, publication, first);
	expect(question).toMatchObject({
		trouble: { code: 'sendUnknown' },
		provider: 'mailchimp',
		kind: 'counts',
		asksZone: false
	});
	const [choice] = question!.sends!;
	expect(choice!.issue).toMatch(/^12 · /);

	const answer = (page: string) => ({
		kind: null,
		roles: [],
		orders: [],
		zone: null,
		event: null,
		campaign: choice!.campaign,
		url: link(page, 12),
		complete: false
	});
	await answerQuestion(workspace.db, publication, first, answer('port'));
	await work(workspace);
	expect(await clickersOf(workspace, /port se numérise/)).toEqual({ clickers: 2, clicks: 3 });
	// who clicked other links is not known, which is not nobody
	expect(await clickersOf(workspace, /Millau/)).toEqual({ clickers: null, clicks: null });

	// a second link of the same issue asks again: the header does not tell
	const second = await drop(workspace, 'members_clicked (1).csv', millau);
	const again = await questionOf(workspace.db, publication, second);
	expect(again).toMatchObject({ trouble: { code: 'sendUnknown' } });
	await answerQuestion(workspace.db, publication, second, {
		...answer('millau'),
		campaign: again!.sends![0]!.campaign
	});
	await work(workspace);

	expect(await clickersOf(workspace, /port se numérise/)).toEqual({ clickers: 2, clicks: 3 });
	expect(await clickersOf(workspace, /Millau/)).toEqual({ clickers: 3, clicks: 6 });
	expect(await workspace.issues()).toMatchObject([{ number: 12, clickers: 4 }]);
	expect((await listImports(workspace.db, publication.id)).map(({ accepted }) => accepted)).toEqual(
		[3, 2, 1]
	);
	expect(await workspace.differences()).toEqual([]);

	await workspace.undo(second);
	expect(await clickersOf(workspace, /Millau/)).toEqual({ clickers: null, clicks: null });
	expect(await workspace.differences()).toEqual([]);
});

test('a mapping that names issue and link → the same clickers without a question', async () => {
	const map: ColumnMap = {
		kind: 'counts',
		columns: { address: 'Email Address', total: 'Clicks' },
		campaign: '#12',
		url: link('port', 12)
	};
	const workspace = await newWorkspace();
	const folder = written({ 'lettre-12.md': bytes(issue12), 'port.csv': port });
	await importPaths(await workspace.context(), [join(folder, 'lettre-12.md')]);
	await importPaths(await workspace.context({ map }), [join(folder, 'port.csv')]);
	expect(await clickersOf(workspace, /port se numérise/)).toEqual({ clickers: 2, clicks: 3 });
});
