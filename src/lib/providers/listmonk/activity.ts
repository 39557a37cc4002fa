import { eventReader } from '../plans/event-reader.ts';
import type { EventKind } from '../facts.ts';
import { planned, type Plan } from '../plans/plan.ts';

// Maintenance → Analytics → Export, from version 6.2

/** Names that no other service has beside an address and an instant: whoever shortens the file keeps one. */
const OWN = ['campaign uuid', 'subscriber uuid', 'subscriber id'];

/** Every row has its own offset. A reader who was deleted, or is not tracked, has no address. */
function activity(kind: 'opens' | 'clicks', event: EventKind): Omit<Plan, 'signature'> {
	return {
		provider: 'listmonk',
		kind,
		instants: ['at'],
		zone: { known: 'UTC' },
		columns: {
			campaign: ['campaign id', 'campaign uuid'],
			campaignName: 'campaign name',
			address: 'email',
			at: 'created at',
			...(kind === 'clicks' && { url: 'url' })
		},
		needs: ['campaign', 'address', 'at'],
		reader: (_file, columns, instants) => eventReader(columns, instants, { event, nameless: true })
	};
}

/** `campaign_clicks.csv` */
export const listmonkClicks = planned({
	...activity('clicks', 'click'),
	signature: [OWN, 'url', 'email', 'created at']
});

/** `campaign_views.csv` */
export const listmonkViews = planned({
	...activity('opens', 'open'),
	signature: [OWN, 'email', 'created at'],
	without: ['url']
});
