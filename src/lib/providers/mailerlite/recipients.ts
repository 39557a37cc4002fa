import { wideColumns, wideReader, wideRoles } from '../by-hand/shapes/wide.ts';
import { textOf } from '../plans/event-reader.ts';
import { columnFinder } from '../headers.ts';
import type { Recogniser } from '../recogniser.ts';

// Campaigns → Sent → a campaign → View report → Subscribers activity → Export

/** One reader of one campaign a row: whether, when or how often each thing happened. */
export const mailerliteRecipients: Recogniser = {
	provider: 'mailerlite',
	kind: 'events',
	instants: wideRoles,
	zone: { ask: true },
	loose: true,
	match(file) {
		const find = columnFinder(file.table.header);
		const address = find('subscriber');
		const isList = find('subscribed', 'date subscribed', 'event', 'url') !== undefined;
		// others have such columns too: what MailerLite alone reports beside them tells
		const own = find('groups', 'group', 'junk', 'forwards', 'forwarded', 'spam complaints');
		if (address === undefined || isList || own === undefined) return null;
		const { opened, clicked, ...others } = wideColumns(file);
		if (opened === undefined || clicked === undefined) return null;
		const campaign = find('campaign', 'campaign name', 'subject');
		return {
			...others,
			address,
			opened,
			clicked,
			...(campaign !== undefined && { campaign })
		};
	},
	reader: (file, columns, instants) =>
		wideReader(file, columns, instants, (row) => textOf(row[columns.campaign ?? -1]))
};
