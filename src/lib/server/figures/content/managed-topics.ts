import { issueLabel } from '#lib/issue-label.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { listJobs } from '../../store/jobs/jobs.ts';
import { topicCounts, waitingItems } from '../../store/content/topic-changes.ts';
import { topicsOf, type StoredTopic } from '../../store/content/topics.ts';
import { topicName } from './items.ts';

export type ManagedTopic = Omit<StoredTopic, 'publicationId' | 'mergedInto'> & {
	/** in the publication's language */
	name: string;
	/** items to which a person assigned it, and those where a suggestion counts */
	said: number;
	suggested: number;
};

export type WaitingItem = {
	id: number;
	title: string;
	text: string;
	/** number of its issue, else its title */
	issue: string;
	/** what its keys 1 to 9 assign: suggestions first, then the most frequent topics */
	choices: { id: number; name: string; confidence: number | null; because: string[] }[];
};

export type ManagedTopics = {
	topics: ManagedTopic[];
	/** 0..1: suggestions with at least this confidence count at once */
	suggestFrom: number;
	/** the first of the items that wait for a topic */
	waiting: WaitingItem[];
	waitingInAll: number;
	/** suggestions are being retrained on the latest corrections: those shown are older */
	learning: boolean;
};

const KEYS = 9;
const MOST = 50;

/** The taxonomy as shown for editing, and the items that wait for a topic. */
export async function managedTopics(db: Db, publication: Publication): Promise<ManagedTopics> {
	const counts = new Map(
		(await topicCounts(db, publication.id)).map((count) => [count.topicId, count])
	);
	const topics = (await topicsOf(db, publication.id))
		.filter(({ mergedInto }) => mergedInto === null)
		// a topic that was proposed and dropped is nobody's
		.filter(({ archived, namedBy }) => !(archived && namedBy === 'proposal'))
		.map(({ publicationId: _, mergedInto: __, ...topic }) => ({
			...topic,
			name: topicName(topic, publication),
			said: counts.get(topic.id)?.said ?? 0,
			suggested: counts.get(topic.id)?.suggested ?? 0
		}))
		.sort((a, b) => a.name.localeCompare(b.name, publication.language));

	const often = topics
		.filter(({ archived }) => !archived)
		.sort((a, b) => b.said + b.suggested - a.said - a.suggested);
	const names = new Map(topics.map(({ id, name }) => [id, name]));
	const waiting = await waitingItems(db, publication.id);

	const jobs = await listJobs(db, ['waiting', 'running'], publication.id);

	return {
		topics,
		learning: jobs.some(({ kind }) => kind === 'items'),
		suggestFrom: publication.suggestFrom,
		waiting: waiting.slice(0, MOST).map(({ suggestions, ...item }) => {
			const met = new Set(suggestions.map(({ topicId }) => topicId));
			return {
				id: item.itemId,
				title: item.title,
				text: item.text,
				issue: issueLabel({ number: item.number, title: item.issueTitle }),
				choices: [
					...suggestions.map(({ topicId, confidence, because }) => ({
						id: topicId,
						name: names.get(topicId) ?? '',
						confidence,
						because
					})),
					...often
						.filter(({ id }) => !met.has(id))
						.map(({ id, name }) => ({ id, name, confidence: null, because: [] }))
				].slice(0, KEYS)
			};
		}),
		waitingInAll: waiting.length
	};
}
