import { topicTable } from '#lib/columns/tables/topics.ts';
import { words } from '#lib/messages/words.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { figureCommand } from './figures.ts';

export const topics = figureCommand(
	'topics',
	async (...asked) => (await topicFigures(...asked)).topics,
	topicTable,
	async (db, publication, filters, say) => {
		const { topics } = await topicFigures(db, publication, filters);
		const names = topics.filter(({ suggested }) => suggested).map(({ topic }) => topic);
		return names.length
			? [words('cli.topics.suggested', { n: names.length, names: names.join(', ') }, say.locale)]
			: [];
	}
);
