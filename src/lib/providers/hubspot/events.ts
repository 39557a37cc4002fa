import { eventPlan } from '../plans/event-plan.ts';

// Marketing → E-mail → an e-mail → Recipients → Export; the email events of the API

/** One event a row; times in milliseconds from the API. */
export const hubspotEvents = eventPlan({
	provider: 'hubspot',
	zone: { ask: true },
	signature: [
		'recipient',
		['type', 'event type', 'event'],
		['created', 'event created', 'event timestamp', 'event date'],
		[
			'emailcampaignid',
			'email campaign id',
			'portalid',
			'appid',
			'hmid',
			'filteredevent',
			'sentby.id'
		]
	],
	without: ['message id', 'recordtype'],
	columns: {
		at: ['created', 'event created', 'event timestamp', 'event date'],
		event: ['type', 'event type', 'event'],
		address: 'recipient',
		url: ['url', 'link', 'clicked url', 'link url'],
		campaign: ['emailcampaignid', 'email campaign id', 'email id'],
		campaignName: ['email name', 'campaign name', 'emailcampaignname', 'email'],
		subject: ['subject', 'email subject'],
		agent: ['useragent', 'user agent'],
		country: 'location.country'
	},
	needs: ['at', 'event', 'address'],
	words: {
		mta_dropped: null,
		statuschange: null,
		spamreport: 'complaint',
		sent: null,
		processed: null
	},
	bots: ['filteredevent', 'filtered event']
});
