// Long, because the reader of each kind of file stands beside the others.
import { isNothing } from '#lib/csv/nothing.ts';
import { changingFacts } from '../changing-facts.ts';
import type { AmountUnit } from '../plans/amounts.ts';
import { readerCountReader, urlCountReader } from '../plans/count-reader.ts';
import { eventReader, textOf } from '../plans/event-reader.ts';
import type { EventKind, RowReader } from '../facts.ts';
import { namedLink, readLink } from '../read-link.ts';
import type { RoleColumns, FileFacts, FileKind, Instants, Role } from '../recogniser.ts';
import { refuse } from '../refuse.ts';
import { sendReader } from '../plans/send-reader.ts';
import { totalsOf } from './cells/total-columns.ts';
import { readStatus, subscriberReader } from '../plans/subscriber-reader.ts';
import { ofChannel } from '../plans/of-channel.ts';
import { clockColumn, dayWithClock } from './cells/clock-column.ts';
import { crossReader, crossTable } from './shapes/cross-table.ts';
import { plainHeader } from './words/header-words.ts';
import { eventOf, isByMachine } from '../plans/event-words.ts';
import { linkColumns, linkColumnsReader } from './shapes/link-columns.ts';
import { machineColumns, machineTeller } from './cells/machine-columns.ts';
import { tagReader } from './shapes/tag-reader.ts';
import { moneyReader } from '../plans/money-reader.ts';
import { lessRefunds } from '../plans/refunds.ts';
import { refundColumns } from './money/refund-column.ts';
import { withReturns } from './states/returns.ts';
import { softBounces, stateOfFlags } from './states/state-flags.ts';
import { historyReader, isHistory, isOfState, leavingAlone } from './states/state-history.ts';
import { exceptUnpaid, unpaidTeller } from './money/unpaid.ts';
import { unsentSends } from './states/unsent.ts';
import { wideReader, wideRoles } from './shapes/wide.ts';

/** What is said of a whole file, because its rows do not. */
export type Constants = {
	event?: EventKind;
	campaign?: string;
	url?: string;
	/** the channel of all that was spent */
	channel?: string;
	/** what its amounts are, whatever their header says */
	unit?: 'minor' | 'major';
};

const EVENT_OF_KIND: Partial<Record<FileKind, EventKind>> = {
	opens: 'open',
	clicks: 'click',
	deliveries: 'delivery'
};

/** Makes the reader of rows for a kind of file whose columns a person, or their names, have told. */
export function readerOfKind(
	kind: FileKind,
	file: FileFacts,
	columns: RoleColumns,
	instants: Map<Role, Instants>,
	constants: Constants
): RowReader {
	switch (kind) {
		case 'opens':
		case 'clicks':
		case 'deliveries':
		case 'events':
			return anyEvents(kind, file, columns, instants, constants);
		case 'subscribers':
			return anySubscribers(file, columns, instants, constants);
		case 'sends':
			return anySends(file, columns, instants);
		case 'counts':
		case 'report':
			return anyCounts(file, columns, constants);
		case 'tags':
			return tagReader(columns);
		case 'value': {
			const read = anyMoney(kind, file, columns, instants, constants);
			const left = lessRefunds(read, columns.amount, refundColumns(file.table));
			return exceptUnpaid(left, unpaidTeller(file, columns));
		}
		case 'spend':
			return ofChannel(anyMoney(kind, file, columns, instants, constants), constants.channel);
		case 'placements':
			return moneyReader(kind, file, columns, instants, unitOf(constants));
	}
}

function unitOf({ unit }: Constants): AmountUnit | undefined {
	return unit === 'major' ? 1 : unit;
}

/** One amount a row, or the many of a crossed table. */
function anyMoney(
	kind: 'spend' | 'value',
	file: FileFacts,
	columns: RoleColumns,
	instants: Map<Role, Instants>,
	constants: Constants
) {
	const unit = unitOf(constants);
	const cross = columns.amount === undefined ? crossTable(file, columns) : null;
	const readerOf = (of: FileFacts, own: RoleColumns) => moneyReader(kind, of, own, instants, unit);
	return cross ? crossReader(file, cross, readerOf) : readerOf(file, columns);
}

