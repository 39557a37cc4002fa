import { eventInName, eventPlan } from '../plans/event-plan.ts';

// Insights → Export data → Email opens, clicks, sends …: one file a kind

/** One event a row; the kind is the file's name (`emailClick`) or a column. */
export const iterableEvents = eventPlan({
	provider: 'iterable',
	zone: { known: 'UTC' },
	signature: [
		['createdat', 'created at'],
		'email',
		'campaignid',
		['messageid', 'templateid', 'itblinternal.documentcreatedat']
	],
	columns: {
		at: ['createdat', 'created at'],
		event: ['eventname', 'eventtype', 'event name'],
		address: 'email',
		alias: ['userid', 'itbluserid'],
		campaign: 'campaignid',
		campaignName: 'campaignname',
		url: ['url', 'href', 'linkurl', 'clickedurl'],
		agent: 'useragent',
		country: 'country'
	},
	fileEvent: (file) =>
		eventInName(file) ??
		(file.table.header.some((name) => /^(url|href|linkUrl)$/.test(name)) ? 'click' : undefined),
	words: {
		emailsend: 'delivery',
		emailsendskip: null,
		emailsubscribe: null,
		emailunsubscribe: 'unsubscribe',
		emailcomplaint: 'complaint',
		emailbounce: 'bounce'
	},
	bots: ['isbot', 'proxysource', 'isproxyopen', 'is bot']
});
