import { isNothing } from '#lib/csv/nothing.ts';
import { isRounded } from '#lib/csv/numbers.ts';
import type { CountFact, EventFact, EventKind, SkipCode, RowReader } from '../facts.ts';
import { isErased, readAddress, whyNoReader } from '../read-address.ts';
import { namedLink, readLinks } from '../read-link.ts';
import type { RoleColumns, Instants, Role } from '../recogniser.ts';
import { refuse } from '../refuse.ts';

/** What a service's rows say that their columns alone do not. */
export type EventHow = {
	/** what happened; from the row where one file holds several kinds */
	event: EventKind | ((row: string[]) => EventKind | { skip: SkipCode } | null);
	/** the send, where it is not the text of its column */
	campaign?: (row: string[]) => string | null;
	/** what the send is called, where the file says it and not the row */
	campaignName?: string;
	/** the link, where it is not the text of its column */
	url?: (row: string[]) => string;
	/** a row without an address is of a reader whom the service does not name */
	nameless?: boolean;
	/** the service itself says that no person did it */
	machine?: (row: string[]) => boolean;
	/** the cell of the reader, where it is not the text of its column */
	address?: (row: string[]) => string;
	/** the cell of the instant, where it is not the text of its column */
	at?: (row: string[]) => string;
};

/** Makes the reader of a file with one event a row. Optional columns are looked up once, not per row. */
// eslint-disable-next-line max-lines-per-function -- a closure: reading a row needs all that was planned once
export function eventReader(
	columns: RoleColumns,
	instants: Map<Role, Instants>,
	how: EventHow
): RowReader {
	const { event, campaign, campaignName, url, nameless = false, machine, at: cellOf } = how;
	const readerCell = how.address ?? ((row: string[]) => row[address] ?? '');
	const readAt = instants.get('at');
	if (!readAt || columns.at === undefined) throw new RangeError('events need a column of instants');

	const at = columns.at;
	const address = columns.address ?? -1;
	const link = columns.url ?? -1;
	const campaignAt = columns.campaign ?? -1;
	const nameAt = columns.campaignName ?? -1;
	const extras = (['alias', 'agent', 'country', 'device'] as const).flatMap((key) => {
		const column = columns[key];
		return column === undefined ? [] : [{ key, column }];
	});

	// clicks without any column of links say who clicked, and how often
	const isLinkless =
		columns.url === undefined && columns.linkName === undefined && url === undefined;
	const clicks = new Map<string, number>();
	function clicked(campaign: string | null, address: string): CountFact {
		const key = `${campaign ?? ''}\n${address}`;
		const n = (clicks.get(key) ?? 0) + 1;
		clicks.set(key, n);
		return { fact: 'count', event: 'click', campaign, of: { by: 'reader', address, n } };
	}

	const named = (row: string[]) => {
		const link = namedLink(row[columns.linkName ?? -1]);
		return link === null ? null : ([link] as const);
	};

	return (row) => {
		const kind = typeof event === 'string' ? event : event(row);
		if (kind === null) return refuse(row, 'unknownEvent');
		if (typeof kind !== 'string') return kind;

		const time = cellOf ? cellOf(row) : row[at];
		if (time === undefined) return refuse(row, 'tooFewCells');
		const instant = readAt(time);
		if (instant === null) return refuse(row, isNothing(time) ? 'noTime' : 'badTime');

		const written = readerCell(row);
		const reader = readAddress(written);
		if (reader === null) {
			const missing = isNothing(written);
			if (!missing || !nameless) return refuse(row, whyNoReader(written));
		} else if (isErased(reader)) return { skip: 'erased' };

		if (kind === 'click' && isLinkless) {
			if (reader === null) return refuse(row, 'noUrl');
			return { facts: [clicked(campaign ? campaign(row) : textOf(row[campaignAt]), reader)] };
		}

		const fact: EventFact = {
			fact: 'event',
			event: kind,
			at: instant,
			campaign: campaign ? campaign(row) : textOf(row[campaignAt]),
			address: reader
		};
		let more: string[] = [];
		if (kind === 'click') {
			const target = url ? url(row) : (row[link] ?? '');
			const read = readLinks(target) ?? named(row);
			if (read === null) return refuse(row, isNothing(target) ? 'noUrl' : 'badUrl');
			[fact.url, ...more] = read;
		}
		if (campaignName !== undefined) fact.campaignName = campaignName;
		else if (nameAt >= 0) fact.campaignName = textOf(row[nameAt]) ?? undefined;
		for (const { key, column } of extras)
			fact[key] = (key === 'alias' ? aliasOf : textOf)(row[column]) ?? undefined;
		if (machine?.(row)) fact.machine = true;

		return { facts: [fact, ...more.map((url) => ({ ...fact, url }))] };
	};
}

/** The text of a cell; null where there is none. */
export function textOf(cell: string | undefined): string | null {
	if (cell === undefined || isNothing(cell)) return null;
	const text = cell.trim();
	if (!ODD.test(text)) return text;
	// `'0012`: an apostrophe keeps a spreadsheet from reading a number
	// a quote that nothing closes began a cell once
	const bare = text.lastIndexOf('"') === 0 ? text.slice(1).trim() : text;
	return plainText(bare.replace(/^'(?=[\d.,+-]+$)/, '')) || null;
}

/** What is seldom in a text, and then may be no part of it. */
const ODD = /^['"]|[&\u200b-\u200d\u2060\ufeff]/;

const ENTITIES: Record<string, string> = {
	amp: '&',
	quot: '"',
	apos: "'",
	lt: '<',
	gt: '>',
	nbsp: ' ',
	'#39': "'",
	'#039': "'"
};

/** A text without the characters that nobody sees, and with those that a page writes as `&amp;`. */
function plainText(text: string): string {
	return text
		.replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
		.trim()
		.replace(/&(amp|quot|apos|lt|gt|nbsp|#0?39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** A service's own id of a reader; null for one that a spreadsheet rounded, which many may share. */
export function aliasOf(cell: string | undefined): string | null {
	return cell !== undefined && isRounded(cell) ? null : textOf(cell);
}
