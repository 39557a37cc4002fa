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
import { sayTopics } from '#lib/server/editing/say-topics.ts';
import { undoTopicChange } from '#lib/server/editing/topic-history.ts';
import { topicKey } from '#lib/server/derive/topic-key.ts';
import { managedTopics } from '#lib/server/figures/content/managed-topics.ts';
import { linksOfIssue } from '#lib/server/store/content/items.ts';
import { changePublication } from '#lib/server/store/publications.ts';
import type { Call } from '../../src/cli/command.ts';
import { items } from '../../src/cli/items.ts';
import { parcels, zip } from './canal.ts';
import { newDesk, type Desk } from './publication.ts';

const files = Object.fromEntries(
	Object.entries(parcels()).map(([name, parcel]) => [`${name}.zip`, zip(parcel)])
);
const actor = { by: null, now: 0 };
const words = { words: { en: [], fr: [] }, aliases: [], parentId: null, color: null };

async function filled() {
	const desk = await newDesk();
	await desk.take(files);
	return desk;
}

const taxonomy = async (desk: Desk) => managedTopics(desk.db, await desk.publication());

async function topicNamed(desk: Desk, name: string) {
	const { topics } = await taxonomy(desk);
	return topics.find((topic) => topic.nameFr === name)!;
}

async function topicsOfItem(desk: Desk, title: string) {
	return (await desk.items()).find((item) => item.title.includes(title))!.topics;
}

test('a merged topic gives its items away, and spreadsheets that name it mean the other', async () => {
	const desk = await filled();
	const [from, into] = [await topicNamed(desk, 'Argent'), await topicNamed(desk, 'Culture')];
	expect(await topicsOfItem(desk, 'écluse en panne')).toEqual(['Argent']);

	await mergeTopic(desk.db, await desk.publication(), from.id, into.id, actor);
	expect(await topicsOfItem(desk, 'écluse en panne')).toEqual(['Culture']);
	expect(await topicNamed(desk, 'Argent')).toBeUndefined();

	await undoTopicChange(desk.db, await desk.publication(), actor);
	expect(await topicsOfItem(desk, 'écluse en panne')).toEqual(['Argent']);
	expect(await desk.differences()).toEqual([]);
});

test('undone one after the other, all changes leave what was there before', async () => {
	const desk = await filled();
	const before = { desk: await taxonomy(desk), figures: await desk.figures() };
	const { db } = desk;
	const item = (await desk.items()).find(({ title }) => title.includes('Millau'))!;
	const money = await topicNamed(desk, 'Argent');

	await makeTopic(
		db,
		await desk.publication(),
		{ ...words, nameEn: 'Rivers', nameFr: 'Fleuves' },
		actor
	);
	const rivers = await topicNamed(desk, 'Fleuves');
	await changeTopic(
		db,
		await desk.publication(),
		money.id,
		{ ...words, nameEn: 'Money', nameFr: 'Sous', parentId: rivers.id },
		actor
	);
	await sayTopics(
		db,
		await desk.publication(),
		{ items: [item.id], topics: [money.id, rivers.id] },
		actor
	);
	expect(await topicsOfItem(desk, 'Millau')).toEqual(['Sous', 'Fleuves']);
	await splitTopic(
		db,
		await desk.publication(),
		money.id,
		{ ...words, nameEn: 'Cables', nameFr: 'Câbles', words: { en: [], fr: ['câble'] } },
		actor
	);
	expect(new Set(await topicsOfItem(desk, 'Millau'))).toEqual(new Set(['Câbles', 'Fleuves']));
	await mergeTopic(db, await desk.publication(), rivers.id, money.id, actor);
	expect(new Set(await topicsOfItem(desk, 'Millau'))).toEqual(new Set(['Câbles', 'Sous']));
	await archiveTopic(db, await desk.publication(), money.id, true, actor);
	await changeSuggestFrom(db, await desk.publication(), 0.9, actor);

	for (let i = 0; i < 7; i++) await undoTopicChange(db, await desk.publication(), actor);
	expect({ desk: await taxonomy(desk), figures: await desk.figures() }).toEqual(before);
	// nothing is left to be undone
	await undoTopicChange(db, await desk.publication(), actor);
	expect(await taxonomy(desk)).toEqual(before.desk);
});

test('an item waits until somebody says what it is about, or less sureness is enough', async () => {
	const desk = await filled();
	const publication = await desk.publication();
	await changeSuggestFrom(desk.db, publication, 1, actor);
	const { waiting, waitingInAll } = await taxonomy(desk);
	const [first] = waiting;
	expect(first!.choices.length).toBeGreaterThan(0);

	await sayTopics(
		desk.db,
		await desk.publication(),
		{ items: [first!.id], topics: [first!.choices[0]!.id] },
		actor
	);
	expect((await taxonomy(desk)).waitingInAll).toBe(waitingInAll - 1);
	await changeSuggestFrom(desk.db, await desk.publication(), 0, actor);
	expect(
		(await taxonomy(desk)).waiting.every(({ choices }) =>
			choices.every(({ confidence }) => confidence === null)
		)
	).toBe(true);
});

