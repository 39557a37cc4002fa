// Long, because it is a list.
import { isNothing } from '#lib/csv/nothing.ts';
import { acymailingSubscribers } from './acymailing/subscribers.ts';
import { aweberSubscribers } from './aweber/subscribers.ts';
import { brazeEvents } from './braze/currents.ts';
import { brevoEvents, brevoLogs, brevoRecipients } from './brevo/logs.ts';
import { campaignmonitorActivity, campaignmonitorSubscribers } from './campaignmonitor/activity.ts';
import { customerioDeliveries, customerioEvents } from './customerio/messages.ts';
import { dotdigitalActivity } from './dotdigital/activity.ts';
import { dotdigitalContacts } from './dotdigital/contacts.ts';
import { getresponseContacts } from './getresponse/contacts.ts';
import { googleAds } from './google/ads.ts';
import { hubspotContacts, hubspotOptOuts } from './hubspot/contacts.ts';
import { hubspotEvents } from './hubspot/events.ts';
import { iterableEvents } from './iterable/events.ts';
import { klaviyoCampaigns } from './klaviyo/campaigns.ts';
import { klaviyoProfiles } from './klaviyo/profiles.ts';
import { linkedinAds } from './linkedin/ads.ts';
import { mailerliteCampaigns } from './mailerlite/campaigns.ts';
import { mailerliteRecipients } from './mailerlite/recipients.ts';
import { mailerliteSubscribers } from './mailerlite/subscribers.ts';
import { mailgunBounces, mailgunEvents, mailgunUnsubscribes } from './mailgun/events.ts';
import { mailpoetSubscribers } from './mailpoet/subscribers.ts';
import { metaAds } from './meta/ads.ts';
import { paypalActivity } from './paypal/activity.ts';
import { postmarkActivity, postmarkRecords } from './postmark/activity.ts';
import { salesforceJobs, salesforceTracking, salesforceViews } from './salesforce/tracking.ts';
import { sarbacaneRecipients } from './sarbacane/recipients.ts';
import { sendySubscribers } from './sendy/subscribers.ts';
import { shopifyOrders } from './shopify/orders.ts';
import { stripePayments } from './stripe/payments.ts';
import { woocommerceOrders } from './woocommerce/orders.ts';
import { activecampaignContacts } from './activecampaign/contacts.ts';
import { beehiivPosts } from './beehiiv/posts.ts';
import { beehiivSubscribers } from './beehiiv/subscribers.ts';
import { brevoContacts } from './brevo/contacts.ts';
import { buttondownEmails } from './buttondown/emails.ts';
import { buttondownEvents } from './buttondown/events.ts';
import { buttondownSubscribers } from './buttondown/subscribers.ts';
import { anyFile } from './by-hand/any-file.ts';
import { constantcontactContacts } from './constantcontact/contacts.ts';
import { curatedSubscribers } from './curated/subscribers.ts';
import type { EventKind } from './facts.ts';
import { eventOf } from './plans/event-words.ts';
import { isOfOtherTrade } from './by-hand/other-trade.ts';
import { ghostMembers } from './ghost/members.ts';
import { ghostPosts } from './ghost/posts.ts';
import { keilaContacts } from './keila/contacts.ts';
import { kitSubscribers } from './kit/subscribers.ts';
import { listmonkClicks, listmonkViews } from './listmonk/activity.ts';
import { listmonkSubscribers } from './listmonk/subscribers.ts';
import { mailchimpClicks, mailchimpOpens } from './mailchimp/activity.ts';
import { mailchimpCampaigns } from './mailchimp/campaigns.ts';
import { mailchimpCombinations } from './mailchimp/combinations.ts';
import { mailchimpBounceReport, mailchimpUnsubscribeReport } from './mailchimp/departures.ts';
import {
	mailchimpBounces,
	mailchimpClickers,
	mailchimpComplaints,
	mailchimpLeft,
	mailchimpNotOpened,
	mailchimpOpened,
	mailchimpUnsubscribes
} from './mailchimp/counts.ts';
import { mailchimpMembers } from './mailchimp/members.ts';
import { mailchimpReport } from './mailchimp/report.ts';
import { mailjetEvents, mailjetLinks } from './mailjet/links.ts';
import { mailupEvents } from './mailup/events.ts';
import { mauticHits, mauticStats } from './mautic/reports.ts';
import { speaksOf } from './by-hand/words/genre-words.ts';
import { headerFit } from './by-hand/words/header-words.ts';
import { contentOfColumn, isTime } from './by-hand/cells/cell-content.ts';
import { readAddress } from './read-address.ts';
import { isTotalRow } from './refuse.ts';
import type { FileFacts, FileKind, Recogniser, Recognition, RoleColumns } from './recogniser.ts';
import { sendgridActivity } from './sendgrid/activity.ts';
import { substackDelivers, substackOpens } from './substack/activity.ts';
import { substackPosts } from './substack/posts.ts';
import { substackStats } from './substack/stats.ts';
import { substackEmailList, substackSubscribers } from './substack/subscribers.ts';

