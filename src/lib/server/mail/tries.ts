import { MINUTE } from '#lib/duration.ts';
import type { JobOutcome } from '../store/jobs/claim.ts';
import type { Job } from '../store/jobs/jobs.ts';
import type { Webhook } from './alerts/webhook.ts';
import type { Failure, Mailer } from './mailer.ts';

/** What goes out goes out through these. */
export type Outbox = {
	/** null where no mail server is set */
	mailer: Mailer | null;
	webhook: Webhook;
	now(): number;
	/** the address that people use, for links; null where nobody said it */
	address: string | null;
};

/** How long to wait after each failed try; after the last, a person decides. */
const waits = [MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 240 * MINUTE];

/** That a try of an `alert`, a `mail` or the report of one failed, and when the next one is. */
export function later(
	{ attempts, kind }: Job,
	{ unsure, final, problem }: Failure,
	now: number
): JobOutcome {
	const isAlert = kind === 'alert';
	if (unsure) return { trouble: { code: isAlert ? 'alertUnsure' : 'mailUnsure', details: {} } };
	const code = isAlert ? 'alertFailed' : 'mailFailed';
	const trouble = { code, details: { why: problem } };
	const wait = final ? undefined : waits[attempts - 1];
	return { trouble, ...(wait !== undefined && { at: now + wait }) };
}
