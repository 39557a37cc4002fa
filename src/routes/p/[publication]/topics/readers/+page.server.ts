import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	return { figures: await answer(event, topicReaderFigures) };
}
