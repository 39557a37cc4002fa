import { readerCounts } from '../plans/count-reader.ts';
import type { EventKind } from '../facts.ts';
import { planned } from '../plans/plan.ts';
import type { Recogniser } from '../recogniser.ts';
import { campaignOfFile, isCalledByMailchimp } from './campaign-of-file.ts';

// aggregate_activity in the account export, and Reports → a campaign → Opened / Clicked → Export

function counts(
	events: EventKind[],
	signature: (string | string[])[],
	total: string | null,
	folder: RegExp
): Recogniser {
	// who opened and clicked, in one file, is another service's
	return planned({
		provider: 'mailchimp',
		kind: 'counts',
		instants: [],
		zone: { ask: true },
		loose: true,
		calls: isCalledByMailchimp,
		signature,
		without: [
			...['leid', 'timestamp', 'url', 'link', 'status', 'event'],
			...['opens', 'clicks'].filter((name) => name !== total)
		],
		when: ({ name }) => folder.test(name),
		columns: { address: ['email address', 'email'], ...(total && { total }) },
		needs: total ? ['address', 'total'] : ['address'],
		reader: ({ name }, columns) => readerCounts(columns, events, () => campaignOfFile(name))
	});
}

const address = ['email address', 'email'];

/** Readers who opened, with how often; each of them was reached. */
export const mailchimpOpened = counts(['open', 'delivery'], [address, 'opens'], 'opens', /./);

/**
 * Readers who clicked, with how often, without what. The export of those who clicked one link looks
 * the same, and names neither the link nor the campaign.
 */
export const mailchimpClickers: Recogniser = {
	...counts(['click'], [address, 'clicks'], 'clicks', /./),
	asksAbout: ({ name }) => campaignOfFile(name) === null
};

/** Readers who were reached and did not open. */
export const mailchimpNotOpened = counts(['delivery'], [address], null, /not_opened/);

export const mailchimpBounces = counts(['bounce'], [address, 'bounce type'], null, /./);

export const mailchimpUnsubscribes = counts(
	['unsubscribe'],
	[address],
	null,
	/aggregate_activity.unsub/
);

/** The report of one campaign without its times: why each left. */
export const mailchimpLeft = counts(
	['unsubscribe'],
	[address, ['unsubscribe reason', 'unsub reason', 'reason for unsubscribing']],
	null,
	/./
);

export const mailchimpComplaints = counts(
	['complaint'],
	[address],
	null,
	/aggregate_activity.(abuse|complaint)/
);
