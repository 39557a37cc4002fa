import { eventInName, eventPlan } from '../plans/event-plan.ts';
import { columnFinder } from '../headers.ts';

// A campaign → Report → Openers, clickers … → Export

/** Who opened or clicked a campaign: one event a row, of one kind. */
export const dotdigitalActivity = eventPlan({
	provider: 'dotdigital',
	zone: { ask: true },
	signature: [
		['email', 'email address'],
		['date opened', 'date clicked', 'dateopened', 'dateclicked'],
		['contact id', 'contactid']
	],
	columns: {
		at: ['date opened', 'date clicked', 'dateopened', 'dateclicked'],
		address: ['email', 'email address'],
		alias: ['contact id', 'contactid'],
		campaign: ['campaign id', 'campaignid'],
		campaignName: ['campaign name', 'campaignname'],
		url: ['url', 'link'],
		agent: ['user agent', 'useragent']
	},
	fileEvent: (file) => {
		const find = columnFinder(file.table.header);
		if (find('date opened', 'dateopened') !== undefined) return 'open';
		return find('date clicked', 'dateclicked') !== undefined ? 'click' : eventInName(file);
	}
});
