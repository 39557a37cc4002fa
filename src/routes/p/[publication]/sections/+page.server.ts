import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return {
		figures: await answer(event, sectionFigures),
		unlike: await answer(event, doubtfulIssues)
	};
}
