import { columnFinder } from '../headers.ts';
import { eventInName, eventPlan } from '../plans/event-plan.ts';
import { listPlan } from '../plans/list-plan.ts';

// A campaign → Report → Recipient activity → Export; Lists & subscribers → a list → Export

/** Who opened, clicked, bounced or left one campaign: one event a row, of one kind. */
export const campaignmonitorActivity = eventPlan({
	provider: 'campaignmonitor',
	zone: { ask: true },
	loose: true,
	signature: [['emailaddress', 'email address'], 'date', ['listid', 'ipaddress', 'latitude']],
	without: [
		'event',
		'timestamp',
		'campaign',
		'state',
		'date subscribed',
		'date joined',
		'leid',
		'euid'
	],
	columns: {
		at: ['date', 'date opened', 'date clicked', 'opened date', 'clicked date', 'activity date'],
		address: ['emailaddress', 'email address'],
		url: ['url', 'link'],
		country: ['countryname', 'countrycode', 'country']
	},
	fileEvent: (file) => {
		const find = columnFinder(file.table.header);
		if (find('url', 'link') !== undefined) return 'click';
		if (find('bouncetype', 'bounce type') !== undefined) return 'bounce';
		if (find('date opened', 'opened date') !== undefined) return 'open';
		return eventInName(file);
	},
	when: (file) => {
		const find = columnFinder(file.table.header);
		const said = find('url', 'link', 'bouncetype', 'bounce type', 'date opened', 'opened date');
		return said !== undefined || eventInName(file) !== undefined;
	}
});

/** One subscriber a row. */
export const campaignmonitorSubscribers = listPlan({
	provider: 'campaignmonitor',
	zone: { ask: true },
	signature: [
		['email address', 'emailaddress'],
		'name',
		['date subscribed', 'date joined', 'listjoineddate'],
		[
			'consenttotrack',
			'consent to track',
			'reads email with',
			'reademailwith',
			'readsemailwith',
			'permission to track'
		]
	],
	without: ['leid', 'euid', 'member rating'],
	columns: {
		address: ['email address', 'emailaddress'],
		status: ['state', 'status'],
		joined: ['date subscribed', 'date joined', 'listjoineddate', 'subscribe date', 'date'],
		left: ['date unsubscribed', 'unsubscribe date'],
		country: ['country', 'geo country']
	}
});
