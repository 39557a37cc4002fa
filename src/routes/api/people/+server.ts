import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { pathTo } from '#lib/path-to.ts';
import { invite } from '#lib/server/access/password-links.ts';
import { people, removePerson } from '#lib/server/access/people.ts';
import { Trouble } from '#lib/trouble.ts';
import { troubleReply } from '../../trouble-answers.ts';
import { onlyKnown, parameterOf } from '../only-known.ts';

const text = v.pipe(v.string(), v.maxLength(320));
const Invitation = v.strictObject({
	email: text,
	name: v.optional(text),
	role: v.optional(text, 'viewer'),
	publication: v.optional(v.nullable(text), null)
});

/** Everybody with an account, and what they may do. */
export async function GET({ locals }) {
	const all = await people(locals.db);
	return json(
		all.map(({ id: _, twoFactorEnabled, createdAt, ...person }) => ({
			...person,
			twoFactor: twoFactorEnabled,
			createdAt: createdAt.getTime()
		}))
	);
}

/** Invites somebody; answers with the link by which they choose their password. */
export async function POST({ locals, request, url }) {
	try {
		const read = v.safeParse(Invitation, await request.json().catch(() => null));
		if (!read.success) throw new Trouble('badBody');
		const { email, role, publication: slug, name = email.split('@')[0] ?? email } = read.output;
		const link = await invite(locals.db, { email, name, role }, { slug, now: Date.now() });
		const address = `${locals.address ?? url.origin + pathTo('')}/password?token=${link.token}`;
		return json({ email, link: address, expiresAt: link.expiresAt }, { status: 201 });
	} catch (cause) {
		return troubleReply(cause, locals.language);
	}
}

/** Takes an account away. */
export async function DELETE({ locals, url }) {
	try {
		onlyKnown(url.searchParams, ['email']);
		await removePerson(locals.db, parameterOf(url, 'email'), Date.now());
		return new Response(null, { status: 204 });
	} catch (cause) {
		return troubleReply(cause, locals.language);
	}
}
