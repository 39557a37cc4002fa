import { webhookSender } from '#lib/server/mail/alerts/webhook.ts';
import { smtpMailer } from '#lib/server/mail/mailer.ts';
import type { Outbox } from '#lib/server/mail/tries.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Settings } from '#lib/server/settings.ts';

/**
 * What scheduled reports and alerts go out through.
 *
 * @throws {Trouble} badSmtp
 */
export function outboxOf({ smtpUrl, smtpFrom, address, webhooksInside }: Settings): Outbox {
	if (
		smtpUrl !== undefined &&
		!/^smtps?:$/.test(URL.canParse(smtpUrl) ? new URL(smtpUrl).protocol : '')
	)
		throw new Trouble('badSmtp');
	return {
		mailer: smtpUrl === undefined ? null : smtpMailer(smtpUrl, smtpFrom),
		webhook: webhookSender(webhooksInside),
		now: Date.now,
		address: address ?? null
	};
}
