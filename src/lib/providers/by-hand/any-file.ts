// Long, because every way to read a table stands beside the others.
import type { EventKind } from '../facts.ts';
import { baseName, stemOf } from '#lib/file-name.ts';
import { textOf } from '../plans/event-reader.ts';
import type {
	RoleColumns,
	FileFacts,
	FileKind,
	Recogniser,
	Recognition,
	Role
} from '../recogniser.ts';
import type { Doubt } from '../reading-card.ts';
import { adNetwork } from './money/ad-networks.ts';
import { campaignOfLabels, campaignOfPart, linkOfLabels } from './cells/campaign-of-labels.ts';
import { clockColumn } from './cells/clock-column.ts';
import { crossTable } from './shapes/cross-table.ts';
import { eventHint, eventOf } from '../plans/event-words.ts';
import { speaksOf } from './words/genre-words.ts';
import { headerFit, plainHeader } from './words/header-words.ts';
import { proposeRoles, proposedColumns, type RoleProposal } from './propose.ts';
import { linkColumns } from './shapes/link-columns.ts';
import { readerOfKind, type Constants } from './reader-of-kind.ts';
import { spreadsheetReader } from './shapes/spreadsheet-rows.ts';
import { historyColumns, withStateDate } from './states/state-history.ts';
import { isOfManySends, stateFile, statesEvents, wideFile } from './shapes/rows-of-readers.ts';
import { isNamed, settledColumns } from './settle-columns.ts';
import { isStateFlag } from './states/state-flags.ts';
import { yesOrNo } from '../plans/subscriber-reader.ts';
import { withoutDenied } from '../words/denials.ts';
import { seenIn } from './evidence.ts';
import { clear, gap, least, weigh, type Candidate } from './weigh.ts';
import { wideRoles } from './shapes/wide.ts';

/** Roles whose cells are instants. */
export const instantRoles: readonly Role[] = [
	'at',
	'sentAt',
	'joined',
	'left',
	'from',
	'to',
	...wideRoles
] as Role[];

/** Kinds of files that may be all about one link. */
const clickKinds: readonly FileKind[] = ['clicks', 'events', 'counts'];

type Guess = { kind: FileKind; event?: EventKind | undefined };

/** A way to read a file, with what speaks for it. */
type Weighed = Candidate & {
	score: number;
	/** each row is of one time that its reader joined or left */
	isHistory?: boolean;
};

/**
 * Recognises a file of no known service by what its columns are called and hold: of the ways to read
 * it the one that most speaks for. Where that is little, or another way is near, the recognition says
 * so in its doubts. Null where nothing speaks for any.
 *
 * @param kind what a person says that it is
 */
export function anyFile(file: FileFacts, kind?: FileKind): Recognition | null {
	const proposals = proposeRoles(file);
	const ways = readings(file, proposals, kind).filter(
		(way) => kind === undefined || way.kind === kind
	);
	const [best, ...others] = ways;
	if (!best || (kind === undefined && best.score < least)) return null;

	const rival = others.find((other) => !isSame(best, other));
	const isClear = best.score >= clear && (rival?.score ?? 0) <= best.score - gap;
	const because = kind !== undefined ? 'said' : isClear ? 'evidence' : 'guess';
	const rivals = [best, ...others].filter((way) => way.score >= best.score - 2 * gap);
	const kinds = [...new Set(rivals.map((way) => way.kind))];
	const doubts: Doubt[] = because === 'guess' ? [{ code: 'kindGuessed', waits: true, kinds }] : [];

	const { event } = best;
	const columns = withDateOfList(file, best);
	const campaign = isNamed(columns)
		? undefined
		: (campaignOfLabels(file.labels) ?? campaignOfPart(file.part));
	const isLinkless = columns.url === undefined && columns.linkName === undefined;
	const url = isLinkless && clickKinds.includes(best.kind) ? linkOfLabels(file.labels) : undefined;
	const isOfNetwork = best.kind === 'spend' && columns.channel === undefined;
	const channel = isOfNetwork && columns.amount !== undefined ? adNetwork(file) : undefined;
	return {
		recogniser: recogniserOf('by-hand', best.kind, columns, { event, campaign, url, channel }),
		columns,
		because,
		doubts,
		proposals,
		constants: {
			...(event && { event }),
			...(campaign !== undefined && { campaign }),
			...(url !== undefined && { url }),
			...(channel !== undefined && { channel })
		}
	};
}

/**
 * Whether a file would be a crossed table of amounts, whose columns are months, if anything in it or its name said
 * of which year.
 *
 * @param kind what a person says that it is
 */
