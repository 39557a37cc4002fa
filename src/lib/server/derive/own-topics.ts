import { inLocales } from '#lib/locales.ts';
import { oneName } from '#lib/topics/names.ts';
import { proposalsFor } from '#lib/topics/own-words.ts';
import type { TopicProposal } from '#lib/topics/propose.ts';
import {
	addTopics,
	editorsSpoke,
	itemsToRead,
	topicsOf,
	type StoredTopic
} from '../store/content/topics.ts';
import { tagsOf } from '../store/events/tags.ts';
import { changeTopicRow, dropTopics } from '../store/content/topic-changes.ts';
import type { Publication } from '../store/publications.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { topicKey } from './topic-key.ts';

// What a publication is about before anybody said it: proposals from its own words.

/**
 * Keeps a publication's proposed topics to what its items say now, as long as no editor made, chose or
 * gave any. Where spreadsheets name topics, these are the publication's own, and none are proposed by
 * themselves. Topics of packs that an earlier version gave by itself, and nobody used, go.
 */
export async function renewProposals(db: Db, publication: Publication) {
	const { id, language } = publication;
	if (await isDecided(db, id)) return;
	const tagged = (await tagsOf(db, id)).some(({ topics }) => topics.length > 0);
	const proposals = tagged ? [] : proposalsFor(await itemsToRead(db, id), language);
	await db.transaction(async (tx) => {
		if (await isDecided(tx, id)) return;
		const topics = await topicsOf(tx, id);
		const open = tagged ? topics.filter(({ namedBy }) => namedBy === 'proposal') : topics;
		await replaceProposals(tx, id, open, proposals);
	});
}

/** Whether an editor has said anything of topics. */
async function isDecided(db: Db | Tx, publicationId: number): Promise<boolean> {
	const topics = await topicsOf(db, publicationId);
	return (
		topics.some(({ archived, namedBy }) => archived || namedBy === 'editor') ||
		(await editorsSpoke(db, publicationId))
	);
}

async function replaceProposals(
	tx: Tx,
	publicationId: number,
	before: readonly StoredTopic[],
	proposals: readonly TopicProposal[]
) {
	const words = (proposal: TopicProposal) => inLocales(() => proposal.words);
	const known = new Map(
		before.filter(({ namedBy }) => namedBy === 'proposal').map((topic) => [topic.key, topic])
	);
	const keys = new Set(proposals.map(({ name }) => proposalKey(name)));
	const gone = before.filter((topic) => !keys.has(topic.key));
	await dropTopics(
		tx,
		gone.map(({ id }) => id)
	);
	const rows = proposals.map((proposal, color) => ({
		key: proposalKey(proposal.name),
		names: oneName(proposal.name),
		color,
		words: words(proposal)
	}));
	for (const { key, ...row } of rows) {
		const topic = known.get(key);
		if (!topic) continue;
		const { names, color, words } = topic;
		if (JSON.stringify({ names, color, words }) !== JSON.stringify(row))
			await changeTopicRow(tx, topic.id, row);
	}
	await addTopics(
		tx,
		rows
			.filter(({ key }) => !known.has(key))
			.map((row) => ({ ...row, publicationId, namedBy: 'proposal' as const }))
	);
}

/** Apart from the keys of packs and spreadsheets, whatever it is called. */
function proposalKey(name: string): string {
	return `own:${topicKey(name)}`;
}
