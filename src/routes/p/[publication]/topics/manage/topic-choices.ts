import { choiceOf, type Choice } from '#lib/ui/choices.ts';

type Listed = { id: number; name: string; archived: boolean };

/** The topics that one can be put beneath, or merged into: all that count, but itself. */
export function topicChoices(topics: readonly Listed[], own?: number): Choice[] {
	return topics
		.filter(({ id, archived }) => id !== own && !archived)
		.map(({ id, name }) => choiceOf(id, name));
}
