import { addShare, sharesOf, takeShareBack } from '#lib/server/access/shares.ts';
import { reportsOf } from '#lib/server/report/reports.ts';
import { liveReport } from '../../../s/live.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';

const DAY = 86_400_000;

export async function load(event) {
	const { searchParams } = event.url;
	const path = searchParams.get('path');
	const report = Number(searchParams.get('report')) || null;
	return answer(event, async (db, publication, _, now) => {
		const reports = await reportsOf(db, publication);
		const live = path !== null && liveReport(path, 'en') !== null ? path : null;
		return {
			shares: await sharesOf(db, publication, now),
			/** what a link can be made to here */
			wish: { path: live, report: reports.find(({ id }) => id === report) ?? null }
		};
	});
}

export const actions = {
	async make(event) {
		let token = '';
		const refused = await change(async (db, publication, form, actor) => {
			const text = (name: string) => String(form.get(name) ?? '').trim() || null;
			const days = Number(text('days'));
			const terms = {
				reportId: Number(text('report')) || null,
				path: form.has('path') ? String(form.get('path')) : null,
				password: text('password'),
				expiresAt: days > 0 ? actor.now + days * DAY : null
			};
			token = await addShare(db, publication, terms, actor);
		})(event);
		return refused ?? { link: `${event.url.origin}/s/${token}` };
	},

	revoke: change((db, publication, form, actor) =>
		takeShareBack(db, publication, Number(form.get('id')), actor)
	)
};
