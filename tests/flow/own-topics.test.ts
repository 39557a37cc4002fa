import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPack, keepTopics } from '#lib/server/editing/own-topics.ts';
import { assignTopics } from '#lib/server/editing/assign-topics.ts';
import { undoTopicChange } from '#lib/server/editing/topic-history.ts';
import { managedTopics } from '#lib/server/figures/content/managed-topics.ts';
import { topicProposals } from '#lib/server/figures/content/topic-proposals.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { everything } from '#lib/filters/filters.ts';
import { addTopics } from '#lib/server/store/content/topics.ts';
import { allNames } from '#lib/topics/names.ts';
import { packs, packTopics } from '#lib/topics/packs.ts';
import type { Call } from '../../src/cli/command.ts';
import { topics as topicsCommand } from '../../src/cli/topics.ts';
import { fields, lettersOf } from '../simulate/fields.ts';
import { newWorkspace, tempFolder, type Workspace } from './publication.ts';

const actor = { by: null, now: 0 };
const [garden] = fields;

/** Issues of a garden's letter as files. */
function letters(issues: number) {
	const { pieces } = lettersOf(garden, issues);
	return Object.fromEntries(
		Array.from({ length: issues }, (_, i) => {
			const own = pieces.filter(({ issue }) => issue === i + 1);
			const day = new Date(Date.UTC(2025, 0, 2 + 7 * i)).toISOString().slice(0, 10);
			const items = own.map(
				({ title, text }, n) => `### [${title}](https://jardin.example.com/${i}/${n})\n\n${text}\n`
			);
			const head = `---\ntitle: "Le carré ${i + 1}"\nnumber: ${i + 1}\ndate: ${day}\n---\n\n## Au jardin\n\n`;
			return [`${day}_carre-${i + 1}.md`, Buffer.from(head + items.join('\n'))];
		})
	);
}

async function filled(issues = 20) {
	const workspace = await newWorkspace();
	await workspace.take(letters(issues));
	return workspace;
}

const proposed = async (workspace: Workspace) =>
	topicProposals(workspace.db, await workspace.publication());
const rows = async (workspace: Workspace) =>
	(await topicFigures(workspace.db, await workspace.publication(), everything)).topics;

test('after the first import → topics are of the publication’s own words, suggested, and of no pack', async () => {
	const workspace = await filled();
	const topics = await rows(workspace);
	expect(topics.length).toBeGreaterThan(4);
	expect(topics.every(({ suggested }) => suggested)).toBe(true);
	const names = new Set(packTopics.flatMap(({ names }) => allNames(names)));
	for (const { topic } of topics) expect(names).not.toContain(topic);

	const { proposals, items } = await proposed(workspace);
	expect(items).toBe(120);
	expect(proposals.map(({ name }) => name).sort()).toEqual(topics.map(({ topic }) => topic).sort());
	for (const { words, examples, items: held } of proposals) {
		expect(words.length).toBeGreaterThan(0);
		expect(examples.length).toBeGreaterThan(1);
		expect(held).toBeGreaterThan(2);
	}
	expect(await workspace.differences()).toEqual([]);
});

test('whichever issue comes first → the same topics', async () => {
	const files = letters(12);
	const [workspace, other] = [await newWorkspace(), await newWorkspace()];
	await workspace.take(files);
	for (const [name, bytes] of Object.entries(files).reverse()) await other.take({ [name]: bytes });
	expect(await other.figures()).toEqual(await workspace.figures());
});

test('kept under the editor’s names → exactly these, what was left out goes, and undo brings all back', async () => {
	const workspace = await filled();
	const before = {
		workspace: await managedTopics(workspace.db, await workspace.publication()),
		rows: await rows(workspace)
	};
	const { proposals } = await proposed(workspace);
	const [first, second, third] = proposals;
	const words = (one: typeof first) => one!.words.map(({ word }) => word);
	const kept = [
		{ name: 'Tomates & cie', words: words(first), ids: [first!.id!] },
		{
			name: 'Le reste',
			words: [...words(second), ...words(third)],
			ids: [second!.id!, third!.id!]
		},
		{ name: 'Ruches', words: ['abeille'], ids: [] }
	];
	await keepTopics(workspace.db, await workspace.publication(), kept, actor);
	await workspace.work();

	const { topics } = await managedTopics(workspace.db, await workspace.publication());
	expect(topics.map(({ name }) => name).sort()).toEqual(['Le reste', 'Ruches', 'Tomates & cie']);
	expect((await rows(workspace)).map(({ topic }) => topic).sort()).toEqual([
		'Le reste',
		'Tomates & cie'
	]);
	// another import proposes nothing by itself
	await workspace.take(letters(22));
	expect((await managedTopics(workspace.db, await workspace.publication())).topics).toHaveLength(3);
	// what is left may be asked for
	expect((await proposed(workspace)).proposals.every(({ id }) => id === null)).toBe(true);

	await undoTopicChange(workspace.db, await workspace.publication(), actor);
	await workspace.work();
	expect(
		(await managedTopics(workspace.db, await workspace.publication())).topics.map(
			({ name }) => name
		)
	).toEqual(before.workspace.topics.map(({ name }) => name));
});

