import { hasOnly } from '../by-hand/words/neutral-words.ts';
import { eventReader } from '../plans/event-reader.ts';
import type { EventKind } from '../facts.ts';
import type { FileFacts, Recogniser } from '../recogniser.ts';
import { planned, type Plan } from '../plans/plan.ts';
import { campaignOfFile, titleOfFile } from './campaign-of-file.ts';

// Account & billing → Settings → Manage my data → Export data: the account export, a zip

/** Headers of files by other hands that also have an instant and an address. */
const OTHERS = [
	'event',
	'event type',
	'campaign',
	'campaign id',
	'campaign name',
	'post id',
	'subject'
];

function reader(event: EventKind): Recogniser['reader'] {
	return ({ name }, columns, instants) => {
		const campaign = campaignOfFile(name);
		const campaignName = campaign === null ? undefined : titleOfFile(name);
		return eventReader(columns, instants, { event, campaign: () => campaign, campaignName });
	};
}

const granular: Pick<Plan, 'provider' | 'instants' | 'zone'> = {
	provider: 'mailchimp',
	instants: ['at'],
	// the documentation does not say which zone the times are in
	zone: { ask: true }
};

/** `granular_activity/clicks/<campaign>_<title>.csv`: every click of a campaign. */
export const mailchimpClicks = planned({
	...granular,
	kind: 'clicks',
	loose: true,
	signature: ['timestamp', 'email', 'url'],
	without: OTHERS,
	when: isGranular,
	columns: { at: 'timestamp', address: 'email', url: 'url' },
	needs: ['at', 'address', 'url'],
	reader: reader('click')
});

/** Folders and numbers of the account's export; elsewhere the same three columns, and none that says more. */
function isGranular({ name, table }: FileFacts): boolean {
	if (/granular_activity/i.test(name) || campaignOfFile(name) !== null) return true;
	return hasOnly(table.header, OWN);
}

const OWN = /^(timestamp|email|url|ip)$/i;

function isOpens(file: FileFacts): boolean {
	const { name, table } = file;
	if (/clicks/i.test(name) || !isGranular(file)) return false;
	return /granular_activity|opens/i.test(name) || table.header.includes('IP');
}

/** `granular_activity/opens/<campaign>_<title>.csv`: every open of a campaign. */
export const mailchimpOpens = planned({
	...granular,
	kind: 'opens',
	loose: true,
	signature: ['timestamp', 'email'],
	without: [...OTHERS, 'url'],
	when: isOpens,
	columns: { at: 'timestamp', address: 'email' },
	needs: ['at', 'address'],
	reader: reader('open')
});
