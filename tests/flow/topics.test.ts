import { expect, test } from 'vitest';
import {
	archiveTopic,
	changeSuggestFrom,
	changeTopic,
	makeTopic,
	mergeTopic,
	splitTopic
} from '#lib/server/editing/topics.ts';
import { addPack } from '#lib/server/editing/own-topics.ts';
import { correctTopics, redoCorrection, undoCorrection } from '#lib/server/editing/corrections.ts';
import { assignTopics } from '#lib/server/editing/assign-topics.ts';
import { undoTopicChange } from '#lib/server/editing/topic-history.ts';
import { topicKey } from '#lib/server/derive/topic-key.ts';
import { everything } from '#lib/filters/filters.ts';
import { currentFilters } from '#lib/server/figures/current-filters.ts';
import { managedTopics } from '#lib/server/figures/content/managed-topics.ts';
import { linksOfIssue } from '#lib/server/store/content/items.ts';
import { changePublication } from '#lib/server/store/publications.ts';
import type { Call } from '../../src/cli/command.ts';
import { items } from '../../src/cli/items.ts';
import { parcels, zip } from './canal.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const files = Object.fromEntries(
	Object.entries(parcels()).map(([name, parcel]) => [`${name}.zip`, zip(parcel)])
);
const actor = { by: null, now: 0 };
const words = { words: { en: [], fr: [] }, aliases: [], parentId: null, color: null };
/** as programs send it, which saw no form */
const unseen = <Words>(sent: Words) => ({ sent, shown: null });

async function filled() {
	const workspace = await newWorkspace();
	await workspace.take(files);
	return workspace;
}

const taxonomy = async (workspace: Workspace) =>
	managedTopics(workspace.db, await workspace.publication());

async function topicNamed(workspace: Workspace, name: string) {
	const { topics } = await taxonomy(workspace);
	return topics.find((topic) => topic.names.fr === name)!;
}

async function topicsOfItem(workspace: Workspace, title: string) {
	return (await workspace.items()).find((item) => item.title.includes(title))!.topics;
}

test('a topic made after one was undone → has another number: an address that names that one means no other', async () => {
	const workspace = await filled();
	const publication = await workspace.publication();
	const make = async (name: string) => {
		const names = { en: name, fr: name };
		const words = { names, words: { en: [], fr: [] }, aliases: [], parentId: null, color: null };
		await makeTopic(workspace.db, publication, words, actor);
		return (await topicNamed(workspace, name)).id;
	};
	const first = await make('Ponts');
	await undoTopicChange(workspace.db, publication, actor);
	expect(await make('Sport')).toBeGreaterThan(first);
});

test('a topic merged into another → its items are the other’s, and its own again after undo', async () => {
	const workspace = await filled();
	const [from, into] = [
		await topicNamed(workspace, 'Argent'),
		await topicNamed(workspace, 'Culture')
	];
	expect(await topicsOfItem(workspace, 'écluse en panne')).toEqual(['Argent']);

	await mergeTopic(workspace.db, await workspace.publication(), from.id, into.id, actor);
	expect(await topicsOfItem(workspace, 'écluse en panne')).toEqual(['Culture']);
	expect(await topicNamed(workspace, 'Argent')).toBeUndefined();

	await undoTopicChange(workspace.db, await workspace.publication(), actor);
	expect(await topicsOfItem(workspace, 'écluse en panne')).toEqual(['Argent']);
	expect(await workspace.differences()).toEqual([]);
});

test('an address that names a merged topic → means the one that it became part of, however often, until undone', async () => {
	const workspace = await filled();
	const publication = await workspace.publication();
	const money = (await topicNamed(workspace, 'Argent')).id;
	const culture = (await topicNamed(workspace, 'Culture')).id;
	const { topics } = await taxonomy(workspace);
	const third = topics.find(({ id }) => id !== money && id !== culture)!.id;
	const means = async (...topics: number[]) =>
		(await currentFilters(workspace.db, publication, { ...everything, topics })).topics;

	await mergeTopic(workspace.db, publication, money, culture, actor);
	expect(await means(money)).toEqual([culture]);
	expect(await means(money, culture, third)).toEqual([culture, third]);
	await mergeTopic(workspace.db, publication, culture, third, actor);
	expect(await means(money)).toEqual([third]);
	await undoTopicChange(workspace.db, publication, actor);
	await undoTopicChange(workspace.db, publication, actor);
	expect(await means(money)).toEqual([money]);
});

