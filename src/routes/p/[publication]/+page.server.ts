import { overviewFigures } from '#lib/server/figures/overview.ts';
import { answer } from './answer.ts';

export async function load(event) {
	return { figures: await answer(event, overviewFigures) };
}
