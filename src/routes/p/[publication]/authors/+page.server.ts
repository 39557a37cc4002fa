import { authorFigures } from '#lib/server/figures/authors.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return { figures: await answer(event, authorFigures) };
}
