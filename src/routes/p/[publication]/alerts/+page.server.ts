import { alertKinds } from '#lib/server/alerts/happenings.ts';
import {
	addAlertRule,
	alertFigures,
	pauseAlertRule,
	removeAlertRule,
	tellAlertAgain,
	testAlertRule
} from '#lib/server/post/alerts/rules.ts';
import { idIn, textIn } from '../../../form.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';

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
			addAlertRule(db, publication, ruleIn(form), event.locals.mailer !== null, actor)
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

/** A rule as the form has it; whether it makes sense is decided where it is kept. */
function ruleIn(form: FormData): unknown {
	const hour = (name: string) => (textIn(form, name) === '' ? null : Number(textIn(form, name)));
	return {
		kinds: form.getAll('kinds').map(String),
		sure: textIn(form, 'sure'),
		by: textIn(form, 'by'),
		address: textIn(form, 'address'),
		locale: textIn(form, 'locale'),
		quietFrom: hour('quietFrom'),
		quietTo: hour('quietTo')
	};
}
