import { eventInName, eventPlan } from '../plans/event-plan.ts';
import { textOf } from '../plans/event-reader.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { readAddress } from '../read-address.ts';
import { readLink } from '../read-link.ts';
import { sendReader } from '../plans/send-reader.ts';
import type { FileFacts } from '../recogniser.ts';

// Automation Studio → Data extract → Tracking extract: Sends, Opens, Clicks, Bounces, Unsubs, SendJobs;
// Automation Studio → SQL on the data views _Sent, _Open, _Click …

/** Marketing Cloud keeps its clocks six hours behind UTC, summer and winter. */
const ZONE = 'UTC-06:00';

/** Addresses are subscriber keys in many accounts; a link may stand under its alias alone. */
function how({ table }: FileFacts) {
	const find = columnFinder(table.header);
	const url = find('url') ?? -1;
	const content = find('linkcontent', 'link content') ?? -1;
	return {
		url: (row: string[]) => {
			const link = row[url] ?? '';
			return readLink(link) === null ? (textOf(row[content]) ?? link) : link;
		}
	};
}

const OTHERS = { notsent: null, 'not sent': null } as const;

/** One event a row; what happened is a column, and the file's name. */
export const salesforceTracking = eventPlan({
	provider: 'salesforce',
	zone: { known: ZONE },
	dates: { at: { order: 'mdy' } },
	signature: [
		'sendid',
		'eventdate',
		['subscriberkey', 'emailaddress'],
		['eventtype', 'batchid', 'triggeredsendexternalkey']
	],
	columns: {
		at: 'eventdate',
		event: 'eventtype',
		address: ['emailaddress', 'subscriberkey'],
		alias: 'subscriberkey',
		campaign: 'sendid',
		url: 'url',
		linkName: ['alias', 'linkname', 'link name'],
		agent: 'useragent',
		country: 'country'
	},
	fileEvent: eventInName,
	words: OTHERS,
	how
});

/** The same as a query of the data views writes it: the file is of one kind. */
export const salesforceViews = eventPlan({
	provider: 'salesforce',
	zone: { known: ZONE },
	dates: { at: { order: 'mdy' } },
	signature: [
		'jobid',
		'eventdate',
		'subscriberkey',
		['batchid', 'listid', 'subscriberid', 'isunique', 'oybaccountid']
	],
	columns: {
		at: 'eventdate',
		event: 'eventtype',
		address: ['emailaddress', 'subscriberkey'],
		alias: 'subscriberid',
		campaign: 'jobid',
		campaignName: 'emailname',
		url: 'url',
		linkName: ['linkname', 'alias', 'link name']
	},
	fileEvent: (file) => {
		const find = columnFinder(file.table.header);
		if (find('url', 'linkname') !== undefined) return 'click';
		if (find('bouncecategory', 'bouncecategoryid') !== undefined) return 'bounce';
		return eventInName(file);
	},
	when: ({ table }) => {
		const find = columnFinder(table.header);
		const [address, key] = [find('emailaddress'), find('subscriberkey') ?? -1];
		return (
			address !== undefined || table.sample.some((row) => readAddress(row[key] ?? '') !== null)
		);
	},
	words: OTHERS,
	how
});

/** `SendJobs.csv`: one send a row. */
export const salesforceJobs = planned({
	provider: 'salesforce',
	kind: 'sends',
	instants: ['sentAt'],
	zone: { known: ZONE },
	dates: { sentAt: { order: 'mdy' } },
	signature: [['sendid', 'jobid'], 'emailname', ['senttime', 'schedtime', 'deliveredtime']],
	columns: {
		campaign: ['sendid', 'jobid'],
		campaignName: 'emailname',
		subject: ['subject', 'emailsubject'],
		sentAt: ['senttime', 'deliveredtime', 'schedtime']
	},
	needs: ['campaign'],
	reader({ table }, columns, instants) {
		const state = columnFinder(table.header)('jobstatus') ?? -1;
		return sendReader(columns, instants, {
			skip: (row) => (/cancel|draft|error|new/i.test(row[state] ?? '') ? 'draft' : undefined)
		});
	}
});
