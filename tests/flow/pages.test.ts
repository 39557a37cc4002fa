import { expect, test } from 'vitest';
import { placePage, assignPage, unplacePage } from '#lib/server/editing/pages.ts';
import { pageFigures } from '#lib/server/figures/pages.ts';
import { pageIds } from '#lib/server/store/events/urls.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { bytes, table } from '../simulate/sample/table.ts';
import { frenchFile, frenchHead, frenchRows, issue12, people, sent } from './canal.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const actor = { by: null, now: 0 };
const lost = 'https://canal.example.com/plan-du-site';
const settled = (workspace: Workspace) => workOff(workspace.db, () => ({}) as never, Date.now);

/** Clicks on a page that issue 12 does not name, by so many readers. */
function clicksOn(url: string, readers = 3, hours = 60): Uint8Array {
	const at = (i: number) => new Date(sent[12] + (hours + i) * 3_600_000).toISOString().slice(0, 19);
	const rows = people
		.slice(0, readers)
		.map(({ address }, i) => [address, at(i).replace('T', ' '), url, 'La lettre du canal n° 12']);
	return bytes(table(frenchHead, rows, ';', '\r\n'));
}

async function issueWithLostPage() {
	const workspace = await newWorkspace();
	await workspace.take({
		'lettre-12.md': bytes(issue12),
		'clics.csv': frenchFile(frenchRows()),
		'autres.csv': clicksOn(lost)
	});
	const figures = await pageFigures(workspace.db, await workspace.publication());
	const [issue] = figures.issues;
	return {
		workspace,
		before: await workspace.figures(),
		issue: issue!,
		page: issue!.pages[0]!.pageId
	};
}

const clickersOf = async (workspace: Workspace, title: RegExp) =>
	(await workspace.items()).find((item) => title.test(item.title))?.clickers;

test('a clicked page that no document names → waits in a list', async () => {
	const { workspace, issue } = await issueWithLostPage();
	expect(issue).toMatchObject({ number: 12, pages: [{ clickers: 3, clicks: 3 }] });
	expect(issue.pages[0]!.page).toContain('canal.example.com/plan-du-site');
	expect(await workspace.differences()).toEqual([]);
});

test('a page put into an item → counts there, also after an import; taken out → figures as before', async () => {
	const { workspace, before, issue, page } = await issueWithLostPage();
	const publication = await workspace.publication();
	const item = issue.items.find(({ title }) => /port/i.test(title))!;
	const own = (await clickersOf(workspace, /port/i))!;
	await placePage(workspace.db, publication, { issue: issue.id, page, item: item.id }, actor);
	await settled(workspace);

	expect(await clickersOf(workspace, /port/i)).toBe(own + 3);
	const { issues, said } = await pageFigures(workspace.db, publication);
	expect(issues).toEqual([]);
	expect(said.placements).toMatchObject([{ issue: '12', item: item.title }]);
	expect(await workspace.differences()).toEqual([]);

	// an import afterwards leaves it where it is
	await workspace.take({ 'plus.csv': clicksOn(lost, 5, 90) });
	expect(await clickersOf(workspace, /port/i)).toBe(own + 5);
	const receipts = await workspace.receipts();
	await workspace.undo(receipts.find(({ file }) => file === 'plus.csv')!.id);

	await unplacePage(workspace.db, publication, said.placements[0]!.id, actor);
	await settled(workspace);
	expect(await workspace.figures()).toEqual(before);
	expect(await workspace.differences()).toEqual([]);
});

test('a page made an item of its own → counts there; taken out → figures as before', async () => {
	const { workspace, before, issue, page } = await issueWithLostPage();
	const publication = await workspace.publication();
	await placePage(workspace.db, publication, { issue: issue.id, page, item: null }, actor);
	await settled(workspace);
	expect(await clickersOf(workspace, /plan-du-site/)).toBe(3);

	const { said } = await pageFigures(workspace.db, publication);
	await unplacePage(workspace.db, publication, said.placements[0]!.id, actor);
	await settled(workspace);
	expect(await workspace.figures()).toEqual(before);
	expect(await workspace.differences()).toEqual([]);
});

test.each(['house', 'footer'] as const)(
	'a page said to be of the %s → waits no more; taken back → figures as before',
	async (role) => {
		const { workspace, before, page } = await issueWithLostPage();
		const publication = await workspace.publication();
		await assignPage(workspace.db, publication, page, { role }, actor);
		await settled(workspace);
		expect((await pageFigures(workspace.db, publication)).issues).toEqual([]);
		expect(await workspace.differences()).toEqual([]);

		await assignPage(workspace.db, publication, page, null, actor);
		await settled(workspace);
		expect(await workspace.figures()).toEqual(before);
	}
);

test('a page said to be the same as another → counts as it, also in a later import; taken back → as before', async () => {
	const { workspace, before, issue, page } = await issueWithLostPage();
	const publication = await workspace.publication();
	const target = issue.known.find((one) => one.page.endsWith('/port'))!;
	const own = (await clickersOf(workspace, /port/i))!;
	await assignPage(workspace.db, publication, page, { same: target.id }, actor);
	await settled(workspace);
	expect(await clickersOf(workspace, /port/i)).toBe(own + 3);
	expect(await workspace.differences()).toEqual([]);

	await workspace.take({ 'plus.csv': clicksOn(lost, 6, 90) });
	expect(await clickersOf(workspace, /port/i)).toBe(own + 6);
	const receipts = await workspace.receipts();
	const plus = receipts.find(({ file }) => file === 'plus.csv')!;
	expect(plus).toMatchObject({ matched: 6, unmatched: 0 });
	await workspace.undo(plus.id);

	await expect(
		assignPage(workspace.db, publication, target.id, { same: page }, actor)
	).rejects.toThrow();
	await assignPage(workspace.db, publication, page, null, actor);
	await settled(workspace);
	expect(await workspace.figures()).toEqual(before);
	expect(await workspace.differences()).toEqual([]);
});

test('a page that only another publication knows → placed nowhere, and the same as none', async () => {
	const { workspace, issue, page } = await issueWithLostPage();
	const { db } = workspace;
	const publication = await workspace.publication();
	const theirs = 'https://example.com/theirs';
	const other = (await pageIds(db, [theirs])).get(theirs)!;
	for (const say of [
		() => placePage(db, publication, { issue: issue.id, page: other, item: null }, actor),
		() => assignPage(db, publication, other, { role: 'house' }, actor),
		() => assignPage(db, publication, page, { same: other }, actor)
	])
		await expect(say()).rejects.toThrow('noSuchPage');
});

test('two who say where a page belongs from the same page → the second is told, and the first’s holds', async () => {
	const { workspace, issue, page } = await issueWithLostPage();
	const { db } = workspace;
	const publication = await workspace.publication();
	const [one, other] = issue.items;
	const place = (item: number) =>
		placePage(db, publication, { issue: issue.id, page, item }, actor, true);
	const footer = () => assignPage(db, publication, page, { role: 'footer' }, actor, issue.id);
	const refused = { code: 'sayingMovedOn' };
	await place(one!.id);
	await expect(place(other!.id)).rejects.toMatchObject(refused);
	await expect(footer()).rejects.toMatchObject(refused);
	const { said } = await pageFigures(db, publication);
	expect([said.pages, said.placements.map(({ item }) => item)]).toEqual([[], [one!.title]]);

	await unplacePage(db, publication, said.placements[0]!.id, actor);
	await footer();
	await expect(place(one!.id)).rejects.toMatchObject(refused);
});
