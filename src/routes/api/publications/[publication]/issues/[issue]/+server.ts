import { issueFigures } from '#lib/server/figures/issue.ts';
import { reply } from '../../../../reply.ts';

/** One issue as its page shows it. */
export function GET(event) {
	return reply(event, 'issue', (db, publication) =>
		issueFigures(db, publication, Number(event.params.issue))
	);
}
