import type { SheetTable } from '../../csv/sheet.ts';
import { columnFinder } from '../headers.ts';
import { readerCountReader } from '../plans/count-reader.ts';
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
	const others = ['status', 'opens', 'clicks'].filter((name) => name !== total);
	const isMore = ({ header }: SheetTable) => columnFinder(header)(...others) !== undefined;
	return planned({
		provider: 'mailchimp',
		kind: 'counts',
		instants: [],
		zone: { ask: true },
		loose: true,
		calls: isCalledByMailchimp,
		signature,
		without: [
			'leid',
			'timestamp',
			'url',
			'link',
			'event',
			// merge fields are called as people like: what tells of bounces and leavers is of no clicks
			...(total === null ? [] : ['bounce type', 'bounce time', 'unsubscribe time'])
		],
		when: ({ name, table }) =>
			folder.test(name) && isAtHome(name, events[0]!) && (IN_FOLDER.test(name) || !isMore(table)),
		columns: { address: ['email address', 'email'], ...(total && { total }) },
		needs: total ? ['address', 'total'] : ['address'],
		reader: ({ name }, columns) => readerCountReader(columns, events, () => campaignOfFile(name))
	});
}

const IN_FOLDER = /aggregate_activity[/_]([a-z_]+)/;

/** What the folders of the account export are about, by the stem of their names. */
const FOLDERS: [EventKind, RegExp][] = [
	['open', /^opened/],
	['click', /^click/],
	['delivery', /^not_opened/],
	['bounce', /bounce/],
	['unsubscribe', /^unsub/],
	['complaint', /^(?:abuse|complaint)/]
];

/** Whether a file lies in the folder of its kind, if in one of them: merge fields are called as people like. */
function isAtHome(path: string, event: EventKind): boolean {
	const folder = IN_FOLDER.exec(path)?.[1] ?? '';
	const told = FOLDERS.find(([, names]) => names.test(folder));
	return told === undefined || told[0] === event;
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
