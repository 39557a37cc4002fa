import { sectionFigures } from '#lib/server/figures/sections.ts';
import { doubtfulIssues } from '#lib/server/ingest/doubtful-issues.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return {
		figures: await answer(event, sectionFigures),
		unlike: await answer(event, doubtfulIssues)
	};
}