test('two topics of one name → refused, and nothing is kept', async () => {
	const workspace = await filled(6);
	const before = (await managedTopics(workspace.db, await workspace.publication())).topics;
	const twice = ['Semis', 'SEMIS'].map((name) => ({ name, words: [], ids: [] }));
	await expect(
		keepTopics(workspace.db, await workspace.publication(), twice, actor)
	).rejects.toThrow('topicNameTaken');
	expect((await managedTopics(workspace.db, await workspace.publication())).topics).toEqual(before);
});

test('an editor said what an item is about → proposals stay as they are', async () => {
	const workspace = await filled();
	const [topic] = (await managedTopics(workspace.db, await workspace.publication())).topics;
	const [item] = await workspace.items();
	await assignTopics(
		workspace.db,
		await workspace.publication(),
		{ items: [item!.id], topics: [topic!.id] },
		actor
	);
	await workspace.take(letters(30));
	const now = (await managedTopics(workspace.db, await workspace.publication())).topics;
	expect(now.map(({ id }) => id)).toContain(topic!.id);
});

test('a pack → its topics join those there are; an unknown one is refused', async () => {
	const workspace = await filled(6);
	await addPack(workspace.db, await workspace.publication(), 'food', actor);
	const { topics } = await managedTopics(workspace.db, await workspace.publication());
	const food = packs.find(({ key }) => key === 'food')!.topics;
	expect(topics.map(({ names }) => names.fr)).toEqual(
		expect.arrayContaining(food.map(({ names }) => names.fr))
	);
	await expect(
		addPack(workspace.db, await workspace.publication(), 'nothing', actor)
	).rejects.toThrow('badChoice');
});

test('topics of packs that an earlier version gave by itself → stay where they are used, else go', async () => {
	const given = packTopics.slice(0, 4).map(({ key, names, words }) => ({ key, names, words }));
	for (const used of [true, false]) {
		const workspace = await newWorkspace();
		const { id } = await workspace.publication();
		await addTopics(
			workspace.db,
			given.map((topic) => ({ ...topic, publicationId: id }))
		);
		const files = letters(6);
		const [name, bytes] = Object.entries(files)[0]!;
		await workspace.take({ [name]: bytes });
		if (used) {
			// as it was: given before this version looked at them
			await addTopics(
				workspace.db,
				given.map((topic) => ({ ...topic, publicationId: id }))
			);
			const { topics } = await managedTopics(workspace.db, await workspace.publication());
			const [item] = await workspace.items();
			const topic = topics.find(({ names }) => names.fr === given[0]!.names.fr)!;
			await assignTopics(
				workspace.db,
				await workspace.publication(),
				{ items: [item!.id], topics: [topic.id] },
				actor
			);
		}
		await workspace.take(files);
		const names = (await managedTopics(workspace.db, await workspace.publication())).topics.map(
			({ names }) => names.fr
		);
		for (const { names: own } of given)
			if (used) expect(names).toContain(own.fr);
			else expect(names).not.toContain(own.fr);
	}
});

test('on the command line → proposals, kept from an edited file, and packs', async () => {
	const workspace = await filled(10);
	const folder = tempFolder();
	mkdirSync(folder, { recursive: true });
	const run = (options: Record<string, string | boolean>, args: string[] = []) =>
		topicsCommand.run({
			args,
			options: { publication: 'canal', ...options },
			locale: 'en',
			path: (typed: string) => join(folder, typed),
			talk: () => undefined,
			db: async () => workspace.db
		} as unknown as Call);

	const answer = (await run({}, ['propose']))!;
	const list = answer.json as { id: number; name: string; words: { word: string }[] }[];
	expect(list.length).toBeGreaterThan(2);
	expect((await run({ propose: true }))!.json).toEqual(list);
	expect(answer.lines.join('\n')).toContain(list[0]!.name);

	writeFileSync(join(folder, 'kept.json'), JSON.stringify([{ ...list[0]!, name: 'À moi' }]));
	await run({ keep: 'kept.json' });
	const { topics } = await managedTopics(workspace.db, await workspace.publication());
	expect(topics.map(({ name }) => name)).toEqual(['À moi']);

	writeFileSync(join(folder, 'none.json'), '{');
	await expect(run({ keep: 'none.json' })).rejects.toThrow('topicsUnreadable');
	await expect(run({}, ['others'])).rejects.toThrow('badChoice');
});