export function isWithoutYear(file: FileFacts, kind?: FileKind): boolean {
	const { table } = file;
	const dated = { ...file, table: { ...table, title: `${table.title ?? ''} 2000` } };
	const found = anyFile(file, kind) === null ? anyFile(dated, kind) : null;
	return found !== null && isMoney(found.recogniser.kind) && found.columns.amount === undefined;
}

/** The ways to read a file, the most plausible first. */
function readings(
	file: FileFacts,
	proposals: readonly RoleProposal[],
	kind: FileKind | undefined
): Weighed[] {
	const settled = settledColumns(file, proposedColumns(proposals));
	const history =
		kind === undefined || kind === 'subscribers' ? historyColumns(file, settled, kind) : null;
	// a log of actions may be of one letter's departures: somebody is shown what it would be as a history
	const told = settled.status === undefined ? clear - gap : clear;
	if (history) return [{ kind: 'subscribers', columns: history, score: told, isHistory: true }];
	const proposed = withStateDate(file, settled);
	// of all letters together no one is told: only whoever reads them is, unless a person knows better
	if (kind === undefined && isOfManySends(file, proposed)) return [asList(file, proposed)];
	const cross = crossTable(file, proposed);
	const seen = seenIn(file, cross);
	const ofLinks = linksFile(file, proposed);
	const wide = ofLinks ? null : (wideFile(file, proposed) ?? stateFile(file, proposed));
	const first: Guess | null = ofLinks
		? { kind: 'counts' }
		: wide
			? { kind: 'events' }
			: guessKind(file, proposed);

	const guesses: Guess[] = [
		...(first ? [first] : []),
		...(wide || ofLinks ? [] : alternatives(file, proposed)),
		...(cross ? [{ kind: 'spend' } as const, { kind: 'value' } as const] : [])
	];
	const candidates: Candidate[] = guesses.map((guess, i) => {
		const isCrossed = cross && (guess.kind === 'spend' || guess.kind === 'value');
		const own = i === 0 ? (ofLinks ?? wide ?? proposed) : proposed;
		return { ...guess, columns: isCrossed ? cross.columns : columnsFor(file, guess, own) };
	});
	return candidates
		.map((candidate) => {
			return { ...candidate, score: weigh(seen, candidate) };
		})
		.sort((a, b) => b.score - a.score);
}

/** A file as a list of readers, with what speaks for it. */
function asList(file: FileFacts, columns: RoleColumns): Weighed {
	const guess = subscribers(file);
	const candidate = { ...guess, columns: columnsFor(file, guess, columns) };
	return { ...candidate, score: Math.max(least, weigh(seenIn(file, null), candidate)) };
}

/** Everything that a file with these columns could be. */
function alternatives(file: FileFacts, columns: RoleColumns): Guess[] {
	const has = (...roles: Role[]) => roles.every((role) => columns[role] !== undefined);
	const guesses: Guess[] = [];
	const add = (kind: FileKind, event?: EventKind) => guesses.push({ kind, event });
	const links = has('url') || has('linkName');
	if (has('at', 'event') && (has('address') || links || has('alias'))) add('events');
	if (has('left', 'address') && isNamed(columns) && !has('joined') && !has('status'))
		add('events', 'unsubscribe');
	if (has('at') && links && !has('event')) add('clicks');
	if (has('at') && (has('address') || has('alias')) && !has('event')) {
		add('opens');
		add('deliveries');
	}
	if (links && (has('total') || has('unique')) && !has('address')) add('counts');
	if (has('address') && !has('event')) add('subscribers', awayOf(file));
	const names = has('campaign') || has('campaignName') || has('subject') || has('issue');
	if (names && !has('address') && !has('url')) add('sends');
	if (has('topics') && (has('url') || has('item') || has('issue')) && !has('address')) add('tags');
	if (has('amount')) {
		add('value');
		if (has('channel') || has('campaign') || has('campaignName')) add('spend');
		if (has('sponsor')) add('placements');
	}
	return guesses;
}

/** Two readings that store the same: of those who left, as events or in a list. */
function isSame(one: Candidate, other: Candidate): boolean {
	return one.kind === other.kind && one.event === other.event;
}

