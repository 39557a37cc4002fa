import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return { figures: await answer(event, sponsorFigures) };
}