function anyEvents(
	kind: FileKind,
	file: FileFacts,
	columns: RoleColumns,
	instants: Map<Role, Instants>,
	{ event, campaign, url }: Constants
) {
	const fixed = event ?? EVENT_OF_KIND[kind];
	const word = columns.event ?? -1;
	const bots = machineColumns(file.table, columns.machine).map((column) => {
		const says = machineTeller(file.table.header[column] ?? '');
		return (row: string[]) => says(row[column] ?? '') === true;
	});
	const clock = clockColumn(file.table, columns.at);
	const names = [columns.campaign, columns.issue, columns.campaignName, columns.subject].filter(
		(column) => column !== undefined
	);
	const nameOf = (row: string[]) => {
		for (const column of names) {
			const text = textOf(row[column]);
			if (text !== null) return text;
		}
		return null;
	};

	// how far each reader came, and nothing of when
	const isUndated = columns.at === undefined && columns.event !== undefined;
	if (isUndated || wideRoles.some((role) => columns[role] !== undefined))
		return wideReader(file, columns, instants, campaign === undefined ? nameOf : () => campaign);

	return eventReader(columns, instants, {
		event: fixed ?? ((row) => wordOf(row[word] ?? '', row[columns.at ?? -1] ?? '')),
		campaign: campaign === undefined ? nameOf : () => campaign,
		...(url !== undefined && { url: () => url }),
		nameless: columns.address === undefined,
		machine: (row) => isByMachine(row[word] ?? '') || bots.some((isBot) => isBot(row)),
		...(clock !== undefined && {
			at: (row: string[]) => dayWithClock(row[columns.at!] ?? '', row[clock] ?? '')
		})
	});
}

/** @param at when it happened: a reader without either did nothing */
function wordOf(
	cell: string,
	at: string
): EventKind | { skip: 'otherEvent' | 'nothingHappened' } | null {
	if (isNothing(cell) && isNothing(at)) return { skip: 'nothingHappened' };
	const kind = eventOf(cell);
	return kind === 'other' ? { skip: 'otherEvent' } : kind;
}

/** A column that says when readers came, and of nothing else: "Subscribed on", "Inscrit le". */
const JOINING =
	/^(?!.*(?:\bun ?subscri|\bdes(?:inscri|abonn|uscri)|\bdisiscri|\bab(?:ge)?meld))(?:.*(?:subscri|\bopt ?in\b|join|sign(?:ed)? ?up|inscri|abonne|anmeld|angemeld|suscri|\balta\b|iscri|inschrij|ingeschrev|aanmeld|aangemeld|eintritt|beitritt|entree|adhesion))/;

/** In a list of those who left or cannot be reached, the date is that of it, unless it says when they came. */
function anySubscribers(
	{ table }: FileFacts,
	columns: RoleColumns,
	instants: Map<Role, Instants>,
	{ event }: Constants
) {
	if (event === undefined && isHistory(table, columns)) return historyReader(columns, instants);
	const status = stateOfFlags(table, columns.status);
	const usual =
		event === 'bounce'
			? 'bounced'
			: event === 'unsubscribe' || event === 'complaint'
				? 'left'
				: null;
	// the date of a state is that of leaving for whoever is gone
	const isDated = columns.left !== undefined && isOfState(table.header[columns.left] ?? '');
	if (usual === null) {
		const read = subscriberReader(columns, instants, { status });
		return isDated ? leavingAlone(read) : withReturns(table, columns, instants, read);
	}

	const { joined, ...rest } = columns;
	const isJoining = JOINING.test(plainHeader(table.header[joined ?? -1] ?? ''));
	const { left = isJoining ? undefined : joined, ...others } = rest;
	const times = new Map(instants);
	const readLeft = instants.get('left') ?? instants.get('joined');
	if (readLeft) times.set('left', readLeft);
	const own = { ...others, ...(isJoining && { joined }), ...(left !== undefined && { left }) };
	const all = subscriberReader(own, times, {
		status: (row) => readStatus(row[columns.status ?? -1]) ?? usual
	});
	const read = isDated ? leavingAlone(all) : all;
	const isSoft = softBounces(table);
	return (row: string[]) => (isSoft(row) ? { skip: 'otherEvent' as const } : read(row));
}

