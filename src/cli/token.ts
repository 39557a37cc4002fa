import { DAY } from '#lib/duration.ts';
import { isDay } from '#lib/is-day.ts';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { tokenScopes } from '#lib/permissions.ts';
import { addToken, removeToken, tokens, type TokenRow } from '#lib/server/access/tokens.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { Trouble } from '#lib/trouble.ts';
import { table, type Answer } from './answer.ts';
import type { Call, Command } from './command.ts';
import { textOption } from './options.ts';

/** Tokens for scripts: to bring files to `POST /api/imports`, or to read figures from `GET /api/…`. */
export const token: Command = {
	name: 'token',
	args: 'add NAME | list | remove NAME',
	needs: 1,
	takes: 2,
	options: {
		scope: { type: 'string', value: tokenScopes.join('|') },
		publication: { type: 'string', value: 'NAME' },
		expires: { type: 'string', value: '2026-12-31' }
	},

	async run(call) {
		const [verb = '', name] = call.args;
		if (verb === 'list' && name === undefined) return listed(call);
		if (verb === 'add' && name !== undefined) return added(call, name);
		if (verb === 'remove' && name !== undefined) {
			await removeToken(await call.db(), name, Date.now());
			return { json: { name }, lines: [words('cli.token.removed', { name }, call.locale)] };
		}
		throw new Trouble('badChoice', { given: call.args.join(' '), known: token.args });
	}
};

/** The token is what a script reads from stdout; what to do with it is said beside. */
async function added(call: Call, name: string): Promise<Answer> {
	const { locale, talk } = call;
	const given = textOption(call.options, 'scope') ?? 'import';
	const scope = tokenScopes.find((known) => known === given);
	if (!scope) throw new Trouble('badChoice', { given, known: tokenScopes.join(', ') });

	const db = await call.db();
	const slug = textOption(call.options, 'publication');
	const publicationId = slug === null ? null : (await publicationOf(db, slug)).id;
	const expiresAt = expiryOption(call);
	const made = await addToken(db, { name, scope, publicationId, expiresAt }, Date.now());
	talk(words('cli.token.once', {}, locale));
	return { json: { name, scope, publication: slug, expiresAt, token: made }, lines: [made] };
}

/** A day, of which it is good for the whole in UTC. @throws {Trouble} badDate */
function expiryOption({ options }: Call): number | null {
	const given = textOption(options, 'expires');
	if (given === null) return null;
	if (!isDay(given)) throw new Trouble('badDate', { given });
	return Date.parse(`${given}T00:00:00Z`) + DAY;
}

async function listed({ db, locale }: Call): Promise<Answer> {
	const rows = await tokens(await db());
	const formats = createFormats(locale, 'UTC');
	const head = (key: string) => words(`cli.token.${key}`, {}, locale);

	return {
		json: rows,
		lines: table<TokenRow>(
			[
				{ head: head('name'), cell: ({ name }) => name },
				{ head: head('scope'), cell: ({ scope }) => words(`token.scope.${scope}`, {}, locale) },
				{ head: head('publication'), cell: ({ publication }) => publication ?? '–' },
				{ head: head('created'), cell: ({ createdAt }) => formats.day(createdAt) },
				{
					head: head('expires'),
					cell: ({ expiresAt }) => (expiresAt === null ? '–' : formats.day(expiresAt))
				},
				{ head: head('used'), cell: ({ usedAt }) => (usedAt === null ? '–' : formats.day(usedAt)) }
			],
			rows
		)
	};
}
