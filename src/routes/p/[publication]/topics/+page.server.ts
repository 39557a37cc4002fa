import { topicFigures } from '#lib/server/figures/topics.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return { figures: await answer(event, topicFigures) };
}
