import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return { figures: await answer(event, audienceFigures) };
}