test.for([
	['câbles', true],
	['cable de millau', true],
	['ans', false],
	['cab', false]
] as const)(
	'a topic split by “%s” → an item that says the word in any form moves: %s',
	async ([word, moves]) => {
		const workspace = await filled();
		const { db } = workspace;
		const money = await topicNamed(workspace, 'Argent');
		const item = (await workspace.items()).find(({ title }) => title.includes('Millau'))!;
		await assignTopics(
			db,
			await workspace.publication(),
			{ items: [item.id], topics: [money.id] },
			actor
		);
		const own = { names: { en: 'Cables', fr: 'Câbles' }, words: { en: [], fr: [word] } };
		await splitTopic(db, await workspace.publication(), money.id, { ...words, ...own }, actor);
		expect(await topicsOfItem(workspace, 'Millau')).toEqual([moves ? 'Câbles' : 'Argent']);
	}
);

test('all changes of topics undone one by one → topics and figures as before', async () => {
	const workspace = await filled();
	// that suggestions are learnt anew is said until somebody works that off
	const topicsNow = async () => ({ ...(await taxonomy(workspace)), learning: false });
	const before = { workspace: await topicsNow(), figures: await workspace.figures() };
	const { db } = workspace;
	const item = (await workspace.items()).find(({ title }) => title.includes('Millau'))!;
	const money = await topicNamed(workspace, 'Argent');

	await makeTopic(
		db,
		await workspace.publication(),
		{ ...words, names: { en: 'Rivers', fr: 'Fleuves' } },
		actor
	);
	const rivers = await topicNamed(workspace, 'Fleuves');
	await changeTopic(
		db,
		await workspace.publication(),
		money.id,
		unseen({ ...words, names: { en: 'Money', fr: 'Sous' }, parentId: rivers.id }),
		actor
	);
	await assignTopics(
		db,
		await workspace.publication(),
		{ items: [item.id], topics: [money.id, rivers.id] },
		actor
	);
	expect(await topicsOfItem(workspace, 'Millau')).toEqual(['Sous', 'Fleuves']);
	await splitTopic(
		db,
		await workspace.publication(),
		money.id,
		{ ...words, names: { en: 'Cables', fr: 'Câbles' }, words: { en: [], fr: ['câble'] } },
		actor
	);
	expect(new Set(await topicsOfItem(workspace, 'Millau'))).toEqual(new Set(['Câbles', 'Fleuves']));
	await mergeTopic(db, await workspace.publication(), rivers.id, money.id, actor);
	expect(new Set(await topicsOfItem(workspace, 'Millau'))).toEqual(new Set(['Câbles', 'Sous']));
	await archiveTopic(db, await workspace.publication(), money.id, true, actor);
	await changeSuggestFrom(db, await workspace.publication(), 0.9, actor);

	for (let i = 0; i < 7; i++) await undoTopicChange(db, await workspace.publication(), actor);
	expect({ workspace: await topicsNow(), figures: await workspace.figures() }).toEqual(before);
	// nothing is left to be undone
	await undoTopicChange(db, await workspace.publication(), actor);
	expect(await topicsNow()).toEqual(before.workspace);
});

test('a topic archived → its page says that suggestions are learnt anew, until they are', async () => {
	const workspace = await filled();
	const { db } = workspace;
	expect((await taxonomy(workspace)).learning).toBe(false);
	const { id } = await topicNamed(workspace, 'Argent');
	await archiveTopic(db, await workspace.publication(), id, true, actor);
	expect((await taxonomy(workspace)).learning).toBe(true);
	await workOff(db, () => ({}) as never, Date.now);
	expect((await taxonomy(workspace)).learning).toBe(false);
});

