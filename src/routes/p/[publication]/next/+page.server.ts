import { nextFigures } from '#lib/server/forecast/next.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return { figures: await answer(event, nextFigures) };
}
