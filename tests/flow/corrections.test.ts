import { expect, test } from 'vitest';
import { assignTopics } from '#lib/server/editing/assign-topics.ts';
import { correct, redoCorrection, undoCorrection } from '#lib/server/editing/corrections.ts';
import type { CorrectionRequest } from '#lib/server/derive/correction-kinds.ts';
import { correctionsOf } from '#lib/server/store/content/corrections.ts';
import { issueEdit } from '#lib/server/figures/content/issue-edit.ts';
import { rederive } from '#lib/server/derive/rederive.ts';
import { parcels, zip } from './canal.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const files = Object.fromEntries(
	Object.entries(parcels()).map(([name, parcel]) => [`${name}.zip`, zip(parcel)])
);
const actor = { by: null, now: 0 };

async function issue12() {
	const workspace = await newWorkspace();
	await workspace.take(files);
	const id = (await workspace.issues()).find(({ number }) => number === 12)!.id;
	const now = async () => issueEdit(workspace.db, await workspace.publication(), id);
	const item = async (title: string) =>
		(await now()).items.find((one) => one.title.includes(title))!;
	const request = async (asked: CorrectionRequest, shown: unknown = null) =>
		correct(workspace.db, await workspace.publication(), id, asked, actor, shown);
	return { workspace, id, now, item, request };
}

/** Derives everything anew, as an import would. */
async function settled(workspace: Workspace) {
	const dirty = { sends: 'all', readers: true } as const;
	await rederive(workspace.db, await workspace.publication(), dirty, Date.now());
}

test('corrected items, derived anew → still corrected, with rollups that agree with the events', async () => {
	const { workspace, item, request, now } = await issue12();
	const [lock, bridge] = [await item('maquettes'), await item('Millau')];
	const clicks = lock.pages.length + bridge.pages.length;

	await request({ kind: 'merge', item: bridge.id, into: lock.id });
	await request({ kind: 'title', item: lock.id, title: 'Maquettes et câble' });
	await request({ kind: 'role', item: lock.id, role: 'sponsor' });
	await request({ kind: 'move', item: lock.id, section: 'Réclame' });
	expect(await item('câble')).toMatchObject({ role: 'sponsor', section: 'Réclame', id: lock.id });
	expect((await item('câble')).pages).toHaveLength(clicks);
	expect(await workspace.differences()).toEqual([]);

	await workspace.work();
	const before = { edit: await now(), figures: await workspace.figures() };
	await settled(workspace);
	expect({ edit: await now(), figures: await workspace.figures() }).toEqual(before);
	expect(await workspace.differences()).toEqual([]);
});

test('an issue whose files are all undone and imported again → the same issue, with what editors said in it', async () => {
	const { workspace, id, item, request } = await issue12();
	const { db } = workspace;
	const lock = await item('maquettes');
	await request({ kind: 'title', item: lock.id, title: 'Maquettes et câble' });
	const publication = await workspace.publication();
	const of = { items: [lock.id], topics: [], names: ['Écluses'] };
	await assignTopics(db, publication, of, actor);
	await workspace.work();
	const { topics: said } = await item('câble');
	expect(said).toHaveLength(1);
	const before = await workspace.figures();
	const numbers = async () => (await workspace.issues()).map(({ id }) => id);
	const issues = await numbers();

	const files = Object.fromEntries(
		Object.entries(parcels()).map(([name, parcel]) => [`${name}.zip`, zip(parcel)])
	);
	for (const { id } of (await workspace.receipts()).filter(({ state }) => state === 'done'))
		await workspace.undo(id);
	expect(await numbers()).toEqual([]);
	expect(await correctionsOf(db, [id])).toEqual([]);
	// in another order: issues are met in another one, too
	await workspace.take(Object.fromEntries(Object.entries(files).reverse()));
	await workspace.work();

	expect(new Set(await numbers())).toEqual(new Set(issues));
	expect((await item('câble')).topics).toEqual(said);
	expect(await workspace.figures()).toEqual(before);
});

test('corrections undone step by step → the figures before them; redone → as corrected', async () => {
	const { workspace, id, item, request } = await issue12();
	const figures = await workspace.figures();
	const cable = await item('Millau');
	const port = await item('port');

	await request({ kind: 'link', item: cable.id, page: cable.pages[0]!.id, into: port.id });
	const [, second] = (await item('port')).pages;
	await request({ kind: 'split', item: port.id, page: second!.id, title: 'Seul' });
	await request({ kind: 'section', from: port.section, to: 'À lire' });
	const corrected = await workspace.figures();
	expect(corrected).not.toEqual(figures);

	for (let i = 0; i < 4; i++)
		await undoCorrection(workspace.db, await workspace.publication(), id, actor);
	expect(await workspace.figures()).toEqual(figures);
	for (let i = 0; i < 4; i++)
		await redoCorrection(workspace.db, await workspace.publication(), id, actor);
	expect(await workspace.figures()).toEqual(corrected);
	expect(await workspace.differences()).toEqual([]);
});