test('an item below the minimum confidence → waits until a topic is set, or the minimum is lowered', async () => {
	const workspace = await filled();
	const publication = await workspace.publication();
	await changeSuggestFrom(workspace.db, publication, 1, actor);
	const { waiting, waitingInAll } = await taxonomy(workspace);
	const [first] = waiting;
	expect(first!.choices.length).toBeGreaterThan(0);

	await assignTopics(
		workspace.db,
		await workspace.publication(),
		{ items: [first!.id], topics: [first!.choices[0]!.id] },
		actor
	);
	expect((await taxonomy(workspace)).waitingInAll).toBe(waitingInAll - 1);
	await changeSuggestFrom(workspace.db, await workspace.publication(), 0, actor);
	expect(
		(await taxonomy(workspace)).waiting.every(({ choices }) =>
			choices.every(({ confidence }) => confidence === null)
		)
	).toBe(true);
});

test('a spreadsheet that names an issue by its day, as people write it → its topics are found', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'phare-2026-03-05.md': Buffer.from(
			'# Le Phare\n\n## Mer\n\n- [Le port change de mains](https://example.fr/port)\n- [Les quais sont à tous](https://example.fr/quais)\n'
		),
		'themes.csv': Buffer.from(
			'issue,item,tags\n2026-03-05,Le port change de mains,Industrie\n5 mars 2026,Les quais sont à tous,Ville|Mer\n6 mars 2026,Le port change de mains,Autre\n'
		)
	});
	expect(await topicsOfItem(workspace, 'port')).toEqual(['Industrie']);
	expect(await topicsOfItem(workspace, 'quais')).toEqual(['Ville', 'Mer']);
});

test('an item said to be about none of the topics → waits no more, whatever its words say', async () => {
	const workspace = await filled();
	await changeSuggestFrom(workspace.db, await workspace.publication(), 1, actor);
	const { waiting, waitingInAll } = await taxonomy(workspace);
	const [first] = waiting;

	await assignTopics(
		workspace.db,
		await workspace.publication(),
		{ items: [first!.id], topics: [] },
		actor
	);
	expect((await taxonomy(workspace)).waitingInAll).toBe(waitingInAll - 1);
	// not even where every suggestion counts, or a file is read again
	await changeSuggestFrom(workspace.db, await workspace.publication(), 0, actor);
	await workspace.work();
	await workspace.take(files);
	expect((await workspace.items()).find(({ id }) => id === first!.id)!.topics).toEqual([]);
	expect((await taxonomy(workspace)).waiting.map(({ id }) => id)).not.toContain(first!.id);

	await undoTopicChange(workspace.db, await workspace.publication(), actor);
	await undoTopicChange(workspace.db, await workspace.publication(), actor);
	await workspace.work();
	expect((await taxonomy(workspace)).waitingInAll).toBe(waitingInAll);
	expect(await workspace.differences()).toEqual([]);
});

test('two who say at once what an item is about → what each added, and not what either took out', async () => {
	const workspace = await filled();
	const { db } = workspace;
	const publication = await workspace.publication();
	const { id, issueId } = (await workspace.items()).find(({ title }) => title.includes('Millau'))!;
	const [money, rivers, culture] = (await taxonomy(workspace)).topics;
	const nameOf = ({ names }: NonNullable<typeof money>) => names.fr;
	const topics = async () =>
		[...(await workspace.items()).find((item) => item.id === id)!.topics].sort();
	const shown = [money!.id, rivers!.id];
	await assignTopics(db, publication, { items: [id], topics: shown }, actor);

	// one takes the money out, from the list; the other has opened the issue before and adds culture
	await assignTopics(db, publication, { items: [id], topics: [rivers!.id], shown }, actor);
	const said = { item: id, topics: [...shown, culture!.id], shown };
	await correctTopics(db, publication, issueId, said, actor);
	expect(await topics()).toEqual([culture!, rivers!].map(nameOf).sort());

	// what is put back and made again is what was stored, and not what was sent
	await undoCorrection(db, publication, issueId, actor);
	expect(await topics()).toEqual([nameOf(rivers!)]);
	await redoCorrection(db, publication, issueId, actor);
	expect(await topics()).toEqual([culture!, rivers!].map(nameOf).sort());

	// where no form was shown, what is said is all
	await assignTopics(db, publication, { items: [id], topics: [money!.id] }, actor);
	expect(await topics()).toEqual([nameOf(money!)]);
});

