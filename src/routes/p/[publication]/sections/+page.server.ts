import { groupsFinding } from '#lib/findings/leagues.ts';
import { stated } from '#lib/messages/stated.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { answer } from '../answer.ts';
import { voiceOf } from '../voice.ts';

export async function load(event) {
	const figures = await answer(event, sectionFigures);
	const rows = figures.sections.map(({ section, ...row }) => ({ ...row, name: section }));
	const finding = groupsFinding('sections', rows);
	return {
		figures,
		finding: finding && stated(finding, await voiceOf(event)),
		unlike: await answer(event, doubtfulIssues)
	};
}