test('a spreadsheet may name an issue by its day, as people write it', async () => {
	const desk = await newDesk();
	await desk.take({
		'phare-2026-03-05.md': Buffer.from(
			'# Le Phare\n\n## Mer\n\n- [Le port change de mains](https://example.fr/port)\n- [Les quais sont à tous](https://example.fr/quais)\n'
		),
		'themes.csv': Buffer.from(
			'issue,item,tags\n2026-03-05,Le port change de mains,Industrie\n5 mars 2026,Les quais sont à tous,Ville|Mer\n6 mars 2026,Le port change de mains,Autre\n'
		)
	});
	expect(await topicsOfItem(desk, 'port')).toEqual(['Industrie']);
	expect(await topicsOfItem(desk, 'quais')).toEqual(['Ville', 'Mer']);
});

test('an item that is about none of the topics waits no more, whatever its words say', async () => {
	const desk = await filled();
	await changeSuggestFrom(desk.db, await desk.publication(), 1, actor);
	const { waiting, waitingInAll } = await taxonomy(desk);
	const [first] = waiting;

	await sayTopics(desk.db, await desk.publication(), { items: [first!.id], topics: [] }, actor);
	expect((await taxonomy(desk)).waitingInAll).toBe(waitingInAll - 1);
	// not even where every suggestion counts, or a file is read again
	await changeSuggestFrom(desk.db, await desk.publication(), 0, actor);
	await desk.work();
	await desk.take(files);
	expect((await desk.items()).find(({ id }) => id === first!.id)!.topics).toEqual([]);
	expect((await taxonomy(desk)).waiting.map(({ id }) => id)).not.toContain(first!.id);

	await undoTopicChange(desk.db, await desk.publication(), actor);
	await undoTopicChange(desk.db, await desk.publication(), actor);
	await desk.work();
	expect((await taxonomy(desk)).waitingInAll).toBe(waitingInAll);
	expect(await desk.differences()).toEqual([]);
});

test('what is said of an item in its issue, none included, is taken back step by step', async () => {
	const desk = await filled();
	const publication = await desk.publication();
	const item = (await desk.items()).find(({ title }) => title.includes('Millau'))!;
	const culture = await topicNamed(desk, 'Culture');
	const topics = async () => (await desk.items()).find(({ id }) => id === item.id)!.topics;
	const before = await topics();

	for (const said of [[culture.id], []])
		await correctTopics(desk.db, publication, item.issueId, { item: item.id, topics: said }, actor);
	expect(await topics()).toEqual([]);
	await undoCorrection(desk.db, publication, item.issueId, actor);
	expect(await topics()).toEqual(['Culture']);
	await undoCorrection(desk.db, publication, item.issueId, actor);
	await desk.work();
	expect(await topics()).toEqual(before);
	await redoCorrection(desk.db, publication, item.issueId, actor);
	await redoCorrection(desk.db, publication, item.issueId, actor);
	await desk.work();
	expect(await topics()).toEqual([]);
});

test('what is not there, or would be part of itself, is refused and changes nothing', async () => {
	const desk = await filled();
	const publication = await desk.publication();
	const money = await topicNamed(desk, 'Argent');
	const before = await taxonomy(desk);

	await expect(
		sayTopics(desk.db, publication, { items: [9999], topics: [money.id] }, actor)
	).rejects.toThrow('noSuchItem');
	await expect(archiveTopic(desk.db, publication, NaN, true, actor)).rejects.toThrow('noSuchTopic');
	await expect(
		changeTopic(
			desk.db,
			publication,
			money.id,
			{ ...words, nameEn: 'M', nameFr: 'M', parentId: money.id },
			actor
		)
	).rejects.toThrow('topicAbove');
	expect(await taxonomy(desk)).toEqual(before);
});

