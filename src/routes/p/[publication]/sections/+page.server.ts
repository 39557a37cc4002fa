import { groupsFinding } from '#lib/findings/leagues.ts';
import { stated } from '#lib/messages/stated.ts';
import { confirmSections } from '#lib/server/editing/first-steps.ts';
import { areSectionsOpen } from '#lib/server/figures/first-steps.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { sectionsRead } from '#lib/server/figures/content/sections-read.ts';
import { shownIssues } from '#lib/server/figures/content/shown-issues.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { formatsOf } from '../page-formats.ts';
import { unlikeAmong } from '../unlike-among.ts';

export async function load(event) {
	const figures = await answer(event, sectionFigures);
	const rows = figures.sections.map(({ section, ...row }) => ({ ...row, name: section }));
	const finding = groupsFinding('sections', rows);
	return {
		figures,
		// asked in a new publication, until somebody has confirmed or corrected them
		toConfirm: (await answer(event, areSectionsOpen)) ? await answer(event, sectionsRead) : [],
		finding: finding && stated(finding, await formatsOf(event)),
		unlike: await unlikeAmong(event, await answer(event, shownIssues))
	};
}

export const actions = {
	confirm: change((db, publication, _, actor) => confirmSections(db, publication, actor))
};
