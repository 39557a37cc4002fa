import { eventInName, eventPlan } from '../plans/event-plan.ts';

// Partner integrations → Data export → Currents, as files; Query builder → Export

/**
 * One event a row, times in unix seconds. The kind is a column (`users.messages.email.Open`) or the
 * folder of the file.
 */
export const brazeEvents = eventPlan({
	provider: 'braze',
	zone: { known: 'UTC' },
	signature: [
		['time', 'event time'],
		['email address', 'properties.email address', 'to email address'],
		[
			'dispatch id',
			'properties.dispatch id',
			'external user id',
			'user.external user id',
			'canvas id',
			'braze id'
		]
	],
	columns: {
		at: ['time', 'event time'],
		event: ['event type', 'event name'],
		address: ['email address', 'properties.email address', 'to email address'],
		alias: ['external user id', 'user.external user id', 'user id'],
		campaign: ['campaign id', 'properties.campaign id', 'canvas step id', 'canvas id', 'send id'],
		campaignName: ['campaign name', 'properties.campaign name', 'canvas step name', 'canvas name'],
		url: ['url', 'properties.url', 'link url'],
		agent: ['user agent', 'properties.user agent']
	},
	fileEvent: eventInName,
	words: {
		'users.messages.email.open': 'open',
		'users.messages.email.click': 'click',
		'users.messages.email.delivery': 'delivery',
		'users.messages.email.send': null,
		'users.messages.email.abort': null,
		'users.messages.email.deferral': null,
		'users.messages.email.retry': null,
		'users.messages.email.bounce': 'bounce',
		'users.messages.email.softbounce': 'bounce',
		'users.messages.email.markasspam': 'complaint',
		'users.messages.email.unsubscribe': 'unsubscribe'
	},
	bots: [
		'machine open',
		'properties.machine open',
		'is suspected bot click',
		'bot click',
		'is suspected bot'
	]
});
