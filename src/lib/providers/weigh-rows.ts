// Long, because all that rows may say against a reading stands in one closure.
import { isNothing } from '#lib/csv/nothing.ts';
import { DAY, HOUR } from '#lib/duration.ts';
import { thousandsUnsaid, unitUnsaid } from './by-hand/money/unit-unsaid.ts';
import type { Fact, RowReader } from './facts.ts';
import { namesSend } from './names-send.ts';
import type { Doubt } from './reading-card.ts';
import type {
	FileFacts,
	FileKind,
	Instants,
	Recognition,
	Role,
	RoleColumns
} from './recogniser.ts';
import type { SendsAgain } from './sends-again.ts';
import { unreadRefunds } from './by-hand/money/refund-column.ts';
import { optOuts } from './by-hand/opt-outs.ts';
import {
	cutSpan,
	deniedUnread,
	listsMixed,
	namedTwice,
	oddColumns,
	otherAddresses,
	signupsLeftOut,
	timeOfSending,
	unreadDates
} from './by-hand/odd-columns.ts';
import {
	otherTotals,
	ratesForCounts,
	repeatedAmounts,
	runningTotals,
	sumsAmongRows,
	testSales,
	testSends,
	unreadCounts
} from './by-hand/shapes/shared-numbers.ts';
import { isHeading } from './by-hand/shapes/spreadsheet-rows.ts';
import { statesAgain } from './by-hand/states/states-again.ts';
import { timesUnread } from './by-hand/states/times-unread.ts';
import { unpaidTeller } from './by-hand/money/unpaid.ts';
import { readStatus } from './plans/subscriber-reader.ts';

/** Readers of one letter come within days. */
const ONE_LETTER = 4 * DAY;

/**
 * Letters of UTF-8 that was read as something else, of bytes that are of no encoding, and of an alphabet
 * that Latin letters came out for: no word has four beyond ASCII one after another, nor these signs within.
 */
const ODD =
	/Ã[\u0080-\u00bf©¨ª«®°´»¼]|â€[™œ\u009d\u0099“”]|Â[\u00a0°»«]|\uFFFD|‚Ä|√©|├®|[À-ÖØ-öø-ÿ]{4}|\p{L}[¹³¿‚„†‡ˆ‰¤¦]\p{L}/u;

/** What columns may say against a reading, by themselves. */
const OF_COLUMNS: readonly ((file: FileFacts, kind: FileKind, columns: RoleColumns) => Doubt[])[] =
	[
		optOuts,
		oddColumns,
		cutSpan,
		deniedUnread,
		unreadDates,
		namedTwice,
		otherAddresses,
		timeOfSending,
		listsMixed,
		signupsLeftOut,
		runningTotals,
		sumsAmongRows,
		repeatedAmounts,
		otherTotals,
		unreadCounts,
		timesUnread,
		ratesForCounts,
		testSales,
		testSends,
		unreadRefunds,
		unitUnsaid,
		thousandsUnsaid
	];

type RowContext = {
	file: FileFacts;
	recognition: Recognition;
	instants: Map<Role, Instants>;
	now: number;
	/** watches for letters of one name */
	again: SendsAgain;
};

/** The column that tells sends apart. */
export function nameColumn({ campaign, campaignName, subject }: RoleColumns): number | undefined {
	return campaign ?? campaignName ?? subject;
}

/**
 * Weighs a reading that no service's shape vouches for by the facts that its rows would make:
 * give it rows, then ask for its doubts.
 */
