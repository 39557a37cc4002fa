import type { EventKind } from '../facts.ts';
import { baseName } from '../headers.ts';
import type { Columns, FileFacts, FileKind, Recogniser, Recognition, Role } from '../recogniser.ts';
import { campaignOfLabels } from './campaign-of-labels.ts';
import { clockColumn } from './clock-column.ts';
import { eventHint, eventOf } from './event-words.ts';
import { fit, plainHeader } from './header-words.ts';
import { propose, proposedColumns } from './propose.ts';
import { readerOfKind, type Constants } from './reader-of-kind.ts';
import { tellsWhen, wideColumns, wideRoles } from './wide.ts';

/** Roles whose cells are instants. */
export const instantRoles: readonly Role[] = [
	...['at', 'sentAt', 'joined', 'left', 'from', 'to'],
	...wideRoles
] as Role[];

type Guess = { kind: FileKind; event?: EventKind };

/**
 * Recognises a file of no known service by the names and values of its columns: the generic shape.
 * Null where that leaves doubt what it is; then a person says.
 */
export function anyFile(file: FileFacts): Recognition | null {
	const told = withoutRareEvents(file, proposedColumns(propose(file)));
	const proposed = withOwnNames(file, withEvent(file, withInstants(file, told)));
	const wide = wideFile(file, proposed);
	const guess: Guess | null = wide ? { kind: 'events' } : guessKind(file, proposed);
	if (guess === null) return null;

	const { kind, event } = guess;
	const columns = wide ?? (kind === 'sends' ? withSentAt(proposed) : proposed);
	const campaign = isNamed(columns) ? undefined : campaignOfLabels(file.labels);
	const recogniser = recogniserOf('by-hand', kind, columns, { event, campaign });
	// who clicked, of all links or of one: both look the same
	const isOpen =
		kind === 'counts' && event === 'click' && campaign === undefined && !isNamed(columns);
	return { recogniser: { ...recogniser, ...(isOpen && { asksAbout: () => true }) }, columns };
}

/** Every row of events says what happened: a column that is often empty says something else. */
function withoutRareEvents({ table }: FileFacts, { event, ...columns }: Columns): Columns {
	if (event === undefined) return columns;
	const rare = table.sample.filter((row) => (row[event] ?? '').trim() === '').length;
	return rare > 0.2 * table.sample.length ? columns : { ...columns, event };
}

/** The id of the one message that one reader got names no send. */
function withOwnNames({ table }: FileFacts, { campaign, ...columns }: Columns): Columns {
	if (campaign === undefined) return columns;
	const { address, subject, campaignName, issue } = columns;
	const header = plainHeader(table.header[campaign] ?? '');
	if (address === undefined || !/\bid$/.test(header)) return { ...columns, campaign };

	const isNamed = subject !== undefined || campaignName !== undefined || issue !== undefined;
	if (isNamed && /^(message|msg|mail|e ?mail) id$/.test(header)) return columns;
	const readers = new Map<string, Set<string>>();
	for (const row of table.sample) {
		const id = row[campaign] ?? '';
		readers.set(id, (readers.get(id) ?? new Set()).add(row[address] ?? ''));
	}
	const isOwn = readers.size > 2 && [...readers.values()].every(({ size }) => size === 1);
	return isOwn ? columns : { ...columns, campaign };
}

/**
 * What was created at some time is a reader in a list, but an event where there are events; and
 * who unsubscribed at some time left the list that says when they joined.
 */
function withInstants({ table }: FileFacts, { joined, ...columns }: Columns): Columns {
	if (joined === undefined) return columns;
	const { at, event, url, ...others } = columns;
	// a list of readers may hold a link of each
	const isEvent = event !== undefined || (url !== undefined && columns.status === undefined);
	if (at === undefined) return isEvent ? { ...columns, at: joined } : { ...columns, joined };
	const isLeaving =
		!isEvent && others.left === undefined && fit(table.header[at] ?? '', 'left') === 1;
	return isLeaving ? { ...others, left: at, joined } : { ...columns, joined };
}

/** A status that is an event, such as `delivered`, says what happened. */
function withEvent({ table }: FileFacts, { status, ...columns }: Columns): Columns {
	if (status === undefined) return columns;
	const words = table.sample.map((row) => eventOf(row[status] ?? ''));
	const isEvent =
		columns.event === undefined &&
		words.some((word) => word === 'delivery' || word === 'open' || word === 'click');
	return isEvent ? { ...columns, event: status } : { ...columns, status };
}

/** The columns of a file with a column for each kind of event; null where it is no such file. */
function wideFile(file: FileFacts, columns: Columns): Columns | null {
	const { address, at, event, joined, status, campaign, campaignName, subject, issue, url } =
		columns;
	if (address === undefined) return null;
	// one event a row: its other instants repeat that of the row, or tell of the send
	const isRow = event !== undefined && fit(file.table.header[event] ?? '', 'event') === 1;
	if (isRow && at !== undefined && statesEvents(file, columns)) return null;
	const wide = wideColumns(file);
	// how often the readers of a list opened in all, and when they left it, is not about one send
	const isList = joined !== undefined || status !== undefined;
	if (Object.keys(wide).length === 0 || (isList && !tellsWhen(file, wide))) return null;
	const about = { campaign, campaignName, subject, issue, url, event };
	const named = Object.entries(about).filter(([, column]) => column !== undefined);
	return { ...Object.fromEntries(named), ...wide, address };
}

/** The instant of a row that is a send is when it was sent. */
function withSentAt({ at, ...columns }: Columns): Columns {
	return at === undefined || columns.sentAt !== undefined ? columns : { ...columns, sentAt: at };
}

