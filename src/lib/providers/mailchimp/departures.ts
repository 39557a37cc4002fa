import { eventReader, textOf } from '../plans/event-reader.ts';
import type { EventKind } from '../facts.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import type { Recogniser } from '../recogniser.ts';
import { campaignOfFile, isCalledByMailchimp } from './campaign-of-file.ts';

// Reports → a campaign → Unsubscribed, or Bounced → Export

const address = ['email address', 'email'];

const CAMPAIGN = [
	'campaign title',
	'campaign',
	'campaign name',
	'unsubscribe campaign title',
	'unsub campaign title',
	'unsubscribe campaign',
	'unsub campaign'
];

/** Headers of lists, and of files whose rows are of several kinds. */
const LISTS = ['leid', 'euid', 'event', 'event type', 'url'];

/** Headers of what a report does not say, and an account's own columns may be called. */
const OTHERS = ['status', 'opens', 'clicks'];

function has(header: readonly string[], names: string[]): boolean {
	return columnFinder(header)(...names) !== undefined;
}

function departures(event: EventKind, times: string[], reasons: string[]): Recogniser {
	return planned({
		provider: 'mailchimp',
		kind: 'events',
		instants: ['at'],
		zone: { ask: true },
		loose: true,
		calls: isCalledByMailchimp,
		signature: [address, reasons],
		without: LISTS,
		// beside its own a report has the account's columns, called as people like
		when: ({ name, table }) => isCalledByMailchimp(name) || !has(table.header, OTHERS),
		columns: { address, at: times, campaign: CAMPAIGN },
		needs: ['address', 'at'],
		reader(file, columns, instants) {
			const campaign = campaignOfFile(file.name);
			const named = (row: string[]) => textOf(row[columns.campaign ?? -1]) ?? campaign;
			return eventReader(columns, instants, { event, campaign: named });
		}
	});
}

/** Who left by one campaign, when and why. */
export const mailchimpUnsubscribeReport = departures(
	'unsubscribe',
	['unsubscribe time', 'unsub time', 'unsubscribed at', 'unsubscribe date', 'timestamp'],
	['unsubscribe reason', 'unsub reason', 'reason for unsubscribing']
);

/** Whom one campaign did not reach, and for how long: hard or soft. */
export const mailchimpBounceReport = departures(
	'bounce',
	['bounce time', 'bounced at', 'bounce date', 'timestamp'],
	['bounce type']
);
