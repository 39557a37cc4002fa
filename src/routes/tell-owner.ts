import { browserOf } from '#lib/server/access/own-account.ts';
import { mailOwner, type SecurityChange } from '#lib/server/mail/security-mail.ts';

type Asked = { locals: App.Locals; request: Request };

/** Mails somebody that a way into their account was changed; nobody waits for a mail server meanwhile. */
export function tellOwner({ locals, request }: Asked, email: string, change: SecurityChange): void {
	const { db, mailer, address, language } = locals;
	const browser = browserOf(request.headers.get('user-agent') ?? '');
	void mailOwner(db, email, change, { mailer, address, language, browser, now: Date.now() });
}