/** Every kind of file that is known by its headers. */
export const recognisers: readonly Recogniser[] = [
	mailchimpClicks,
	mailchimpOpens,
	mailchimpMembers,
	mailchimpCampaigns,
	mailchimpReport,
	mailchimpOpened,
	mailchimpNotOpened,
	mailchimpClickers,
	mailchimpBounces,
	mailchimpLeft,
	mailchimpBounceReport,
	mailchimpUnsubscribeReport,
	mailchimpCombinations,
	mailerliteRecipients,
	mailchimpUnsubscribes,
	mailchimpComplaints,
	substackPosts,
	substackOpens,
	substackDelivers,
	substackEmailList,
	substackSubscribers,
	substackStats,
	listmonkViews,
	listmonkClicks,
	listmonkSubscribers,
	buttondownEvents,
	buttondownSubscribers,
	buttondownEmails,
	sendgridActivity,
	mailupEvents,
	ghostMembers,
	ghostPosts,
	beehiivSubscribers,
	beehiivPosts,
	kitSubscribers,
	brevoContacts,
	keilaContacts,
	curatedSubscribers,
	activecampaignContacts,
	constantcontactContacts,
	mauticStats,
	mauticHits,
	mailjetLinks,
	mailjetEvents,
	brevoLogs,
	brevoEvents,
	brevoRecipients,
	hubspotEvents,
	hubspotContacts,
	hubspotOptOuts,
	klaviyoCampaigns,
	klaviyoProfiles,
	salesforceTracking,
	salesforceViews,
	salesforceJobs,
	brazeEvents,
	iterableEvents,
	customerioDeliveries,
	customerioEvents,
	mailgunEvents,
	mailgunBounces,
	mailgunUnsubscribes,
	postmarkRecords,
	postmarkActivity,
	mailerliteSubscribers,
	mailerliteCampaigns,
	campaignmonitorActivity,
	campaignmonitorSubscribers,
	dotdigitalActivity,
	dotdigitalContacts,
	getresponseContacts,
	aweberSubscribers,
	sendySubscribers,
	sarbacaneRecipients,
	mailpoetSubscribers,
	acymailingSubscribers,
	metaAds,
	googleAds,
	linkedinAds,
	stripePayments,
	shopifyOrders,
	woocommerceOrders,
	paypalActivity
];

/**
 * Tells which service wrote a table, and what it holds: the known kind of file of which most columns
 * are there, else the generic shape, by its words and values. Null where only a person can say.
 *
 * @param kind what a person says that it holds
 */
export function recognise(file: FileFacts, kind?: FileKind): Recognition | null {
	let best: Recognition | null = null;
	let most = 0;

	for (const recogniser of recognisers) {
		const columns = recogniser.match(file);
		const matched = columns ? Object.keys(columns).length : 0;
		if (columns && matched > most && !isOfOtherTrade(file, recogniser, columns)) {
			best = { recogniser, columns };
			most = matched;
		}
	}
	if (best && kind === undefined) return toldFuller(file, best) ?? withLeaving(file, best);
	return best && best.recogniser.kind === kind ? withLeaving(file, best) : anyFile(file, kind);
}

/**
 * The same reading of a service's list, with when readers left under any name of it: such lists have columns of
 * it or not, as whoever exports them chooses. Not the end of a paid plan, which is called by the same words.
 */
function withLeaving({ table }: FileFacts, { recogniser, columns }: Recognition): Recognition {
	if (recogniser.kind !== 'subscribers' || columns.left !== undefined)
		return { recogniser, columns };
	const used = new Set(Object.values(columns));
	const left = table.header.findIndex(
		(name, column) =>
			!used.has(column) &&
			headerFit(name, 'left') === 1 &&
			speaksOf(name, 'unsubscribe') &&
			isTime(contentOfColumn(table, column))
	);
	if (left === -1) return { recogniser, columns };
	const instants = [...new Set([...recogniser.instants, 'left' as const])];
	return { recogniser: { ...recogniser, instants }, columns: { ...columns, left } };
}

/**
 * The reading by words and values of a table that a service was recognised by, where it leaves no doubt
 * and tells more: services and those who use them give files of several kinds the same columns.
 */
