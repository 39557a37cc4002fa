import { pathTo } from '#lib/path-to.ts';
import type { PasswordLink } from '#lib/server/access/password-links.ts';
import { accountLetter, type LetterKind } from '#lib/server/mail/letters.ts';

type RequestParts = { locals: App.Locals; url: URL };

/** A link to hand on to somebody; `sent`: it went to them by mail as well, null where there is no mail server. */
export type HandedOn = { email: string; address: string; expiresAt: number; sent: boolean | null };

/** Sends a link by mail where there is a mail server; whoever made it is shown it in any case. */
export async function handOn(
	kind: LetterKind,
	email: string,
	{ token, expiresAt }: PasswordLink,
	{ locals, url }: RequestParts
): Promise<HandedOn> {
	const { mailer, language } = locals;
	const address = `${locals.address ?? url.origin + pathTo('')}/password?token=${token}`;
	if (!mailer) return { email, address, expiresAt, sent: null };
	const mail = accountLetter(kind, { link: address }, language);
	const failure = await mailer.send(mail, email, crypto.randomUUID());
	return { email, address, expiresAt, sent: failure === null };
}