/** The columns of a table with a column for each link; null where it is none. */
function linksFile(file: FileFacts, columns: RoleColumns): RoleColumns | null {
	const { address, campaign, campaignName, subject, issue, event, url, total } = columns;
	const links = linkColumns(file);
	const own = new Set(links.flatMap((link) => [link.at, link.total, link.unique]));
	// a link and its number of its own is one of each row
	const isOther = [url, total].some((column) => column !== undefined && !own.has(column));
	if (links.length === 0 || isOther || event !== undefined) return null;
	const named = Object.entries({ address, campaign, campaignName, subject, issue });
	return Object.fromEntries(
		named.filter(([, column]) => column !== undefined && !own.has(column))
	) as RoleColumns;
}

/** The columns of a reading, with the instant of its rows under the name that it has there. */
function columnsFor(file: FileFacts, { kind, event }: Guess, columns: RoleColumns): RoleColumns {
	// the instant of a row that is a send is when it was sent
	if (kind === 'sends') return moved(columns, 'at', 'sentAt');
	// that of a row in a list of those who left is when they did
	if (kind === 'subscribers' && event) return leaving(file, columns);
	// and when a reader left by an issue is when that happened
	if (kind === 'events' && event) return moved(columns, 'left', 'at');
	// a sale that was created at some time was made then, whatever other dates there are
	if (isMoney(kind) && columns.from === undefined) {
		const { at, joined, ...others } = columns;
		const isCreated =
			joined !== undefined && headerFit(file.table.header[at ?? -1] ?? '', 'at') === 0;
		return moved(
			isCreated ? { ...others, at: joined } : moved(columns, 'joined', 'at'),
			'sentAt',
			'at'
		);
	}
	return columns;
}

/**
 * Of two dates in a list of those who left, one when they signed up and one when the row was made, the
 * latter is when they left.
 */
function leaving({ table }: FileFacts, columns: RoleColumns): RoleColumns {
	const { at, joined, left, ...others } = columns;
	const isSignUp = headerFit(table.header[at ?? -1] ?? '', 'joined') === 1;
	if (!isSignUp || joined === undefined || left !== undefined) return moved(columns, 'at', 'left');
	const isMade = (column: number) =>
		/^(date )?(created|added|creation|cree|ajoute|erstellt|hinzugefugt)\b/.test(
			plainHeader(table.header[column] ?? '')
		);
	return isMade(at!) ? { ...others, joined, left: at! } : { ...others, joined: at!, left: joined };
}

/**
 * A list's one date is when its readers joined, unless it tells of something that they did. It speaks
 * for no list by itself.
 */
function withDateOfList(
	{ table }: FileFacts,
	{ kind, event, columns, isHistory }: Weighed
): RoleColumns {
	if (kind !== 'subscribers' || event || isHistory || columns.joined !== undefined) return columns;
	const header = table.header[columns.at ?? -1] ?? '';
	const stems = ['open', 'click', 'delivery', 'unsubscribe', 'bounce', 'complaint'] as const;
	return stems.some((stem) => speaksOf(header, stem)) ? columns : moved(columns, 'at', 'joined');
}

/** Columns with one under another role; where that has one, it is left out. */
function moved(columns: RoleColumns, from: Role, to: Role): RoleColumns {
	const { [from]: column, ...rest } = columns;
	const others: RoleColumns = rest;
	return column === undefined || others[to] !== undefined ? others : { ...others, [to]: column };
}

/** A recogniser of one file, whose columns are told already. */
export function recogniserOf(
	provider: string,
	kind: FileKind,
	columns: RoleColumns,
	constants: Constants
): Recogniser {
	return {
		provider,
		kind,
		match: () => columns,
		instants: instantRoles.filter((role) => columns[role] !== undefined),
		// money has local dates, which are the same in every zone as long as one is kept to
		zone: isMoney(kind) ? { known: 'UTC' } : { ask: true },
		reader: (file, columns, instants) => {
			const read = readerOfKind(kind, file, columns, instants, constants);
			return spreadsheetReader(kind, file.table, columns, read);
		}
	};
}

function isMoney(kind: FileKind): boolean {
	return kind === 'spend' || kind === 'value' || kind === 'placements';
}

