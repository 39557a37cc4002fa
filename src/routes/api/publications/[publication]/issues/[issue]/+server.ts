import { issueFigures } from '#lib/server/figures/content/issue.ts';
import { idOfPath } from '../../../../../form.ts';
import { reply } from '../../../../reply.ts';

/** One issue as its page shows it. */
export function GET(event) {
	const id = idOfPath(event.params.issue);
	return reply(event, 'issue', (db, publication) => issueFigures(db, publication, id));
}
