import { randomUUID } from 'node:crypto';
import { createFormats } from '#lib/messages/format.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { words } from '#lib/messages/words.ts';
import { givenRoles, personRoles, roleActions } from '#lib/permissions.ts';
import {
	addPerson,
	giveRole,
	people,
	removePasskeys,
	removePerson,
	removeSecondFactor,
	renewPassword,
	signOutEverywhere,
	type Person
} from '#lib/server/access/people.ts';
import { invite, renewLink, type PasswordLink } from '#lib/server/access/password-links.ts';
import { requireStep, stepGroups } from '#lib/server/access/second-step.ts';
import { accountLetter } from '#lib/server/mail/letters.ts';
import { mailOwner, type SecurityChange } from '#lib/server/mail/security-mail.ts';
import { Trouble } from '#lib/trouble.ts';
import { table, type Answer } from './answer.ts';
import type { Call, Command } from './command.ts';
import { described } from './help.ts';
import { textOption } from './options.ts';
import { addressOf } from './address.ts';
import { outboxOf } from './outbox.ts';

/** Accounts of people: who may look, import and correct, or change how things are set up. */
export const user: Command = {
	name: 'user',
	args: `${[
		'add',
		'invite',
		'link',
		'role',
		'password',
		'sign-out',
		'remove-factor',
		'remove-passkeys',
		'remove'
	]
		.map((verb) => `${verb} EMAIL`)
		.join(' | ')} | require-factor ${stepGroups.join('|')} | list`,
	needs: 1,
	takes: 2,
	options: {
		name: { type: 'string', value: 'NAME' },
		role: { type: 'string', value: givenRoles.join('|'), about: 'userRole' },
		publication: { type: 'string', value: 'NAME', about: 'userPublication' },
		mail: { type: 'boolean' }
	},
	notes: roleLines,

	async run(call) {
		const [verb = '', email] = call.args;
		if (verb === 'list' && email === undefined) return listed(call);
		if (verb === 'require-factor' && email !== undefined) return required(call, email);
		const does = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
		if (does && email !== undefined) return does(call, email);
		throw new Trouble('badChoice', { given: call.args.join(' '), known: user.args });
	}
};

const verbs: Record<string, (call: Call, email: string) => Promise<Answer>> = {
	add: added,
	invite: invited,
	role: changed,
	password: renewed,

	async link(call, email) {
		return linked(call, email, await renewLink(await call.db(), email, Date.now()));
	},

	async 'sign-out'(call, email) {
		const n = await signOutEverywhere(await call.db(), email, Date.now());
		return said(call, 'signedOut', { email, n });
	},

	async 'remove-factor'(call, email) {
		await removeSecondFactor(await call.db(), email, Date.now());
		await notify(call, email, 'factorOff');
		return said(call, 'noFactor', { email });
	},

	async 'remove-passkeys'(call, email) {
		const n = await removePasskeys(await call.db(), email, Date.now());
		await notify(call, email, 'passkeyRemoved');
		return said(call, 'noPasskeys', { email, n });
	},

	async remove(call, email) {
		await removePerson(await call.db(), email, Date.now());
		return said(call, 'removed', { email });
	}
};

/** What the options say of somebody who is to have an account. */
function wordsOf({ options }: Call, email: string) {
	const name = textOption(options, 'name') ?? email.split('@')[0] ?? email;
	return { name, email, role: textOption(options, 'role') ?? 'viewer' };
}

/** The password is what a script reads from stdout; what to do with it is said beside. */
async function added(call: Call, email: string): Promise<Answer> {
	const filled = wordsOf(call, email);
	const slug = textOption(call.options, 'publication');
	const at = { now: Date.now(), slug };
	const password = await addPerson(await call.db(), filled, at);
	call.talk(words('cli.user.once', {}, call.locale));
	return {
		json: { ...filled, ...(slug !== null && { publication: slug }), password },
		lines: [password]
	};
}

