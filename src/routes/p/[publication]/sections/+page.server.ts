import { sectionFigures } from '#lib/server/figures/sections.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return { figures: await answer(event, sectionFigures) };
}
