import { alertFigures } from '#lib/server/mail/alerts/rules.ts';
import { said } from '../../../said.ts';

/** What deserves attention now, who is told, and what was sent. */
export function GET(event) {
	return said(
		event,
		async () => undefined,
		(db, publication) => alertFigures(db, publication, Date.now())
	);
}