function guessKind(file: FileFacts, columns: RoleColumns): Guess | null {
	const has = (...roles: Role[]) => roles.every((role) => columns[role] !== undefined);

	if (has('topics') && (has('url') || has('item')) && !has('address')) return { kind: 'tags' };
	const isOfContent = has('url') || has('item') || has('issue');
	const signed = has('author') && isOfContent && !has('address') && !has('amount') && !has('at');
	if (signed && !has('total') && !has('unique')) return { kind: 'tags' };
	const counts = (has('total') || has('unique')) && !has('address');
	if (counts && isNamed(columns) && has('sentAt') && !has('sponsor')) return { kind: 'sends' };
	if (has('amount') && !statesEvents(file, columns)) return moneyKind(file, columns);
	if (has('conversions') && (has('url') || has('campaign') || has('channel')) && !has('address'))
		return { kind: 'value' };
	const links = has('url') || has('linkName');
	if (links && counts && !has('event')) return { kind: 'counts' };
	if (has('at') && (has('address') || links)) {
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

/** What an event file is about: its rows say it, or its links do, or its name and headers. */
function eventKind(file: FileFacts, columns: RoleColumns): Guess | null {
	if (columns.event !== undefined) {
		const words = file.table.sample.map((row) => row[columns.event!] ?? '');
		const known = words.length === 0 || words.some((word) => eventOf(word) !== null);
		return known ? { kind: 'events' } : null;
	}
	const hint = hintOf(file, columns.at!);
	if (columns.url !== undefined || columns.linkName !== undefined) {
		// links with dates and nobody who clicked them are any list of links
		const named = (columns.url ?? columns.linkName)!;
		const clicked = hint === 'click' || hintOf(file, named) === 'click';
		return columns.address !== undefined || clicked ? { kind: 'clicks' } : null;
	}
	if (hint === 'open') return { kind: 'opens' };
	if (hint === 'delivery') return { kind: 'deliveries' };
	// a number of clicks says more than when one of them was
	if (hint !== null && (hint !== 'click' || columns.total === undefined))
		return { kind: 'events', event: hint };
	if (columns.status !== undefined || columns.joined !== undefined) return subscribers(file);

	// a day alone may be any day of a reader's life; a time of day is the time of something they did
	const hasClock =
		clockColumn(file.table, columns.at) !== undefined ||
		file.table.sample.some((row) => /\d[:h]\d/i.test(row[columns.at!] ?? ''));
	const isTold = headerFit(file.table.header[columns.at!] ?? '', 'at') > 0;
	return hint === null && hasClock && isTold ? { kind: 'opens' } : null;
}

/** A list of readers; its name or its columns may say that they are the ones who left, or cannot be reached. */
function subscribers(file: FileFacts): Guess {
	return { kind: 'subscribers', event: awayOf(file) };
}

/** Why readers of a list get no mail, where its name or its columns say that none does. */
function awayOf({ name, table }: FileFacts): EventKind | undefined {
	// a column that says so of each reader says it of some
	if (tellsWho(table) || datesSome(table)) return undefined;
	const names = withoutDenied(plainHeader(`${stemOf(name)} ${table.title ?? ''}`));
	const full = table.header.filter((_, column) => isFull(table, column));
	const texts = [names, ...full.filter((header) => speaksOf(header, 'suppress'))];
	for (const stem of ['bounce', 'complaint', 'unsubscribe'] as const)
		if (speaksOf(names, stem)) return stem;
	if (texts.some((text) => speaksOf(text, 'suppress'))) return 'unsubscribe';
	const isRefused = full.some((header) =>
		/^(smtp )?(error|erreur)\b|\bbounce (type|reason|date)\b/.test(plainHeader(header))
	);
	return isRefused ? 'bounce' : undefined;
}

/** Whether a list says in a column of yes and no who of it gets mail. */
function tellsWho({ header, sample }: FileFacts['table']): boolean {
	return header.some((name, column) => {
		const said = new Set(sample.map((row) => yesOrNo(row[column])));
		return isStateFlag(name) && said.has(true) && said.has(false);
	});
}

/** Whether a list says of some readers when they left, and of most of them nothing: those are there. */
function datesSome({ header, sample }: FileFacts['table']): boolean {
	return header.some((name, column) => {
		const dated = sample.filter((row) => textOf(row[column]) !== null).length;
		return headerFit(name, 'left') > 0 && dated > 0 && dated < 0.5 * sample.length;
	});
}

/** Whether nearly all rows say something else than yes or no in a column. */
function isFull({ sample }: FileFacts['table'], column: number): boolean {
	const said = sample.filter((row) => textOf(row[column]) && yesOrNo(row[column]) === undefined);
	return said.length >= 0.8 * sample.length;
}

/** What a header, or else the file's name, says about its rows. */
function hintOf({ name, table, part = '' }: FileFacts, column: number): EventKind | null {
	const texts = [table.header[column] ?? '', part, baseName(name)].map(plainHeader);
	for (const text of texts) {
		const hint = eventHint(text);
		if (hint) return hint;
	}
	return null;
}

function moneyKind({ name, table }: FileFacts, columns: RoleColumns): Guess | null {
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
