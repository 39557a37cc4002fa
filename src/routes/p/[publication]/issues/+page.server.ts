import { issueListFigures } from '#lib/server/figures/issues.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return { figures: await answer(event, issueListFigures) };
}
