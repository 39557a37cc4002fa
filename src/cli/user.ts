import { formats } from '#lib/messages/format.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { words } from '#lib/messages/words.ts';
import { givenRoles, personRoles, roleActions } from '#lib/permissions.ts';
import type { PersonRole } from '#lib/permissions.ts';
import {
	addPerson,
	giveRole,
	people,
	removePerson,
	renewPassword
} from '#lib/server/access/people.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import type { Person } from '#lib/server/access/people.ts';
import { Trouble } from '#lib/trouble.ts';
import { table } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Call, Command } from './command.ts';
import { textOption } from './options.ts';

/** Accounts of people: who may look, import and correct, or change how things are set up. */
export const user: Command = {
	name: 'user',
	args: 'add EMAIL | list | role EMAIL | password EMAIL | remove EMAIL',
	needs: 1,
	takes: 2,
	options: {
		name: { type: 'string', value: 'NAME' },
		role: { type: 'string', value: givenRoles.join('|'), about: 'userRole' },
		publication: { type: 'string', value: 'NAME', about: 'userPublication' }
	},
	notes: roleLines,

	async run(call) {
		const [verb = '', email] = call.args;
		const role = textOption(call.options, 'role');
		if (verb === 'list' && email === undefined) return listed(call);
		if (email !== undefined) {
			if (verb === 'add') return added(call, email, role ?? 'viewer');
			if (verb === 'password') return renewed(call, email);
			if (verb === 'role' && role !== null) {
				const slug = textOption(call.options, 'publication');
				await giveRole(await call.db(), email, role, slug);
				const details = { email, role: roleWords(role, call) };
				return slug === null
					? said(call, 'role', details)
					: said(call, 'roleIn', { ...details, publication: slug });
			}
			if (verb === 'remove') {
				await removePerson(await call.db(), email);
				return said(call, 'removed', { email });
			}
		}
		throw new Trouble('badChoice', { given: call.args.join(' '), known: user.args });
	}
};

/** The password is what a script reads from stdout; what to do with it is said beside. */
async function added(call: Call, email: string, role: string): Promise<Answer> {
	const name = textOption(call.options, 'name') ?? email.split('@')[0] ?? email;
	const db = await call.db();
	const at = { data: call.settings.data, now: Date.now() };
	const slug = textOption(call.options, 'publication');
	// before anybody gets an account who could then do nothing with it
	if (slug !== null) await publicationOf(db, slug);
	const everywhere = slug === null ? role : 'none';
	const password = await addPerson(db, { name, email, role: everywhere }, at);
	if (slug !== null) await giveRole(db, email, role, slug);
	call.talk(words('cli.user.once', {}, call.locale));
	return {
		json: { email, name, role, ...(slug !== null && { publication: slug }), password },
		lines: [password]
	};
}

async function renewed(call: Call, email: string): Promise<Answer> {
	const password = await renewPassword(await call.db(), email, Date.now());
	call.talk(words('cli.user.once', {}, call.locale));
	return { json: { email, password }, lines: [password] };
}

function said({ locale }: Call, key: string, details: Record<string, string>): Answer {
	return { json: details, lines: [words(`cli.user.${key}`, details, locale)] };
}

async function listed(call: Call): Promise<Answer> {
	const rows = await people(await call.db());
	const say = formats(call.locale, 'UTC');
	const head = (key: string) => words(`people.${key}`, {}, call.locale);

	return {
		json: rows.map(({ name, email, role, publications, createdAt }) => ({
			...{ name, email, role, publications, createdAt }
		})),
		lines: table<Person>(
			[
				{ head: head('name'), cell: ({ name }) => name },
				{ head: head('email'), cell: ({ email }) => email },
				{ head: head('role'), cell: ({ role }) => roleWords(role, call) },
				{
					head: head('publications'),
					cell: ({ publications }) =>
						Object.entries(publications)
							.map(([slug, role]) => `${slug}: ${roleWords(role, call)}`)
							.join(', ') || '–'
				},
				{ head: head('since'), cell: ({ createdAt }) => say.day(createdAt.getTime()) }
			],
			rows
		)
	};
}

/** What each role may do, by the table of permissions. */
function roleLines(locale: Locale): string[] {
	return [
		words('cli.user.roles', {}, locale),
		...table(
			[
				{ head: '', cell: (role: PersonRole) => `  ${role}` },
				{
					head: '',
					cell: (role: PersonRole) =>
						roleActions[role].map((action) => words(`may.${action}`, {}, locale)).join(', ')
				}
			],
			personRoles
		).slice(1)
	];
}

function roleWords(role: string, { locale }: Call): string {
	return words(`people.role.${role}`, {}, locale);
}
