import type { Fact } from '#lib/providers/facts.ts';
import { readUrl } from '#lib/url/read-url.ts';

/** One row as it would be stored. */
export type StoredRow = {
	/** as a spreadsheet counts it */
	row: number;
	/** an event, or the kind of its fact */
	what: string;
	/** UTC milliseconds */
	at: number | null;
	/** the local dates that money is of, inclusive */
	days: { from: string; to: string } | null;
	/** in minor units */
	amount: { units: number; currency: string } | null;
	send: string | null;
	reader: string | null;
	/** the page under which it is counted */
	link: string | null;
	/** whatever else it states */
	more: string[];
};

/**
 * A fact as a preview shows it.
 *
 * @param show masks what names a person
 */
// eslint-disable-next-line max-lines-per-function -- a line for each kind of fact, none of which shares anything with another
export function storedRow(
	row: number,
	fact: Fact,
	show: (cell: string) => string,
	own = 'EUR'
): StoredRow {
	const none = {
		row,
		at: null,
		days: null,
		amount: null,
		send: null,
		reader: null,
		link: null,
		more: []
	};
	const page = (url: string) => {
		const { canonical, target } = readUrl(url);
		return canonical ?? target ?? url;
	};
	switch (fact.fact) {
		case 'event':
			return {
				...none,
				what: fact.event,
				at: fact.at,
				send: fact.campaignName ?? fact.campaign,
				reader: fact.address === null ? null : show(fact.address),
				link: fact.url === undefined ? null : page(fact.url),
				more: [fact.country, fact.device].flatMap((value) => value ?? [])
			};
		case 'reader':
			return {
				...none,
				what: 'subscribers',
				at: fact.joined ?? fact.left ?? null,
				reader: show(fact.address),
				more: [fact.status, fact.channel, fact.country].flatMap((value) => value ?? [])
			};
		case 'send':
			return {
				...none,
				what: 'sends',
				at: fact.sentAt ?? null,
				send: fact.name ?? fact.campaign,
				more: [fact.subject, fact.delivered].flatMap((value) => value ?? []).map(String)
			};
		case 'count':
			return {
				...none,
				what: 'counts',
				send: fact.campaignName ?? fact.campaign,
				reader: fact.of.by === 'reader' ? show(fact.of.address) : null,
				link: fact.of.by === 'url' ? page(fact.of.url) : null,
				more: [fact.of.by === 'reader' ? fact.of.n : (fact.of.total ?? fact.of.unique ?? '')].map(
					String
				)
			};
		case 'tag':
			return {
				...none,
				what: 'tags',
				send: fact.issue ?? null,
				link: fact.url === undefined ? null : page(fact.url),
				more: [fact.item, ...fact.topics, ...(fact.authors ?? [])].flatMap((value) => value ?? [])
			};
		case 'money':
			return {
				...none,
				what: fact.money === 'placement' ? 'placements' : fact.money,
				days: fact.from === null ? null : { from: fact.from, to: fact.to ?? fact.from },
				amount:
					fact.amount === null ? null : { units: fact.amount, currency: fact.currency ?? own },
				send: fact.issue ?? fact.campaign ?? null,
				reader: fact.address === undefined ? null : show(fact.address),
				link: fact.url === undefined ? null : page(fact.url),
				more: [fact.channel ?? fact.sponsor].flatMap((value) => value ?? [])
			};
	}
}
