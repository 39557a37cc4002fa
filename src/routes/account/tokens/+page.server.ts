import { DAY } from '#lib/duration.ts';
import { tokenScopes } from '#lib/permissions.ts';
import {
	addToken,
	removeToken,
	restoreToken,
	revokedTokens,
	tokens
} from '#lib/server/access/tokens.ts';
import { publicationChoices, publicationOf } from '#lib/server/figures/publications.ts';
import { Trouble } from '#lib/trouble.ts';
import { formOf, idOrNullIn, textIn } from '../../form.ts';
import { refused } from '../../trouble-answers.ts';

/** For how many days a token is good at most, where it ends by itself. */
const MOST_DAYS = 3650;

/** Tokens with which programs bring files or read figures. */
export async function load({ locals }) {
	return {
		tokens: await tokens(locals.db),
		revoked: await revokedTokens(locals.db, Date.now()),
		publications: (await publicationChoices(locals.db)).map(({ slug, name }) => ({ slug, name })),
		scopes: tokenScopes,
		now: Date.now()
	};
}

export const actions = {
	make: act(async (db, form, now) => {
		const scope = tokenScopes.find((one) => one === textIn(form, 'scope'));
		if (!scope) throw new Trouble('badForm');
		const days = idOrNullIn(form, 'days');
		if (days !== null && days > MOST_DAYS) throw new Trouble('badNumber', { given: days });
		const slug = textIn(form, 'publication');
		const name = textIn(form, 'name');
		const publicationId = slug ? (await publicationOf(db, slug)).id : null;
		const expiresAt = days === null ? null : now + days * DAY;
		return { name, token: await addToken(db, { name, scope, publicationId, expiresAt }, now) };
	}),
	revoke: act((db, form, now) => removeToken(db, textIn(form, 'name'), now)),
	undo: act((db, form, now) => restoreToken(db, textIn(form, 'name'), now))
};

/** A deed; foreseen trouble comes back to the page. */
function act<Told>(deed: (db: App.Locals['db'], form: FormData, now: number) => Promise<Told>) {
	return async (event: { locals: App.Locals; request: Request }) => {
		const form = await formOf(event);
		try {
			const answer = await deed(event.locals.db, form, Date.now());
			return answer as Told extends object ? Told : undefined;
		} catch (cause) {
			return refused(cause, event, form);
		}
	};
}