function anySends(file: FileFacts, columns: RoleColumns, instants: Map<Role, Instants>) {
	const named = [columns.campaign, columns.issue, columns.campaignName, columns.subject];
	const id = named.find((column) => column !== undefined) ?? -1;
	const version = versionColumn(file.table, id);
	// "sent" is a number in one file and an instant in the next
	const isTotal = (column: number | undefined) =>
		column !== columns.sentAt && column !== columns.at;
	const totals = Object.fromEntries(
		Object.entries(totalsOf(file.table)).filter(([, column]) => isTotal(column))
	);
	const isUnsent = unsentSends(file.table, totals);
	const clock = clockColumn(file.table, columns.sentAt);
	return sendReader(columns, instants, {
		...(clock !== undefined && {
			sentAt: (row: string[]) => withClock(row[columns.sentAt!] ?? '', row[clock] ?? '')
		}),
		skip: (row) => (isUnsent(row) ? 'draft' : undefined),
		campaign: (row) => {
			const [name, own] = [textOf(row[id]), textOf(row[version])];
			return name === null || own === null ? name : `${name} - ${own}`;
		},
		totals
	});
}

/** A day without a time of day, as of a send that is planned, stays one. */
function withClock(day: string, clock: string): string {
	return isNothing(day) || isNothing(clock) ? day : dayWithClock(day, clock);
}

const VERSION =
	/^(?:a b )?(?:test )?(?:variants?|variantes?|variation|versions?|versione|versao|variazione|varianten?|split|a b(?: test)?)(?: (?:name|id|letter))?$/;

/** The column that tells the versions of one send apart, each of which has its own row; -1 where none does. */
function versionColumn({ header, sample }: FileFacts['table'], name: number): number {
	const different = (...columns: number[]) =>
		new Set(sample.map((row) => columns.map((column) => row[column]?.trim()).join('\n'))).size;
	const isOne = different(name) < sample.length;
	return header.findIndex(
		(called, column) =>
			isOne &&
			column !== name &&
			VERSION.test(plainHeader(called)) &&
			different(name, column) === sample.length
	);
}

function anyCounts(
	file: FileFacts,
	columns: RoleColumns,
	{ event = 'click', campaign, url }: Constants
) {
	const named = columns.campaign ?? columns.issue ?? columns.campaignName ?? columns.subject ?? -1;
	const sendOf = (row: string[]) => campaign ?? textOf(row[named]);
	const links = hasOwnCounts(columns) ? [] : linkColumns(file);
	if (links.length > 0) return linkColumnsReader(links, columns, sendOf);
	const isOfLinks = columns.url !== undefined || columns.linkName !== undefined;
	if (isOfLinks && columns.address === undefined) return urlCountReader(columns, sendOf);

	const read = readerCountReader(columns, [event], sendOf);
	return changingFacts(read, (facts, row) => {
		const link =
			url ?? readLink(row[columns.url ?? -1] ?? '') ?? namedLink(row[columns.linkName ?? -1]);
		if (link === null) return isOfLinks ? refuse(row, 'badUrl') : { facts };
		for (const fact of facts) {
			if (fact.fact === 'count' && fact.of.by === 'reader') fact.of.url = link;
		}
		return { facts };
	});
}

/** Whether a row is of one link or one number, and not of a link a column. */
function hasOwnCounts({ url, linkName, total }: RoleColumns): boolean {
	return url !== undefined || linkName !== undefined || total !== undefined;
}
