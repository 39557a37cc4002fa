import { json } from '@sveltejs/kit';
import { auditQueryOf, auditRows, type AuditParams } from '#lib/server/access/audit.ts';
import { troubleReply } from '../../trouble-answers.ts';
import { onlyKnown } from '../only-known.ts';

const known = ['publication', 'action', 'who', 'from', 'to', 'before', 'limit'] as const;

/** Who did what, newest first; `before` goes on where an answer ended. */
export async function GET({ locals, url }) {
	try {
		onlyKnown(url.searchParams, known);
		const params: AuditParams = Object.fromEntries(url.searchParams);
		return json(await auditRows(locals.db, await auditQueryOf(locals.db, params)));
	} catch (cause) {
		return troubleReply(cause, locals.language);
	}
}