test('a spreadsheet may call a topic by any of its names, by page or by issue and title', async () => {
	const desk = await filled();
	const money = await topicNamed(desk, 'Argent');
	const named = {
		...words,
		nameEn: 'Money',
		nameFr: 'Argent',
		aliases: ['Finances', 'Sous & cie']
	};
	await changeTopic(desk.db, await desk.publication(), money.id, named, actor);
	const before = (await taxonomy(desk)).topics.length;
	const items = await desk.items();
	const bridge = items.find(({ title }) => title.includes('Millau'))!;
	const port = items.find(({ title }) => title.includes('port'))!;
	const links = await linksOfIssue(desk.db, port.issueId);
	const { url } = links.find(({ itemId }) => itemId === port.id)!;

	await desk.take({
		'par-page.csv': Buffer.from(`url,topic\n${url},Sous & cie\n`),
		'par-titre.csv': Buffer.from(`issue,item,topic\n12,"${bridge.title}",finances\n`)
	});
	expect(await topicsOfItem(desk, 'Millau')).toContain('Argent');
	expect(await topicsOfItem(desk, 'port')).toContain('Argent');
	// nobody new was made of the other names
	expect((await taxonomy(desk)).topics).toHaveLength(before);
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
	const desk = await newDesk();
	const { id, slug, name } = await desk.publication();
	const words = { slug, name, currency: 'EUR', zone: 'Europe/Paris', language };
	await changePublication(desk.db, id, words);
	await desk.take({ '2026-03-05_le-phare-7.md': Buffer.from(letter), ...files });
	return desk;
}

/** Names as the page shows them, those that no item has included. */
async function shown(desk: Desk) {
	return (await taxonomy(desk)).topics.map(({ name }) => name);
}

test.each(['en', 'fr'] as const)(
	'names of a pack, in whichever language and spelling (%s) → each topic is shown as it was given',
	async (language) => {
		const desk = await named(language, {
			'tags.csv': tagged(
				['Le port change de mains', 'Security|Search'],
				['Les quais sont à tous', 'Security|Commerce'],
				['La grue tourne', 'cybersecurite|Réseaux Sociaux|security'],
				['Le quai dort', 'C++|C#']
			)
		});
		expect(await topicsOfItem(desk, 'port')).toEqual(['Security', 'Search']);
		expect(new Set(await topicsOfItem(desk, 'quais'))).toEqual(new Set(['Security', 'Commerce']));
		expect(new Set(await topicsOfItem(desk, 'grue'))).toEqual(
			new Set(['cybersecurite', 'Réseaux Sociaux', 'Security'])
		);
		expect(new Set(await topicsOfItem(desk, 'dort'))).toEqual(new Set(['C++', 'C#']));

		const names = await shown(desk);
		expect(new Set(names.map(topicKey)).size).toBe(names.length);
		// a command answers in the same names
		const call = {
			args: [],
			options: { publication: 'canal' },
			locale: 'en',
			db: async () => desk.db
		} as unknown as Call;
		const rows = (await items.run(call))!.json as { title: string; topics: string[] }[];
		const port = rows.find(({ title }) => title.includes('port'));
		expect(port?.topics).toEqual(['Security', 'Search']);
		expect(await desk.differences()).toEqual([]);
	}
);

test('whichever file comes first, and with one taken back, names are those of what is given', async () => {
	const files = {
		'a.csv': tagged(['Le port change de mains', 'SECURITY']),
		'b.csv': tagged(['Les quais sont à tous', 'Security'], ['La grue tourne', 'Security'])
	};
	const desk = await named('fr', files);
	const other = await named('fr', Object.fromEntries(Object.entries(files).reverse()));
	expect(await topicsOfItem(desk, 'port')).toEqual(['Security']);
	expect(await shown(desk)).toEqual(await shown(other));

	for (const { id, file } of await desk.receipts()) if (file === 'b.csv') await desk.undo(id);
	expect(await topicsOfItem(desk, 'port')).toEqual(['SECURITY']);
	for (const { id, file } of await desk.receipts()) if (file === 'a.csv') await desk.undo(id);
	expect((await shown(desk)).map(topicKey)).not.toContain('security');
});

test('a topic that a person named keeps that name, whatever a spreadsheet calls it', async () => {
	const files = { 'a.csv': tagged(['Le port change de mains', 'Security']) };
	const desk = await named('fr', files);
	const { id } = await topicNamed(desk, 'Security');
	const own = { ...words, nameEn: 'Security', nameFr: 'Cybersécurité' };
	await changeTopic(desk.db, await desk.publication(), id, own, actor);
	expect(await topicsOfItem(desk, 'port')).toEqual(['Cybersécurité']);
	await desk.take({ 'b.csv': tagged(['La grue tourne', 'SECURITY']) });
	expect(await topicsOfItem(desk, 'grue')).toEqual(['Cybersécurité']);

	await undoTopicChange(desk.db, await desk.publication(), actor);
	expect((await topicsOfItem(desk, 'port')).map(topicKey)).toEqual(['security']);
});

test('a spreadsheet names what became part of another → it is about the other, under its name', async () => {
	const desk = await named('fr', {});
	await addPack(desk.db, await desk.publication(), 'technology', actor);
	const [from, into] = [
		await topicNamed(desk, 'Cybersécurité'),
		await topicNamed(desk, 'Vie privée')
	];
	await mergeTopic(desk.db, await desk.publication(), from.id, into.id, actor);
	await desk.take({ 'a.csv': tagged(['Le port change de mains', 'Security']) });
	expect(await topicsOfItem(desk, 'port')).toEqual(['Vie privée']);

	// a topic that is made anew under the name has it
	const anew = { ...words, nameEn: 'Security', nameFr: 'Security' };
	await makeTopic(desk.db, await desk.publication(), anew, actor);
	expect(await topicsOfItem(desk, 'port')).toEqual(['Security']);
});

test('a second topic of one name → refused, in any spelling', async () => {
	const desk = await named('fr', { 'a.csv': tagged(['La grue tourne', 'Ports']) });
	const publication = await desk.publication();
	await addPack(desk.db, publication, 'technology', actor);
	const second = { ...words, nameEn: 'Harbours', nameFr: 'PORTS' };
	await expect(makeTopic(desk.db, publication, second, actor)).rejects.toThrow('topicNameTaken');
	const { id } = await topicNamed(desk, 'Vie privée');
	await expect(changeTopic(desk.db, publication, id, second, actor)).rejects.toThrow(
		'topicNameTaken'
	);
});