async function invited(call: Call, email: string): Promise<Answer> {
	const slug = textOption(call.options, 'publication');
	const terms = { slug, now: Date.now() };
	return linked(call, email, await invite(await call.db(), wordsOf(call, email), terms));
}

/** The link is what a script reads from stdout. @throws {Trouble} noMailServer */
async function linked(call: Call, email: string, link: PasswordLink): Promise<Answer> {
	const { locale, talk, settings } = call;
	const address = `${addressOf(settings)}/password?token=${link.token}`;
	const day = createFormats(locale, 'UTC').day(link.expiresAt);
	talk(words('cli.user.link', { day }, locale));
	const sent = call.options.mail === true ? await mailed(call, email, address) : null;
	return { json: { email, link: address, expiresAt: link.expiresAt, sent }, lines: [address] };
}

async function mailed({ settings, locale, talk }: Call, email: string, link: string) {
	const { mailer } = outboxOf(settings);
	if (!mailer) throw new Trouble('noMailServer');
	const failure = await mailer.send(
		accountLetter('invitation', { link }, locale),
		email,
		randomUUID()
	);
	const key = failure ? 'linkNotSent' : 'linkSent';
	talk(words(`cli.user.${key}`, { email, why: failure?.problem ?? '' }, locale));
	return failure === null;
}

async function changed(call: Call, email: string): Promise<Answer> {
	const role = textOption(call.options, 'role');
	if (role === null) throw new Trouble('badChoice', { given: '', known: givenRoles.join(', ') });
	const slug = textOption(call.options, 'publication');
	await giveRole(await call.db(), email, role, { slug, now: Date.now() });
	const details = { email, role: roleWords(role, call) };
	if (slug === null) return said(call, 'role', details);
	return said(call, 'roleIn', { ...details, publication: slug });
}

async function renewed(call: Call, email: string): Promise<Answer> {
	const password = await renewPassword(await call.db(), email, Date.now());
	await notify(call, email, 'password');
	call.talk(words('cli.user.once', {}, call.locale));
	return { json: { email, password }, lines: [password] };
}

/** Mails the owner of an account that a way into it was changed, where there is a mail server. */
async function notify(call: Call, email: string, change: SecurityChange) {
	const { mailer, address } = outboxOf(call.settings);
	const terms = { mailer, address, language: call.locale, browser: null, now: Date.now() };
	await mailOwner(await call.db(), email, change, terms);
}

/** Of whom a second step is required: also the way out where it locks everybody out. */
async function required(call: Call, group: string): Promise<Answer> {
	await requireStep(await call.db(), group, Date.now());
	const of = words(`step.${group}`, {}, call.locale);
	const lines = [words('cli.user.requireFactor', { of }, call.locale)];
	return { json: { secondStep: group }, lines };
}

function said({ locale }: Call, key: string, details: Record<string, string | number>): Answer {
	return { json: details, lines: [words(`cli.user.${key}`, details, locale)] };
}

async function listed(call: Call): Promise<Answer> {
	const rows = await people(await call.db());
	const formats = createFormats(call.locale, 'UTC');
	const head = (key: string) => words(`people.${key}`, {}, call.locale);

	return {
		json: rows.map(({ name, email, role, publications, invited, ...person }) => ({
			name,
			email,
			role,
			publications,
			invited,
			twoFactor: person.twoFactorEnabled,
			passkeys: person.passkeys,
			createdAt: person.createdAt
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
				{ head: head('since'), cell: ({ createdAt }) => formats.day(createdAt.getTime()) }
			],
			rows
		)
	};
}

/** What each role may do, by the table of permissions. */
function roleLines(locale: Locale): string[] {
	return [
		words('cli.user.roles', {}, locale),
		...described(
			personRoles.map((role) => [
				role,
				roleActions[role].map((action) => words(`may.${action}`, {}, locale)).join(', ')
			])
		)
	];
}

function roleWords(role: string, { locale }: Call): string {
	return words(`people.role.${role}`, {}, locale);
}
