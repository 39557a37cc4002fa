import { json } from '@sveltejs/kit';
import { removeToken, tokens } from '#lib/server/access/tokens.ts';
import { troubleReply } from '../../trouble-answers.ts';
import { onlyKnown, parameterOf } from '../only-known.ts';

/** Tokens, without what leads in: that is known to their owners alone. */
export async function GET({ locals }) {
	return json(await tokens(locals.db));
}

/** Ends a token. */
export async function DELETE({ locals, url }) {
	try {
		onlyKnown(url.searchParams, ['name']);
		await removeToken(locals.db, parameterOf(url, 'name'), Date.now());
		return new Response(null, { status: 204 });
	} catch (cause) {
		return troubleReply(cause, locals.language);
	}
}