test('an item given a topic by one and no topic by another who saw none → it keeps the topic', async () => {
	const workspace = await filled();
	const publication = await workspace.publication();
	const { waiting } = await taxonomy(workspace);
	const culture = await topicNamed(workspace, 'Culture');
	const items = [waiting[0]!.id];
	for (const topics of [[culture.id], []])
		await assignTopics(workspace.db, publication, { items, topics, shown: [] }, actor);
	const { topics } = (await workspace.items()).find(({ id }) => id === items[0])!;
	expect(topics).toEqual(['Culture']);
});

test('topics set in the issue, none among them → undone step by step, and redone', async () => {
	const workspace = await filled();
	const publication = await workspace.publication();
	const item = (await workspace.items()).find(({ title }) => title.includes('Millau'))!;
	const culture = await topicNamed(workspace, 'Culture');
	const topics = async () => (await workspace.items()).find(({ id }) => id === item.id)!.topics;
	const before = await topics();

	for (const said of [[culture.id], []])
		await correctTopics(
			workspace.db,
			publication,
			item.issueId,
			{ item: item.id, topics: said },
			actor
		);
	expect(await topics()).toEqual([]);
	await undoCorrection(workspace.db, publication, item.issueId, actor);
	expect(await topics()).toEqual(['Culture']);
	await undoCorrection(workspace.db, publication, item.issueId, actor);
	await workspace.work();
	expect(await topics()).toEqual(before);
	await redoCorrection(workspace.db, publication, item.issueId, actor);
	await redoCorrection(workspace.db, publication, item.issueId, actor);
	await workspace.work();
	expect(await topics()).toEqual([]);
});

test('a change of what is not there, or that makes a topic part of itself → refused, and nothing changes', async () => {
	const workspace = await filled();
	const publication = await workspace.publication();
	const money = await topicNamed(workspace, 'Argent');
	const before = await taxonomy(workspace);

	await expect(
		assignTopics(workspace.db, publication, { items: [9999], topics: [money.id] }, actor)
	).rejects.toThrow('noSuchItem');
	await expect(archiveTopic(workspace.db, publication, NaN, true, actor)).rejects.toThrow(
		'noSuchTopic'
	);
	await expect(
		changeTopic(
			workspace.db,
			publication,
			money.id,
			unseen({ ...words, names: { en: 'M', fr: 'M' }, parentId: money.id }),
			actor
		)
	).rejects.toThrow('topicAbove');
	expect(await taxonomy(workspace)).toEqual(before);
});

test('a spreadsheet with any name of a topic, by page or by issue and title → that topic', async () => {
	const workspace = await filled();
	const money = await topicNamed(workspace, 'Argent');
	const named = {
		...words,
		names: { en: 'Money', fr: 'Argent' },
		aliases: ['Finances', 'Sous & cie']
	};
	await changeTopic(workspace.db, await workspace.publication(), money.id, unseen(named), actor);
	const before = (await taxonomy(workspace)).topics.length;
	const items = await workspace.items();
	const bridge = items.find(({ title }) => title.includes('Millau'))!;
	const port = items.find(({ title }) => title.includes('port'))!;
	const links = await linksOfIssue(workspace.db, port.issueId);
	const { url } = links.find(({ itemId }) => itemId === port.id)!;

	await workspace.take({
		'par-page.csv': Buffer.from(`url,topic\n${url},Sous & cie\n`),
		'par-titre.csv': Buffer.from(`issue,item,topic\n12,"${bridge.title}",finances\n`)
	});
	expect(await topicsOfItem(workspace, 'Millau')).toContain('Argent');
	expect(await topicsOfItem(workspace, 'port')).toContain('Argent');
	// nobody new was made of the other names
	expect((await taxonomy(workspace)).topics).toHaveLength(before);
});

