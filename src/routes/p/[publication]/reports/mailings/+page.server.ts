import { sponsorPlaces } from '#lib/server/figures/sponsors/sponsors.ts';
import {
	addSchedule,
	pauseSchedule,
	removeSchedule,
	scheduleFigures,
	sendAgain,
	testSchedule
} from '#lib/server/mail/schedules.ts';
import { idIn, textIn } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { change } from '../../change.ts';
import { readScheduleForm } from './schedule-form.ts';

export async function load(event) {
	const { locals } = event;
	const figures = await answer(event, async (db, publication, _, now) => ({
		...(await scheduleFigures(db, publication, now)),
		sponsors: [...new Set((await sponsorPlaces(db, publication)).map(({ sponsor }) => sponsor))]
	}));
	const email = locals.visitor.kind === 'member' ? locals.visitor.email : '';
	return { ...figures, mails: locals.mailer !== null, email };
}

export const actions = {
	add: change((db, publication, form, actor) =>
		addSchedule(db, publication, readScheduleForm(form), actor)
	),
	pause: change((db, publication, form, actor) =>
		pauseSchedule(db, publication, idIn(form, 'schedule'), form.get('paused') === 'yes', actor)
	),
	remove: change((db, publication, form, actor) =>
		removeSchedule(db, publication, idIn(form, 'schedule'), actor)
	),
	test: change((db, publication, form, actor) =>
		testSchedule(db, publication, idIn(form, 'schedule'), textIn(form, 'to'), actor)
	),
	again: change((db, publication, form) =>
		sendAgain(db, publication, idIn(form, 'schedule'), idIn(form, 'mailing'))
	)
};
