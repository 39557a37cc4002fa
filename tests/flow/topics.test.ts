import { expect, test } from 'vitest';
import {
	archiveTopic,
	changeSuggestFrom,
	changeTopic,
	makeTopic,
	mergeTopic,
	sayTopics,
	splitTopic
} from '#lib/server/desk/topics.ts';
import { correctTopics, redoCorrection, undoCorrection } from '#lib/server/desk/corrections.ts';
import { undoTopicChange } from '#lib/server/desk/topic-history.ts';
import { topicDesk } from '#lib/server/figures/content/topic-desk.ts';
import { linksOfIssue } from '#lib/server/store/content/items.ts';
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

const taxonomy = async (desk: Desk) => topicDesk(desk.db, await desk.publication());

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
	await sayTopics(db, await desk.publication(), item.id, [money.id, rivers.id], actor);
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

	await sayTopics(desk.db, await desk.publication(), first!.id, [first!.choices[0]!.id], actor);
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

	await sayTopics(desk.db, await desk.publication(), first!.id, [], actor);
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

	await expect(sayTopics(desk.db, publication, 9999, [money.id], actor)).rejects.toThrow(
		'noSuchItem'
	);
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