const letter = `# Le Phare 7

## Mer

- [Le port change de mains](https://example.fr/port)
- [Les quais sont à tous](https://example.fr/quais)
- [La grue tourne](https://example.fr/grue)
- [Le quai dort](https://example.fr/quai)
`;

const tagged = (...rows: [item: string, tags: string][]) =>
	Buffer.from(`issue,item,tags\n${rows.map(([item, tags]) => `7,${item},${tags}\n`).join('')}`);

/** A publication in that language, with an issue and what spreadsheets say of its items. */
async function named(language: 'en' | 'fr', files: Record<string, Buffer>) {
	const workspace = await newWorkspace();
	const { id, slug, name } = await workspace.publication();
	const words = { slug, name, currency: 'EUR', zone: 'Europe/Paris', language };
	await changePublication(workspace.db, id, words);
	await workspace.take({ '2026-03-05_le-phare-7.md': Buffer.from(letter), ...files });
	return workspace;
}

/** Names as the page shows them, those that no item has included. */
async function shown(workspace: Workspace) {
	return (await taxonomy(workspace)).topics.map(({ name }) => name);
}

test.each(['en', 'fr'] as const)(
	'names of a pack, in whichever language and spelling (%s) → each topic is shown as it was given',
	async (language) => {
		const workspace = await named(language, {
			'tags.csv': tagged(
				['Le port change de mains', 'Security|Search'],
				['Les quais sont à tous', 'Security|Commerce'],
				['La grue tourne', 'cybersecurite|Réseaux Sociaux|security'],
				['Le quai dort', 'C++|C#']
			)
		});
		expect(await topicsOfItem(workspace, 'port')).toEqual(['Security', 'Search']);
		expect(new Set(await topicsOfItem(workspace, 'quais'))).toEqual(
			new Set(['Security', 'Commerce'])
		);
		expect(new Set(await topicsOfItem(workspace, 'grue'))).toEqual(
			new Set(['cybersecurite', 'Réseaux Sociaux', 'Security'])
		);
		expect(new Set(await topicsOfItem(workspace, 'dort'))).toEqual(new Set(['C++', 'C#']));

		const names = await shown(workspace);
		expect(new Set(names.map(topicKey)).size).toBe(names.length);
		// a command answers in the same names
		const call = {
			args: [],
			options: { publication: 'canal' },
			locale: 'en',
			db: async () => workspace.db
		} as unknown as Call;
		const rows = (await items.run(call))!.json as { title: string; topics: string[] }[];
		const port = rows.find(({ title }) => title.includes('port'));
		expect(port?.topics).toEqual(['Security', 'Search']);
		expect(await workspace.differences()).toEqual([]);
	}
);

test('spreadsheets that spell a topic differently → the same name in any order, and after an undo', async () => {
	const files = {
		'a.csv': tagged(['Le port change de mains', 'SECURITY']),
		'b.csv': tagged(['Les quais sont à tous', 'Security'], ['La grue tourne', 'Security'])
	};
	const workspace = await named('fr', files);
	const other = await named('fr', Object.fromEntries(Object.entries(files).reverse()));
	expect(await topicsOfItem(workspace, 'port')).toEqual(['Security']);
	expect(await shown(workspace)).toEqual(await shown(other));

	for (const { id, file } of await workspace.receipts())
		if (file === 'b.csv') await workspace.undo(id);
	expect(await topicsOfItem(workspace, 'port')).toEqual(['SECURITY']);
	for (const { id, file } of await workspace.receipts())
		if (file === 'a.csv') await workspace.undo(id);
	expect((await shown(workspace)).map(topicKey)).not.toContain('security');
});

