import { editorialFinding } from '#lib/findings/editorial.ts';
import { stated } from '#lib/messages/stated.ts';
import { editorialFigures } from '#lib/server/figures/money/editorial.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';

export async function load(event) {
	const figures = await answer(event, editorialFigures);
	return { figures, finding: stated(editorialFinding(figures), await formatsOf(event)) };
}
