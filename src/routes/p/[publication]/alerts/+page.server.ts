import { alertKinds } from '#lib/server/alerts/happenings.ts';
import {
	addAlertRule,
	alertFigures,
	pauseAlertRule,
	removeAlertRule,
	tellAlertAgain,
	testAlertRule
} from '#lib/server/mail/alerts/rules.ts';
import { idIn } from '../../../form.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { readAlertForm } from './alert-form.ts';

export async function load(event) {
	const { locals } = event;
	return {
		figures: await answer(event, (db, publication, _, now) => alertFigures(db, publication, now)),
		kinds: alertKinds,
		mails: locals.mailer !== null,
		email: locals.visitor.kind === 'member' ? locals.visitor.email : ''
	};
}

export const actions = {
	add: async (event) =>
		change((db, publication, form, actor) =>
			addAlertRule(db, publication, readAlertForm(form), event.locals.mailer !== null, actor)
		)(event),
	test: change((db, publication, form, actor) =>
		testAlertRule(db, publication, idIn(form, 'rule'), actor)
	),
	pause: change((db, publication, form, actor) =>
		pauseAlertRule(db, publication, idIn(form, 'rule'), form.get('paused') === 'yes', actor)
	),
	remove: change((db, publication, form, actor) =>
		removeAlertRule(db, publication, idIn(form, 'rule'), actor)
	),
	again: change((db, publication, form) =>
		tellAlertAgain(db, publication, idIn(form, 'rule'), idIn(form, 'alert'))
	)
};