function toldFuller(file: FileFacts, { recogniser, columns }: Recognition): Recognition | null {
	const isList = recogniser.kind === 'subscribers' && columns.joined === undefined;
	if (recogniser.kind === 'counts' && recogniser.loose)
		return toldOtherwise(file, recogniser.calls?.(file.name) ?? false);
	if (!isList && !EVENTS.includes(recogniser.kind)) return null;
	const other = anyFile(file);
	if (other?.because !== 'evidence') return null;
	if (isList && other.recogniser.kind === 'subscribers')
		return columns.left === undefined && holdsTimes(file, other.columns.joined) ? other : null;
	if (!EVENTS.includes(other.recogniser.kind)) return null;

	if (areElsewhere(file, columns.address, other.columns.address)) return other;
	const { at, event, url, opened, clicked } = other.columns;
	const { campaign, campaignName, subject, issue } = other.columns;
	const isNamed = (campaign ?? campaignName ?? subject ?? issue) !== undefined;
	const isTimed = [at, opened, clicked].some((column) => column !== undefined);
	// a list of readers, with what they did
	if (isList) return isTimed && (isNamed || (event ?? url) !== undefined) ? other : null;

	// events of other kinds than the service's files of this shape hold
	const isOther = (column: number) => {
		const kinds = new Set(file.table.sample.map((row) => eventOf(row[column] ?? '')));
		const own = OF_KIND[recogniser.kind];
		return kinds.size > 1 || (own !== undefined && !kinds.has(own));
	};
	const isOneKind = columns.event === undefined && columns.opened === undefined;
	// events of one kind, beside a column that says which, or one of another kind
	if (isOneKind && event !== undefined && isOther(event)) return other;
	return isOneKind && opened !== undefined && clicked !== undefined && url !== undefined
		? other
		: null;
}

/**
 * The reading of a table that says how often its readers opened, where it has columns for more: events
 * with an instant each, or a list of readers, whose numbers are of all that they ever got.
 *
 * @param isNamed it has a name that the service gives to files of one send
 */
function toldOtherwise(file: FileFacts, isNamed: boolean): Recognition | null {
	const other = anyFile(file);
	if (!other) return null;
	const { at, event, url, joined, opened, clicked } = other.columns;
	// each row names its letter, which no file of the service does
	if (other.recogniser.kind === 'counts' && !isNamed && namesLetters(file, other.columns))
		return other;
	if (other.recogniser.kind === 'subscribers') {
		const ofSends = ['open', 'click', 'delivery'] as const;
		const isOfOne = ofSends.some((stem) => speaksOf(file.name.replace(/\.\w+$/, ''), stem));
		return joined !== undefined && !isOfOne && !isNamed ? other : null;
	}
	if (!EVENTS.includes(other.recogniser.kind)) return null;
	// a column for each kind of event says of one when it was
	if ([opened, clicked].some((column) => holdsTimes(file, column))) return other;
	const isTold =
		other.because === 'evidence' ||
		(event ?? url) !== undefined ||
		speaksOf(file.table.header[at ?? -1] ?? '', 'open') ||
		// a date of each row, called simply so: somebody is asked
		(headerFit(file.table.header[at ?? -1] ?? '', 'at') === 1 && holdsTimes(file, at));
	return at !== undefined && isTold ? other : null;
}

/** Whether a column names the letter of each row. */
function namesLetters({ table }: FileFacts, columns: RoleColumns): boolean {
	const { campaign, campaignName, issue, subject } = columns;
	const column = campaign ?? campaignName ?? issue ?? subject;
	const isNamed = (row: string[]) => !isNothing(row[column ?? -1] ?? '');
	return column !== undefined && table.sample.filter((row) => !isTotalRow(row)).every(isNamed);
}

/** Whether a column holds instants: a service's files have those under its own names alone. */
function holdsTimes({ table }: FileFacts, column: number | undefined): boolean {
	return column !== undefined && isTime(contentOfColumn(table, column));
}

/** Whether a column of addresses holds none, and another does. */
function areElsewhere({ table }: FileFacts, named = -1, found = -1): boolean {
	const holds = (column: number) => table.sample.some((row) => readAddress(row[column] ?? ''));
	return named !== found && !holds(named) && holds(found);
}

const OF_KIND: Partial<Record<FileKind, EventKind>> = {
	opens: 'open',
	clicks: 'click',
	deliveries: 'delivery'
};

const EVENTS: readonly FileKind[] = ['events', 'clicks', 'opens', 'deliveries'];
