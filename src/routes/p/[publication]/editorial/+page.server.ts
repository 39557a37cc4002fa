import { editorialFigures } from '#lib/server/figures/money/editorial.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return { figures: await answer(event, editorialFigures) };
}
