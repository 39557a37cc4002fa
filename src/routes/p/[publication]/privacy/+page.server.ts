import { may } from '#lib/server/access/may.ts';
import { auditMonths } from '#lib/server/access/audit.ts';
import {
	changeOpens,
	changeRetention,
	opensKept,
	readersKept
} from '#lib/server/editing/privacy.ts';
import { textIn } from '../../../form.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';

/** What is stored of readers and people, why and for how long. */
export function load(event) {
	return answer(event, async (db, publication) => ({
		opens: await opensKept(db, publication),
		readers: await readersKept(db, publication),
		months: await auditMonths(db),
		mayChange: may(event.locals.visitor, 'administer', publication)
	}));
}

export const actions = {
	opens: change((db, publication, form, actor) =>
		changeOpens(
			db,
			publication,
			{ service: textIn(form, 'service') || null, drop: form.get('drop') === 'yes' },
			actor
		)
	),
	retention: change((db, publication, form, actor) =>
		changeRetention(db, publication, textIn(form, 'months').trim() || null, actor)
	)
};
