import type { ManagedTopicLine } from '#lib/columns/tables/managed-topics.ts';
import type { ManagedTopic } from '#lib/server/figures/content/managed-topics.ts';

/** What the list says of a topic; its words and names are sent where it is opened. */
export function topicLine(topic: ManagedTopic, all: readonly ManagedTopic[]): ManagedTopicLine {
	const { id, name, archived, color, said, suggested, parentId } = topic;
	const parent = all.find((other) => other.id === parentId)?.name ?? null;
	return { id, name, parent, archived, color, said, suggested };
}
