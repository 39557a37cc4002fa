import { nameKey } from '#lib/name-key.ts';

type Named = { id: number; name: string };

/**
 * Topics by what somebody types: those that begin with it first, then those of which a word does, then
 * those that hold it anywhere. Case and accents make no difference.
 */
export function findTopics<Topic extends Named>(topics: readonly Topic[], typed: string): Topic[] {
	const asked = nameKey(typed);
	if (!asked) return [...topics];
	const place = ({ name }: Named) => {
		const key = nameKey(name);
		if (key.startsWith(asked)) return 0;
		return key.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(asked)) ? 1 : 2;
	};
	return topics
		.filter(({ name }) => nameKey(name).includes(asked))
		.sort((a, b) => place(a) - place(b));
}

/** Whether a topic of that name is there, in any spelling. */
export function isTopic(topics: readonly Named[], typed: string): boolean {
	return topics.some(({ name }) => nameKey(name) === nameKey(typed));
}
