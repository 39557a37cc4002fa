import { formats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { addToken, removeToken, tokens } from '#lib/server/access/tokens.ts';
import type { TokenRow } from '#lib/server/access/tokens.ts';
import { Trouble } from '#lib/trouble.ts';
import { table } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Call, Command } from './command.ts';

/** Tokens for scripts that bring files to `POST /api/imports`. */
export const token: Command = {
	name: 'token',
	args: 'add NAME | list | remove NAME',
	needs: 1,
	takes: 2,
	options: {},

	async run(call) {
		const [verb = '', name] = call.args;
		if (verb === 'list' && name === undefined) return listed(call);
		if (verb === 'add' && name !== undefined) return added(call, name);
		if (verb === 'remove' && name !== undefined) {
			await removeToken(await call.db(), name);
			return { json: { name }, lines: [words('cli.token.removed', { name }, call.locale)] };
		}
		throw new Trouble('badChoice', { given: call.args.join(' '), known: token.args });
	}
};

/** The token is what a script reads from stdout; what to do with it is said beside. */
async function added({ db, locale, talk }: Call, name: string): Promise<Answer> {
	const made = await addToken(await db(), name, Date.now());
	talk(words('cli.token.once', {}, locale));
	return { json: { name, token: made }, lines: [made] };
}

async function listed({ db, locale }: Call): Promise<Answer> {
	const rows = await tokens(await db());
	const say = formats(locale, 'UTC');
	const head = (key: string) => words(`cli.token.${key}`, {}, locale);

	return {
		json: rows,
		lines: table<TokenRow>(
			[
				{ head: head('name'), cell: ({ name }) => name },
				{ head: head('created'), cell: ({ createdAt }) => say.day(createdAt) },
				{ head: head('used'), cell: ({ usedAt }) => (usedAt === null ? '–' : say.day(usedAt)) }
			],
			rows
		)
	};
}