test('a second spreadsheet about the same items → holds, whichever it is, until it is undone', async () => {
	const files = {
		'a.csv': tagged(['La grue tourne', 'Ports']),
		'b.csv': tagged(['La grue tourne', 'Levage'])
	};
	for (const [first, second] of [['a.csv', 'b.csv'] as const, ['b.csv', 'a.csv'] as const]) {
		const workspace = await named('fr', { [first]: files[first] });
		const before = await topicsOfItem(workspace, 'grue');
		await workspace.take({ [second]: files[second] });
		expect(await topicsOfItem(workspace, 'grue')).toEqual([
			second === 'a.csv' ? 'Ports' : 'Levage'
		]);
		expect(await workspace.differences()).toEqual([]);

		for (const { id, file } of await workspace.receipts())
			if (file === second) await workspace.undo(id);
		expect(await topicsOfItem(workspace, 'grue')).toEqual(before);
		expect(await workspace.differences()).toEqual([]);
	}
});

test('a topic that a person named → keeps that name, whatever a spreadsheet calls it', async () => {
	const files = { 'a.csv': tagged(['Le port change de mains', 'Security']) };
	const workspace = await named('fr', files);
	const { id } = await topicNamed(workspace, 'Security');
	const own = { ...words, names: { en: 'Security', fr: 'Cybersécurité' } };
	await changeTopic(workspace.db, await workspace.publication(), id, unseen(own), actor);
	expect(await topicsOfItem(workspace, 'port')).toEqual(['Cybersécurité']);
	await workspace.take({ 'b.csv': tagged(['La grue tourne', 'SECURITY']) });
	expect(await topicsOfItem(workspace, 'grue')).toEqual(['Cybersécurité']);

	await undoTopicChange(workspace.db, await workspace.publication(), actor);
	expect((await topicsOfItem(workspace, 'port')).map(topicKey)).toEqual(['security']);
});

test('a spreadsheet names what became part of another → it is about the other, under its name', async () => {
	const workspace = await named('fr', {});
	await addPack(workspace.db, await workspace.publication(), 'technology', actor);
	const [from, into] = [
		await topicNamed(workspace, 'Cybersécurité'),
		await topicNamed(workspace, 'Vie privée')
	];
	await mergeTopic(workspace.db, await workspace.publication(), from.id, into.id, actor);
	await workspace.take({ 'a.csv': tagged(['Le port change de mains', 'Security']) });
	expect(await topicsOfItem(workspace, 'port')).toEqual(['Vie privée']);

	// a topic that is made anew under the name has it
	const anew = { ...words, names: { en: 'Security', fr: 'Security' } };
	await makeTopic(workspace.db, await workspace.publication(), anew, actor);
	expect(await topicsOfItem(workspace, 'port')).toEqual(['Security']);
});

test('two forms of one topic, each changed elsewhere → both changes hold', async () => {
	const workspace = await filled();
	const publication = await workspace.publication();
	const { id, ...shown } = await topicNamed(workspace, 'Argent');
	const { names, words, aliases, parentId, color } = shown;
	const was = { names, words, aliases, parentId, color };
	const renamed = { ...was, names: { ...names, fr: 'Finances' } };
	const worded = { ...was, aliases: ['Sous & cie'], color: 3 };
	for (const sent of [renamed, worded])
		await changeTopic(workspace.db, publication, id, { sent, shown: was }, actor);

	expect(await topicNamed(workspace, 'Finances')).toMatchObject({
		id,
		names: { ...names, fr: 'Finances' },
		aliases: ['Sous & cie'],
		color: 3
	});
});

test('a second topic of one name → refused, in any spelling', async () => {
	const workspace = await named('fr', { 'a.csv': tagged(['La grue tourne', 'Ports']) });
	const publication = await workspace.publication();
	await addPack(workspace.db, publication, 'technology', actor);
	const second = { ...words, names: { en: 'Harbours', fr: 'PORTS' } };
	await expect(makeTopic(workspace.db, publication, second, actor)).rejects.toThrow(
		'topicNameTaken'
	);
	const { id } = await topicNamed(workspace, 'Vie privée');
	await expect(changeTopic(workspace.db, publication, id, unseen(second), actor)).rejects.toThrow(
		'topicNameTaken'
	);
});
