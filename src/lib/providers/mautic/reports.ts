import { readCount } from '../plans/count-reader.ts';
import { eventReader, textOf } from '../plans/event-reader.ts';
import type { EventFact, Fact } from '../facts.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { yesOrNo } from '../plans/subscriber-reader.ts';
import { isErased, readAddress, whyNoReader } from '../read-address.ts';
import { refuse } from '../refuse.ts';

// Reports → a report on e-mails or page hits → Export to CSV. Headers are in the user's language.

const ids = ['email id', 'e id', 'subject', 'email name', 'name'];

/**
 * The report on e-mails: for each send to each reader when it was sent, when it was first read
 * (one instant, no log of opens) and how often they clicked.
 */
export const mauticStats = planned({
	provider: 'mautic',
	kind: 'events',
	instants: ['sentAt', 'at'],
	zone: { ask: true },
	loose: true,
	signature: [['email address', 'email'], 'date sent', 'date read'],
	columns: {
		address: ['email address', 'email'],
		sentAt: 'date sent',
		at: 'date read',
		campaign: ids,
		total: 'clicks'
	},
	needs: ['address', 'sentAt', 'at'],
	reader({ table }, columns, instants) {
		const failed = columnFinder(table.header)('is failed') ?? -1;
		const readSent = instants.get('sentAt')!;
		const readRead = instants.get('at')!;

		return (row) => {
			const written = row[columns.address!] ?? '';
			const address = readAddress(written);
			if (address === null) return refuse(row, whyNoReader(written));
			if (isErased(address)) return { skip: 'erased' };

			const sent = row[columns.sentAt!] ?? '';
			const at = readSent(sent);
			if (at === null) return refuse(row, sent.trim() === '' ? 'noTime' : 'badTime');
			const opened = row[columns.at!] ?? '';
			const readAt = readRead(opened);
			if (readAt === null && textOf(opened)) return refuse(row, 'badTime');

			const campaign = textOf(row[columns.campaign ?? -1]);
			const event = (event: EventFact['event'], at: number): EventFact => {
				return { fact: 'event', event, at, campaign, address };
			};
			const wasFailed = yesOrNo(row[failed]) === true;
			const facts: Fact[] = [event(wasFailed ? 'bounce' : 'delivery', at)];
			if (readAt !== null) facts.push(event('open', readAt));

			const n = columns.total === undefined ? 0 : readCount(row[columns.total]);
			if (n === 'bad') return refuse(row, 'badNumber');
			if (n) {
				facts.push({ fact: 'count', event: 'click', campaign, of: { by: 'reader', address, n } });
			}
			return { facts };
		};
	}
});

/** The report on page hits: clicks with link and time, of readers it may not name. */
export const mauticHits = planned({
	provider: 'mautic',
	kind: 'clicks',
	instants: ['at'],
	zone: { ask: true },
	signature: ['date hit', ['hit url', 'redirect url']],
	columns: {
		at: 'date hit',
		url: ['redirect url', 'hit url'],
		address: ['email address', 'email', 'contact email'],
		campaign: ids,
		agent: 'hit user agent',
		country: 'hit country'
	},
	needs: ['at', 'url'],
	reader({ table }, columns, instants) {
		const hit = columnFinder(table.header)('hit url') ?? -1;
		return eventReader(columns, instants, {
			event: 'click',
			nameless: true,
			url: (row) => textOf(row[columns.url!]) ?? row[hit] ?? ''
		});
	}
});
