import { smtpMailer } from '#lib/server/post/mailer.ts';
import type { Outbox } from '#lib/server/post/outbox.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Settings } from '#lib/server/settings.ts';

/** What scheduled reports go out through; null where no mail server is set. */
export function outboxOf({ smtpUrl, smtpFrom, origin }: Settings): Outbox | null {
	if (smtpUrl === undefined) return null;
	if (!/^smtps?:$/.test(URL.canParse(smtpUrl) ? new URL(smtpUrl).protocol : ''))
		throw new Trouble('badSmtp');
	return { mailer: smtpMailer(smtpUrl, smtpFrom), now: Date.now, origin: origin ?? null };
}