// eslint-disable-next-line max-lines-per-function -- a closure: one state of what was seen, and the questions to it
export function rowWeigher(
	{ file, recognition, instants, now, again }: RowContext,
	read: RowReader
) {
	const { columns, recogniser } = recognition;
	const { header } = file.table;
	const unpaidIn = unpaidTeller(file, columns);
	const unknown = new Map<number, Map<string, number>>();
	const campaigns = new Map<string, number>();
	const times: number[] = [];
	const totals = new Map<string, string>();
	const stated = new Set<string>();
	const odd = {
		before: 0,
		future: 0,
		years: new Map<string, number>(),
		letters: new Set<string>()
	};
	const ofReaders = statesAgain();
	let rows = 0;
	let refused = 0;
	let nameless = 0;
	let facts = 0;
	let longer = 0;
	let headings = 0;

	function count(column: number, cell: string) {
		const words = unknown.get(column) ?? new Map<string, number>();
		unknown.set(column, words.set(cell, (words.get(cell) ?? 0) + 1));
	}

	/** A row of money of which any column says that it was not paid: its state stands beside what it was for. */
	function weighStates(row: string[]) {
		const column = unpaidIn(row);
		if (column !== undefined) count(column, (row[column] ?? '').trim());
	}

	function weighFact(fact: Fact) {
		facts++;
		again.observe(fact);
		ofReaders.observe(fact);
		if (fact.fact === 'event' || fact.fact === 'count') {
			if (fact.campaign === null) nameless++;
			else campaigns.set(fact.campaign, (campaigns.get(fact.campaign) ?? 0) + 1);
		}
		if (fact.fact === 'send') {
			const own = JSON.stringify([fact.delivered, fact.opens, fact.clicks]);
			if ((totals.get(fact.campaign) ?? own) !== own) stated.add(fact.campaign);
			totals.set(fact.campaign, own);
		}
		const at = fact.fact === 'event' ? fact.at : fact.fact === 'reader' ? fact.joined : undefined;
		if (at === undefined) return;
		if (fact.fact === 'event' && fact.campaign === null) times.push(at);
		const year = String(new Date(at).getUTCFullYear());
		if (/^(18|190|197|20[89]|2[1-9])/.test(year) || Number(year) < 1990)
			odd.years.set(year, (odd.years.get(year) ?? 0) + 1);
		else if (at > now + DAY) odd.future++;
	}

	return {
		add(row: string[]) {
			const reading = read(row);
			if ('skip' in reading) {
				if (reading.skip === 'unpaid') weighStates(row);
				if (reading.skip === 'otherEvent' || reading.skip === 'unpaid') rows++;
				return;
			}
			rows++;
			if (odd.letters.size < 3)
				for (const cell of row)
					if (ODD.test(cell) && !cell.includes('@')) odd.letters.add(cell.slice(0, 40));
			if ('reject' in reading) {
				refused++;
				if (isHeading(row)) headings++;
				if (reading.reject === 'unknownEvent' && columns.event !== undefined)
					count(columns.event, (row[columns.event] ?? '').trim());
				return;
			}
			const [first] = reading.facts;
			const state = (row[columns.status ?? -1] ?? '').trim();
			if (
				first?.fact === 'reader' &&
				!isNothing(state) &&
				first.status === undefined &&
				readStatus(state) === undefined
			)
				count(columns.status!, state);
			if (first?.fact === 'money') weighStates(row);
			if (hasMore(row)) longer++;
			if (isBeforeSend(row)) odd.before++;
			for (const fact of reading.facts) weighFact(fact);
		},

		doubts(): Doubt[] {
			const doubts: Doubt[] = [];
			for (const [column, words] of unknown) {
				const of = [...words].sort((a, b) => b[1] - a[1]);
				doubts.push({
					code: 'wordUnknown',
					waits: true,
					column: header[column] ?? '',
					values: of.slice(0, 5).map(([word]) => word),
					rows: of.reduce((sum, [, n]) => sum + n, 0)
				});
			}
			if (rows > 0 && refused > 0.5 * rows)
				doubts.push({ code: 'mostRefused', waits: true, rows: refused });
			if (nameless > 0 && !isOneLetter())
				doubts.push({ code: 'noCampaign', waits: true, rows: nameless });
			const named = facts - nameless;
			const campaign = nameColumn(columns);
			if (campaign !== undefined && named >= 8 && campaigns.size > 0.9 * named)
				doubts.push({ code: 'campaignPerRow', waits: true, column: header[campaign] ?? '' });
			if (stated.size > 0)
				doubts.push({ code: 'campaignTwice', waits: true, values: [...stated].slice(0, 3) });
			if (longer > 0) doubts.push({ code: 'cellsLeft', waits: true, rows: longer });
			if (odd.before > 0)
				doubts.push({ code: 'beforeSend', waits: odd.before > 0.05 * rows, rows: odd.before });
			const isEvents = ['events', 'opens', 'clicks', 'deliveries'].includes(recogniser.kind);
			if (odd.future > 0) doubts.push({ code: 'inFuture', waits: isEvents, rows: odd.future });
			if (odd.years.size > 0)
				doubts.push({
					code: 'oddYear',
					waits: isEvents,
					values: [...odd.years.keys()].slice(0, 5),
					rows: [...odd.years.values()].reduce((sum, n) => sum + n, 0)
				});
			const letters = [...header.filter((name) => ODD.test(name)), ...odd.letters];
			if (letters.length)
				doubts.push({ code: 'oddLetters', waits: false, values: letters.slice(0, 3) });
			const { kind } = recogniser;
			const ofColumns = OF_COLUMNS.flatMap((doubtsIn) => doubtsIn(file, kind, columns));
			return [...doubts, ...ofReaders.doubts(), ...ofColumns];
		}
	};

	/** Whether a row has cells behind the last column, as where a comma in a number was not quoted. */
	function hasMore(row: string[]): boolean {
		return (
			row.length > header.length && row.slice(header.length).some((cell) => cell.trim() !== '')
		);
	}

	function isBeforeSend(row: string[]): boolean {
		const at = (role: Role) => instants.get(role)?.(row[columns[role] ?? -1] ?? '') ?? null;
		const sent = at('sentAt') ?? at('delivered');
		return (
			sent !== null &&
			(['at', 'opened', 'clicked'] as const).some((role) => {
				const then = at(role);
				return then !== null && then < sent - HOUR;
			})
		);
	}

	/**
	 * Whether rows that name no send can be of one: the file is called like one, they come together, and
	 * neither other rows nor headings between them name several.
	 */
	function isOneLetter(): boolean {
		if (headings > 1 || nameless < facts) return false;
		if (!namesSend(file.name) || (file.part !== undefined && namesSend(file.part))) return false;
		if (times.length === 0) return true;
		const first = times.reduce((a, b) => Math.min(a, b));
		return times.filter((at) => at - first <= ONE_LETTER).length >= 0.7 * times.length;
	}
}
