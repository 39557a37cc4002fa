import { expect, test } from 'vitest';
import { placePage, sayPage, unplacePage } from '#lib/server/editing/pages.ts';
import { pageFigures } from '#lib/server/figures/pages.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { bytes, table } from '../simulate/sample/table.ts';
import { frenchFile, frenchHead, frenchRows, issue12, people, sent } from './canal.ts';
import { newDesk, type Desk } from './publication.ts';

const actor = { by: null, now: 0 };
const lost = 'https://canal.example.com/plan-du-site';
const settled = (desk: Desk) => workOff(desk.db, () => ({}) as never, Date.now);

/** Clicks on a page that issue 12 does not name, by so many readers. */
function clicksOn(url: string, readers = 3, hours = 60): Uint8Array {
	const at = (i: number) => new Date(sent[12] + (hours + i) * 3_600_000).toISOString().slice(0, 19);
	const rows = people
		.slice(0, readers)
		.map(({ address }, i) => [
			...[address, at(i).replace('T', ' '), url, 'La lettre du canal n° 12']
		]);
	return bytes(table(frenchHead, rows, ';', '\r\n'));
}

async function issueWithLostPage() {
	const desk = await newDesk();
	await desk.take({
		'lettre-12.md': bytes(issue12),
		'clics.csv': frenchFile(frenchRows()),
		'autres.csv': clicksOn(lost)
	});
	const figures = await pageFigures(desk.db, await desk.publication());
	const [issue] = figures.issues;
	return { desk, before: await desk.figures(), issue: issue!, page: issue!.pages[0]!.pageId };
}

const clickersOf = async (desk: Desk, title: RegExp) =>
	(await desk.items()).find((item) => title.test(item.title))?.clickers;

test('a clicked page that no document names waits in a list', async () => {
	const { desk, issue } = await issueWithLostPage();
	expect(issue).toMatchObject({ number: 12, pages: [{ clickers: 3, clicks: 3 }] });
	expect(issue.pages[0]!.page).toContain('canal.example.com/plan-du-site');
	expect(await desk.differences()).toEqual([]);
});

test('put into an item it counts there, and taken out again nothing is left of it', async () => {
	const { desk, before, issue, page } = await issueWithLostPage();
	const publication = await desk.publication();
	const item = issue.items.find(({ title }) => /port/i.test(title))!;
	const own = (await clickersOf(desk, /port/i))!;
	await placePage(desk.db, publication, { issue: issue.id, page, item: item.id }, actor);
	await settled(desk);

	expect(await clickersOf(desk, /port/i)).toBe(own + 3);
	const { issues, said } = await pageFigures(desk.db, publication);
	expect(issues).toEqual([]);
	expect(said.placements).toMatchObject([{ issue: '12', item: item.title }]);
	expect(await desk.differences()).toEqual([]);

	// an import afterwards leaves it where it is
	await desk.take({ 'plus.csv': clicksOn(lost, 5, 90) });
	expect(await clickersOf(desk, /port/i)).toBe(own + 5);
	const receipts = await desk.receipts();
	await desk.undo(receipts.find(({ file }) => file === 'plus.csv')!.id);

	await unplacePage(desk.db, publication, said.placements[0]!.id, actor);
	await settled(desk);
	expect(await desk.figures()).toEqual(before);
	expect(await desk.differences()).toEqual([]);
});

test('it may become an item of its own', async () => {
	const { desk, before, issue, page } = await issueWithLostPage();
	const publication = await desk.publication();
	await placePage(desk.db, publication, { issue: issue.id, page, item: null }, actor);
	await settled(desk);
	expect(await clickersOf(desk, /plan-du-site/)).toBe(3);

	const { said } = await pageFigures(desk.db, publication);
	await unplacePage(desk.db, publication, said.placements[0]!.id, actor);
	await settled(desk);
	expect(await desk.figures()).toEqual(before);
	expect(await desk.differences()).toEqual([]);
});

test.each(['house', 'footer'] as const)(
	'a page of the %s is so in every issue, past and future',
	async (role) => {
		const { desk, before, page } = await issueWithLostPage();
		const publication = await desk.publication();
		await sayPage(desk.db, publication, page, { role }, actor);
		await settled(desk);
		expect((await pageFigures(desk.db, publication)).issues).toEqual([]);
		expect(await desk.differences()).toEqual([]);

		await sayPage(desk.db, publication, page, null, actor);
		await settled(desk);
		expect(await desk.figures()).toEqual(before);
	}
);

test('a page that is the same as another counts as it, in what comes later too', async () => {
	const { desk, before, issue, page } = await issueWithLostPage();
	const publication = await desk.publication();
	const target = issue.known.find((one) => one.page.endsWith('/port'))!;
	const own = (await clickersOf(desk, /port/i))!;
	await sayPage(desk.db, publication, page, { same: target.id }, actor);
	await settled(desk);
	expect(await clickersOf(desk, /port/i)).toBe(own + 3);
	expect(await desk.differences()).toEqual([]);

	await desk.take({ 'plus.csv': clicksOn(lost, 6, 90) });
	expect(await clickersOf(desk, /port/i)).toBe(own + 6);
	const receipts = await desk.receipts();
	const plus = receipts.find(({ file }) => file === 'plus.csv')!;
	expect(plus).toMatchObject({ matched: 6, unmatched: 0 });
	await desk.undo(plus.id);

	await expect(sayPage(desk.db, publication, target.id, { same: page }, actor)).rejects.toThrow();
	await sayPage(desk.db, publication, page, null, actor);
	await settled(desk);
	expect(await desk.figures()).toEqual(before);
	expect(await desk.differences()).toEqual([]);
});
