import { m } from '#lib/messages/compiled/messages.js';
import type { Mailing } from '#lib/server/store/reports/schedules.ts';
import { declare } from '../declare.ts';

export type MailingLine = Mailing & {
	/** when it is tried again; null where it is not */
	nextAt: number | null;
	/** the report and what it was due for, in words */
	what: string;
};

/** Reports that went out by mail, or are to, the latest first. */
export const mailingTable = declare<MailingLine>()({
	name: 'mailings',
	columns: [
		{ key: 'what', head: m['schedules.what'], beside: ({ recipient }) => recipient },
		{
			key: 'state',
			head: m['schedules.state'],
			cell: ({ state }, formats) => m[`mailing.state.${state}`]({}, formats),
			beside: ({ sentAt, attempts, problem, state, nextAt }, formats) =>
				[
					...(sentAt ? [formats.instant(sentAt)] : []),
					...(attempts > 1 ? [m['schedules.attempt']({ n: attempts }, formats)] : []),
					...(problem ? [problem] : []),
					...(state === 'failed' && nextAt
						? [m['mailing.retry']({ at: formats.instant(nextAt) }, formats)]
						: [])
				].join(' · ')
		},
		{ key: 'again', head: m['schedules.again'], act: true, file: false }
	],
	views: { figure: ['what', 'state', 'again'] }
});
