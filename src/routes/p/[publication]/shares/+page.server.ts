import { DAY } from '#lib/duration.ts';
import { pathTo } from '#lib/path-to.ts';
import { addShare, sharesOf, giveShareBack, takeShareBack } from '#lib/server/access/shares.ts';
import { reportsOf } from '#lib/server/report/reports.ts';
import { Trouble } from '#lib/trouble.ts';
import { idAsked, idIn, idOrNullIn, textIn } from '../../../form.ts';
import { liveReport } from '../../../s/live.ts';
import { shownBy } from '../../../s/shown-by.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';

/** For how many days a link lasts at most; without an end it lasts until it is revoked. */
const MOST_DAYS = 3650;

export async function load(event) {
	const path = event.url.searchParams.get('path');
	const report = idAsked(event.url, 'report');
	return answer(event, async (db, publication, _, now) => {
		const { language } = publication;
		const reports = await reportsOf(db, publication);
		const live = path !== null && liveReport(path, language) !== null ? path : null;
		return {
			shares: await sharesOf(db, publication, now),
			/** what a link can be made to here */
			shared: { path: live, report: reports.find(({ id }) => id === report) ?? null }
		};
	});
}

export const actions = {
	async make(event) {
		let token = '';
		const refused = await change(async (db, publication, form, actor) => {
			const days = idOrNullIn(form, 'days');
			if (days !== null && days > MOST_DAYS) throw new Trouble('badNumber', { given: days });
			const terms = {
				reportId: idOrNullIn(form, 'report'),
				path: form.has('path') ? textIn(form, 'path') : null,
				password: textIn(form, 'password') || null,
				expiresAt: days === null ? null : actor.now + days * DAY
			};
			// made once before it is promised: whoever opens the link must find something
			await shownBy(db, publication, terms, event.locals.language);
			token = await addShare(db, publication, terms, actor);
		})(event);
		return refused ?? { link: event.url.origin + pathTo(`/s/${token}`) };
	},

	revoke: change((db, publication, form, actor) =>
		takeShareBack(db, publication, idIn(form, 'id'), actor)
	),

	undo: change((db, publication, form, actor) =>
		giveShareBack(db, publication, idIn(form, 'id'), actor)
	)
};
