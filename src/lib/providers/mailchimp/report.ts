import { instants as instantsOf } from '#lib/csv/instants/dates.ts';
import { readCount, urlCountReader } from '../plans/count-reader.ts';
import type { SendFact } from '../facts.ts';
import { normalHeader } from '../headers.ts';
import { planned } from '../plans/plan.ts';

// Reports → a campaign → Export: label/value lines, then "Clicks by URL"

/** The report of one campaign: how often each link was clicked, and the send's own totals. */
export const mailchimpReport = planned({
	provider: 'mailchimp',
	kind: 'report',
	instants: [],
	zone: { ask: true },
	signature: ['url', 'total clicks', 'unique clicks'],
	when: ({ labels }) => labels.some(([label]) => normalHeader(label) === 'subject line'),
	columns: { url: 'url', total: 'total clicks', unique: 'unique clicks' },
	needs: ['url', 'total', 'unique'],
	reader({ labels }, columns, _instants, zone) {
		const send = sendOf(labels, zone);
		const read = urlCountReader(columns, () => send.campaign);
		let said = false;

		return (row) => {
			const reading = read(row);
			if (said || !('facts' in reading)) return reading;
			// what the lines above the table say goes with its first row
			said = true;
			return { facts: [send, ...reading.facts] };
		};
	}
});

function sendOf(labels: [string, string][], zone: string | undefined): SendFact {
	const said = new Map(labels.map(([label, value]) => [normalHeader(label), value]));
	const count = (label: string) => {
		const n = readCount(said.get(label));
		return typeof n === 'number' ? n : undefined;
	};
	const subject = said.get('subject line');
	const title = said.get('title') || subject || '';
	// "Mon, Apr 26, 2021 12:25": the month is in words, so there is no order to settle
	const sentAt = zone && instantsOf({ order: 'mdy' }, zone)(said.get('delivery date/time') ?? '');

	return {
		fact: 'send',
		campaign: title,
		name: title,
		subject,
		...(typeof sentAt === 'number' && { sentAt }),
		delivered: count('successful deliveries'),
		opens: { total: count('total opens'), unique: count('recipients who opened') },
		clicks: { total: count('total clicks'), unique: count('recipients who clicked') },
		unsubscribes: count('total unsubs')
	};
}