test('a change after an undo → nothing can be redone', async () => {
	const { workspace, id, item, request, now } = await issue12();
	const port = await item('port');
	await request({ kind: 'title', item: port.id, title: 'Un' });
	await undoCorrection(workspace.db, await workspace.publication(), id, actor);
	expect(await now()).toMatchObject({ undo: null, redo: expect.any(Number) });

	await request({ kind: 'title', item: port.id, title: 'Deux' });
	expect(await now()).toMatchObject({ undo: expect.any(Number), redo: null });
	await redoCorrection(workspace.db, await workspace.publication(), id, actor);
	expect((await now()).items.map(({ title }) => title)).toContain('Deux');
});

test('a correction of an item that is not of the issue → refused', async () => {
	const { request } = await issue12();
	await expect(request({ kind: 'title', item: 9999, title: 'x' })).rejects.toThrow('noSuchItem');
});

test.each([
	['title', { title: 'Un' }, { title: 'Deux' }],
	['authors', { authors: ['Maud'] }, { authors: ['Léon'] }],
	['role', { role: 'sponsor' }, { role: 'house' }],
	['move', { section: 'Agenda' }, { section: 'Réclame' }]
] as const)(
	'two who correct the %s of one item from the same page → the second is told, and the first’s holds',
	async (kind, one, other) => {
		const { now, item, request } = await issue12();
		const shown = await item('port');
		const say = (what: object) =>
			request({ kind, item: shown.id, ...what } as CorrectionRequest, { ...shown });
		await say(one);
		const first = await now();
		await expect(say(other)).rejects.toMatchObject({
			code: 'itemMovedOn',
			details: { title: 'title' in one ? 'Un' : shown.title }
		});
		expect(await now()).toEqual(first);
		// both say the same, or the second looked again, or speaks of something else of it
		await say(one);
		const again = (await now()).items.find(({ id }) => id === shown.id)!;
		await request({ kind, item: shown.id, ...other } as CorrectionRequest, again);
		const [name, value] = Object.entries(other)[0]!;
		const stands = (await now()).items.find(({ id }) => id === shown.id)!;
		expect(stands[name as 'title']).toEqual(value);
	}
);

test('two who correct different things of one item from the same page → both hold', async () => {
	const { item, request } = await issue12();
	const shown = await item('port');
	await request({ kind: 'authors', item: shown.id, authors: ['Maud'] }, shown);
	await request({ kind: 'title', item: shown.id, title: 'Un port' }, shown);
	expect(await item('Un port')).toMatchObject({ id: shown.id, authors: ['Maud'] });
});

test('two who rename one heading from the same page → the second is told that it is not there', async () => {
	const { item, request, now } = await issue12();
	const { section } = await item('port');
	await request({ kind: 'section', from: section, to: 'À lire' });
	const first = await now();
	for (const asked of [
		{ kind: 'section', from: section, to: 'Brèves' },
		{ kind: 'story', from: section! }
	] as const)
		await expect(request(asked)).rejects.toMatchObject({ code: 'noSuchHeading' });
	expect(await now()).toEqual(first);
});

test('an undo or redo of what is no longer the last step → refused, and nothing is undone', async () => {
	const { workspace, id, item, request, now } = await issue12();
	const publication = await workspace.publication();
	const port = await item('port');
	await request({ kind: 'title', item: port.id, title: 'Un' });
	const { undo } = await now();
	await request({ kind: 'role', item: port.id, role: 'house' });
	const both = await now();
	const refused = { code: 'stepMovedOn' };
	await expect(undoCorrection(workspace.db, publication, id, actor, undo)).rejects.toMatchObject(
		refused
	);
	expect(await now()).toEqual(both);

	await undoCorrection(workspace.db, publication, id, actor, both.undo);
	const { redo } = await now();
	await request({ kind: 'role', item: port.id, role: 'sponsor' });
	await expect(redoCorrection(workspace.db, publication, id, actor, redo)).rejects.toMatchObject(
		refused
	);
	expect(await item('Un')).toMatchObject({ role: 'sponsor' });
});
