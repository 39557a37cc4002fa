import { createFormats } from '#lib/messages/format.ts';
import { issueFigures } from '#lib/server/figures/content/issue.ts';
import { sentLetter } from '#lib/server/derive/letter.ts';
import { idOfPath } from '../../../../../form.ts';
import { answer } from '../../../answer.ts';
import { linkBadges } from './link-badges.ts';

/** It may hold styles of its own and nothing else, and only our own pages may frame it. */
const POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/** The issue as it was sent, with what each link got beside it, to be framed by the issue's page. */
export async function GET(event) {
	const id = idOfPath(event.params.issue);
	const { language } = event.locals;

	const html = await answer(event, async (db, publication) => {
		const figures = await issueFigures(db, publication, id);
		const formats = createFormats(language, publication.zone);
		return sentLetter(db, publication, id, linkBadges(figures, formats), language);
	});
	return new Response(html, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': POLICY,
			'x-frame-options': 'SAMEORIGIN'
		}
	});
}
