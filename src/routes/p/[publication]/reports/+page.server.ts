import { sponsorPlaces } from '#lib/server/figures/sponsors/sponsors.ts';
import { keepReport, removeReport, reportsOf } from '#lib/server/report/reports.ts';
import { reportKind } from '#lib/report-kinds.ts';
import { Trouble } from '#lib/trouble.ts';
import { idIn, idOrNullIn } from '../../../form.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { goOn } from '../go-on.ts';
import { readFilters } from '#lib/filters/address.ts';
import { readReportForm } from './report-form.ts';

export async function load(event) {
	return answer(event, async (db, publication) => ({
		reports: await reportsOf(db, publication),
		places: await sponsorPlaces(db, publication)
	}));
}

export const actions = {
	/** Narrowed as the address is: a report is made of what its page shows. */
	async make(event) {
		let made = 0;
		const refused = await change(async (db, publication, form, actor) => {
			const choices = readReportForm(form);
			const filters = readFilters(event.url.searchParams);
			// a report on one issue asks for one; any other is of the period
			const isOfIssue = reportKind(choices.kind).of === 'issue';
			const issue = isOfIssue ? (idOrNullIn(form, 'issue') ?? filters.issue) : null;
			if (isOfIssue && issue === null) throw new Trouble('whichIssue');
			made = await keepReport(
				db,
				publication,
				{ ...choices, filters: { ...filters, issue } },
				actor
			);
		})(event);
		if (refused) return refused;
		goOn(event, `/reports/${made}`);
	},

	remove: change(async (db, publication, form, actor) => {
		await removeReport(db, publication, idIn(form, 'report'), actor);
	})
};