/** A recogniser of one file, whose columns are told already. */
export function recogniserOf(
	provider: string,
	kind: FileKind,
	columns: Columns,
	constants: Constants
): Recogniser {
	const isMoney = kind === 'spend' || kind === 'value' || kind === 'placements';
	return {
		provider,
		kind,
		match: () => columns,
		instants: instantRoles.filter((role) => columns[role] !== undefined),
		// money has local dates, which are the same in every zone as long as one is kept to
		zone: isMoney ? { known: 'UTC' } : { ask: true },
		reader: (file, columns, instants) => readerOfKind(kind, file, columns, instants, constants)
	};
}

function isNamed({ campaign, campaignName, issue, subject }: Columns): boolean {
	return [campaign, campaignName, issue, subject].some((column) => column !== undefined);
}

function guessKind(file: FileFacts, columns: Columns): Guess | null {
	const has = (...roles: Role[]) => roles.every((role) => columns[role] !== undefined);

	if (has('topics') && (has('url') || has('item')) && !has('address')) return { kind: 'tags' };
	const told = has('url') || has('item') || has('issue');
	const signed = has('author') && told && !has('address') && !has('amount') && !has('at');
	if (signed && !has('total') && !has('unique')) return { kind: 'tags' };
	const counts = (has('total') || has('unique')) && !has('address');
	if (counts && isNamed(columns) && has('sentAt') && !has('sponsor')) return { kind: 'sends' };
	if (has('amount') && !statesEvents(file, columns)) return moneyKind(file, columns);
	if (has('conversions') && (has('url') || has('campaign') || has('channel')) && !has('address'))
		return { kind: 'value' };
	if (has('url') && counts && !has('event')) return { kind: 'counts' };
	if (has('at') && (has('address') || has('url'))) {
		const guess = eventKind(file, columns);
		if (guess) return guess;
	}
	if (has('address', 'total') && !has('status') && !has('joined')) {
		const event = hintOf(file, columns.total!);
		return event ? { kind: 'counts', event } : null;
	}
	if (has('address') && !has('at') && !has('url')) return subscribers(file);
	if (isNamed(columns) && !has('address') && (has('sentAt') || has('at'))) return { kind: 'sends' };
	if (counts && (has('campaign') || has('campaignName')) && !has('url')) return { kind: 'sends' };
	return null;
}

/** Whether a column says what happened, row by row: a sale has a kind too, but that is no event. */
function statesEvents({ table }: FileFacts, { event }: Columns): boolean {
	const words = event === undefined ? [] : table.sample.map((row) => eventOf(row[event] ?? ''));
	return words.some((word) => word !== null && word !== 'other');
}

/** What an event file is about: its rows say it, or its links do, or its name and headers. */
function eventKind(file: FileFacts, columns: Columns): Guess | null {
	if (columns.event !== undefined) {
		const words = file.table.sample.map((row) => row[columns.event!] ?? '');
		const known = words.length === 0 || words.some((word) => eventOf(word) !== null);
		return known ? { kind: 'events' } : null;
	}
	const hint = hintOf(file, columns.at!);
	if (columns.url !== undefined) {
		// links with dates and nobody who clicked them are any list of links
		const clicked = hint === 'click' || hintOf(file, columns.url) === 'click';
		return columns.address !== undefined || clicked ? { kind: 'clicks' } : null;
	}
	if (hint === 'open') return { kind: 'opens' };
	if (hint === 'delivery') return { kind: 'deliveries' };
	if (hint !== null && hint !== 'click') return { kind: 'events', event: hint };
	if (columns.status !== undefined || columns.joined !== undefined) return subscribers(file);

	// a day alone may be any day of a reader's life; a time of day is the time of something they did
	const hasClock =
		clockColumn(file.table, columns.at) !== undefined ||
		file.table.sample.some((row) => /\d[:h]\d/i.test(row[columns.at!] ?? ''));
	const isTold = fit(file.table.header[columns.at!] ?? '', 'at') > 0;
	return hint === null && hasClock && isTold ? { kind: 'opens' } : null;
}

/** A list of readers; its name or its columns may say that they are the ones who left, or cannot be reached. */
function subscribers({ name, table }: FileFacts): Guess {
	const hint = eventHint(plainHeader(baseName(name)));
	const event =
		hint === 'unsubscribe' || hint === 'bounce' || hint === 'complaint' ? hint : undefined;
	const isRefused = table.header.some((header) =>
		/^(smtp )?(error|erreur)\b/.test(plainHeader(header))
	);
	return { kind: 'subscribers', event: event ?? (isRefused ? 'bounce' : undefined) };
}

/** What a header, or else the file's name, says about its rows. */
function hintOf({ name, table }: FileFacts, column: number): EventKind | null {
	const texts = [table.header[column] ?? '', baseName(name)].map(plainHeader);
	for (const text of texts) {
		const found = eventHint(text);
		if (found) return found;
	}
	return null;
}

function moneyKind({ name, table }: FileFacts, columns: Columns): Guess | null {
	const words = `${plainHeader(table.header[columns.amount!] ?? '')} ${plainHeader(baseName(name))}`;
	if (columns.sponsor !== undefined || /sponsor|annonceur|placement|\bfees?\b/.test(words)) {
		return { kind: 'placements' };
	}
	if (/spend|spent|depens|cost|\bcouts?\b|budget/.test(words)) return { kind: 'spend' };
	if (/value|valeur|revenu|vente|sales|recette|\bca\b|chiffre/.test(words))
		return { kind: 'value' };
	if (columns.address !== undefined || columns.url !== undefined) return { kind: 'value' };
	return columns.channel !== undefined ? { kind: 'spend' } : null;
}
