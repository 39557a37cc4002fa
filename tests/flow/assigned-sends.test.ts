import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { correct } from '#lib/server/editing/corrections.ts';
import { assignSends, unassignSends } from '#lib/server/editing/sends.ts';
import { assignTopics } from '#lib/server/editing/assign-topics.ts';
import { changeRetention } from '#lib/server/editing/privacy.ts';
import { retain } from '#lib/server/ingest/retain.ts';
import { sendFigures } from '#lib/server/figures/sends.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { topicsSaid } from '#lib/server/store/content/topic-changes.ts';
import { topicsOf } from '#lib/server/store/content/topics.ts';
import { bytes, table } from '../simulate/sample/table.ts';
import { newWorkspace, type Workspace } from './publication.ts';

// Of which issue a send is, said by a person where no rule can tell, or tells it wrongly.

const page = (name: string) => `https://quai.example.com/${name}`;
const letter = (title: string, date: string, pages: readonly string[]) =>
	bytes(
		`---\ntitle: "${title}"\ndate: ${date}\n---\n\n# ${title}\n\n## À la une\n\n${pages
			.map(
				(name) => `### [Ce que l’on sait de ${name}](${page(name)})\n\nUne phrase sur ${name}.\n`
			)
			.join('\n')}`
	);

const harbour = ['grue', 'phare', 'quai', 'bouee'];
const letters = {
	'port.md': letter('Le port au printemps', '2026-03-02', harbour),
	'mer.md': letter('La mer au printemps', '2026-03-23', ['vague', 'marin', 'sel', 'algue'])
};

/** Clicks by four readers on each page, of a send that its export calls so. */
function clicksOf(send: string, pages: readonly string[], day = '2026-03-12') {
	const rows = pages.flatMap((name, i) =>
		['ana', 'bo', 'cy', 'di'].map((reader) => [
			`${reader}@example.com`,
			send,
			page(name),
			`${day} 0${6 + i}:1${i}:00`
		])
	);
	return bytes(table(['Email', 'Campaign', 'URL', 'Clicked at'], rows));
}

/** One page of the letter about the harbour, and two that no letter links to. */
const strange = { 'clics.csv': clicksOf('zz-88', ['grue', 'ailleurs', 'encore']) };
const actor = { by: null, now: 1 };

const settled = ({ db }: Workspace) => workOff(db, () => ({}) as never, Date.now);

const look = async ({ db, publication }: Workspace) => sendFigures(db, await publication());

async function assign(workspace: Workspace, send: string, issue: number | null) {
	const { sends } = await look(workspace);
	const { id } = sends.find((one) => one.send === send)!;
	await assignSends(workspace.db, await workspace.publication(), [{ send: id, issue }], actor);
	await settled(workspace);
}

async function takeBack(workspace: Workspace, send: string) {
	const said = (await look(workspace)).said.find((one) => one.send === send)!;
	await unassignSends(workspace.db, await workspace.publication(), [said], actor);
	await settled(workspace);
}

/** By title of an issue: whether it has a document, its clicks and how many of them are in items. */
async function issues(workspace: Workspace) {
	const rows = await workspace.issues();
	return Object.fromEntries(
		rows.map(({ title, hasDocument, clicks, matchedClicks }) => [
			title,
			[hasDocument, clicks, hasDocument && clicks !== null ? matchedClicks : null]
		])
	);
}

const idOf = async (workspace: Workspace, title: string) =>
	(await workspace.issues()).find((issue) => issue.title === title)!.id;

const apart = {
	'zz-88': [false, 12, null],
	'Le port au printemps': [true, null, null],
	'La mer au printemps': [true, null, null]
};

test('a send that nothing joins with its letter → the letter is proposed; assigned → its items have the clicks; undone → all as before', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ ...letters, ...strange });
	expect(await issues(workspace)).toEqual(apart);
	const before = await workspace.figures();
	const { alone } = await look(workspace);
	const id = await idOf(workspace, 'Le port au printemps');
	expect(alone).toMatchObject([
		{ send: 'zz-88', by: 'alone', proposal: { issue: id, because: 'pages', shared: 1, clicked: 3 } }
	]);

	await assign(workspace, 'zz-88', id);
	expect(await issues(workspace)).toEqual({
		'Le port au printemps': [true, 12, 4],
		'La mer au printemps': [true, null, null]
	});
	expect(await idOf(workspace, 'Le port au printemps')).toBe(id);
	expect(await look(workspace)).toMatchObject({
		alone: [],
		sends: [{ send: 'zz-88', by: 'editor' }],
		said: [{ send: 'zz-88', issue: 'Le port au printemps', waits: null }]
	});
	expect(await workspace.differences()).toEqual([]);

	await takeBack(workspace, 'zz-88');
	expect(await workspace.figures()).toEqual(before);
	expect((await look(workspace)).said).toEqual([]);
	expect(await workspace.differences()).toEqual([]);
});

test('a send joined with a wrong letter → set apart, or given to another; undone → the rule tells again', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ ...letters, 'clics.csv': clicksOf('Le port au printemps', harbour) });
	const before = await workspace.figures();
	expect(await issues(workspace)).toMatchObject({ 'Le port au printemps': [true, 16, 16] });

	await assign(workspace, 'Le port au printemps', null);
	const rows = await workspace.issues();
	expect(rows.map(({ hasDocument, clicks }) => [hasDocument, clicks])).toEqual(
		expect.arrayContaining([
			[false, 16],
			[true, null],
			[true, null]
		])
	);
	await assign(workspace, 'Le port au printemps', await idOf(workspace, 'La mer au printemps'));
	expect(await issues(workspace)).toEqual({
		'Le port au printemps': [true, null, null],
		'La mer au printemps': [true, 16, 0]
	});
	expect((await look(workspace)).said).toHaveLength(1);

	await takeBack(workspace, 'Le port au printemps');
	expect(await workspace.figures()).toEqual(before);
	expect(await workspace.differences()).toEqual([]);
});

test('what was said of a send → holds in any order of imports, and again once what it speaks of is there again', async () => {
	const workspace = await newWorkspace();
	const [clicks] = await workspace.take(strange);
	const [port] = await workspace.take({ 'port.md': letters['port.md'] });
	await workspace.take({ 'mer.md': letters['mer.md'] });
	await assign(workspace, 'zz-88', await idOf(workspace, 'Le port au printemps'));
	const joined = await issues(workspace);
	expect(joined).toMatchObject({ 'Le port au printemps': [true, 12, 4] });

	await workspace.undo(clicks!.id);
	expect((await look(workspace)).said).toMatchObject([{ send: 'zz-88', waits: 'send' }]);
	await workspace.take(strange);
	expect(await issues(workspace)).toEqual(joined);

	await workspace.undo(port!.id);
	expect((await look(workspace)).said).toMatchObject([
		{ send: 'zz-88', issue: 'port.md', waits: 'issue' }
	]);
	expect(await issues(workspace)).toMatchObject({ 'zz-88': [false, 12, null] });
	await workspace.take({ 'port.md': letters['port.md'] });
	expect(await issues(workspace)).toEqual(joined);
	expect(await workspace.differences()).toEqual([]);
});

test('a send whose readers were forgotten → assigned and set apart with the same clickers', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ ...letters, ...strange });
	const { db } = workspace;
	await changeRetention(db, await workspace.publication(), 6, actor);
	await retain(db, await workspace.publication(), { by: null, now: Date.UTC(2027, 0, 1) });
	const cut = await db.all(sql`SELECT campaign FROM send WHERE cut_at IS NOT NULL`);
	expect(cut).toEqual([{ campaign: 'zz-88' }]);
	const before = await workspace.figures();

	await assign(workspace, 'zz-88', await idOf(workspace, 'Le port au printemps'));
	expect(await issues(workspace)).toMatchObject({ 'Le port au printemps': [true, 12, 4] });
	const crane = (await workspace.items()).find(({ title }) => title.includes('grue'));
	expect(crane).toMatchObject({ clickers: 4, clicks: 4 });
	expect(await workspace.differences()).toEqual([]);

	await takeBack(workspace, 'zz-88');
	expect(await workspace.figures()).toEqual(before);
});

test('sends of which no export says when they went out → in the order of their issues, the newest first', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		...letters,
		'a.csv': clicksOf('La mer au printemps', ['vague', 'sel'], '2026-03-24'),
		'b.csv': clicksOf('Le port au printemps', ['grue', 'quai'], '2026-03-03')
	});
	const { sends } = await look(workspace);
	expect(sends.map(({ send, sentAt }) => [send, sentAt])).toEqual([
		['La mer au printemps', null],
		['Le port au printemps', null]
	]);
});

test('two sends without a letter, each said to be of the other’s issue → one issue', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'a.csv': clicksOf('zz-1', ['a']),
		'b.csv': clicksOf('zz-2', ['b'], '2026-04-12')
	});
	expect(await workspace.issues()).toHaveLength(2);
	await assign(workspace, 'zz-2', await idOf(workspace, 'zz-1'));
	expect(await workspace.issues()).toMatchObject([{ clicks: 8 }]);
	const [one] = await workspace.issues();
	await assign(workspace, 'zz-1', one!.id);
	expect(await workspace.issues()).toMatchObject([{ clicks: 8 }]);
	expect(await workspace.differences()).toEqual([]);
});

test('issues that become one → what editors said in each and of its items stays', async () => {
	const workspace = await newWorkspace();
	const { db } = workspace;
	// the send is known before its letter: its issue is the older one
	await workspace.take(strange);
	await workspace.take(letters);
	const publication = await workspace.publication();
	const items = async () =>
		Object.fromEntries((await workspace.items()).map((item) => [item.title, item]));

	const before = await items();
	const crane = before['Ce que l’on sait de grue']!;
	await correct(
		db,
		publication,
		crane.issueId,
		{ kind: 'title', item: crane.id, title: 'La grue' },
		actor
	);
	const lighthouse = before['Ce que l’on sait de phare']!;
	await assignTopics(
		db,
		publication,
		{ items: [lighthouse.id], topics: [], names: ['Phares'] },
		actor
	);
	// said of the page that was clicked, before anybody knew its letter
	const clicked = before['Grue']!;
	await assignTopics(
		db,
		publication,
		{ items: [clicked.id], topics: [], names: ['Levage'] },
		actor
	);
	await settled(workspace);

	await assign(workspace, 'zz-88', crane.issueId);
	const after = await items();
	expect(after['La grue']).toMatchObject({ id: crane.id, issueId: crane.issueId, clicks: 4 });
	const said = await topicsSaid(db, [crane.id, lighthouse.id]);
	const topics = new Map(
		(await topicsOf(db, publication.id)).map(({ id, names }) => [id, names.fr])
	);
	const namesOf = (item: number) => said.get(item)?.map((id) => topics.get(id));
	expect(namesOf(crane.id)).toEqual(['Levage']);
	expect(namesOf(lighthouse.id)).toEqual(['Phares']);
	expect(await workspace.differences()).toEqual([]);
});

test('a send that is not there, an issue of nobody → refused, and nothing is kept', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ ...letters, ...strange });
	const publication = await workspace.publication();
	const { sends } = await look(workspace);
	const say = (send: number, issue: number | null) =>
		assignSends(
			workspace.db,
			publication,
			[
				{ send: sends[0]!.id, issue: null },
				{ send, issue }
			],
			actor
		);
	await expect(say(999, null)).rejects.toMatchObject({ code: 'noSuchSend' });
	await expect(say(sends[0]!.id, 999)).rejects.toMatchObject({ code: 'noSuchIssue' });
	await expect(
		unassignSends(workspace.db, publication, [{ sourceId: 1, campaign: 'zz-88' }], actor)
	).rejects.toMatchObject({ code: 'noSuchSend' });
	expect((await look(workspace)).said).toEqual([]);
});

test('two who assign one send from the same page → the second is told, and the first’s holds', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ ...letters, ...strange });
	const { db } = workspace;
	const publication = await workspace.publication();
	const { id: send } = (await look(workspace)).sends.find((one) => one.send === 'zz-88')!;
	const [port, sea] = await Promise.all(
		['Le port au printemps', 'La mer au printemps'].map((title) => idOf(workspace, title))
	);
	const say = (issue: number | null, now: number, seen: number) =>
		assignSends(db, publication, [{ send, issue }], { by: null, now }, seen);
	const said = async () => (await look(workspace)).said.map(({ issue }) => issue);
	await say(port!, 5, 0);
	const refused = { code: 'sayingMovedOn', details: { name: 'zz-88' } };
	await expect(say(sea!, 6, 0)).rejects.toMatchObject(refused);
	expect(await said()).toEqual(['Le port au printemps']);
	// the same is no harm, and who looks again may say otherwise
	await say(port!, 7, 0);
	await say(sea!, 8, 7);
	expect(await said()).toEqual(['La mer au printemps']);
	// nor is it taken back by who has seen another
	const keys = (await look(workspace)).said;
	await expect(unassignSends(db, publication, keys, actor, 7)).rejects.toMatchObject(refused);
	await unassignSends(db, publication, keys, actor, keys[0]!.at);
	expect(await said()).toEqual([]);
});
