import { words } from '#lib/messages/words.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { figureCommand } from './figures.ts';

export const topics = figureCommand(
	'topics',
	async (...asked) => (await topicFigures(...asked)).topics,
	({ head, number, rate, lift }) => [
		{ head: head('topic'), cell: ({ topic }) => topic },
		{ head: head('items'), cell: ({ items }) => number(items), right: true },
		{ head: head('clickers'), cell: ({ clickers }) => number(clickers), right: true },
		{ head: head('readers'), cell: ({ readers }) => number(readers), right: true },
		{ head: head('rate'), cell: ({ rawRate }) => rate(rawRate), right: true },
		{ head: head('lift'), cell: lift }
	],
	async (db, publication, filters, say) => {
		const { topics } = await topicFigures(db, publication, filters);
		const names = topics.filter(({ suggested }) => suggested).map(({ topic }) => topic);
		return names.length
			? [words('cli.topics.suggested', { n: names.length, names: names.join(', ') }, say.locale)]
			: [];
	}
);
