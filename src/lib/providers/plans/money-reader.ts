import { amountReader, unitOfAmounts, type AmountUnit } from './amounts.ts';
import { readCount } from './count-reader.ts';
import { textOf } from './event-reader.ts';
import type { MoneyFact, RejectCode, RowReader } from '../facts.ts';
import { isErased, readAddress, whyNoReader } from '../read-address.ts';
import { readLink } from '../read-link.ts';
import type { RoleColumns, FileFacts, Instants, Role } from '../recogniser.ts';
import { refuse } from '../refuse.ts';
import { currencyIn } from './currency-in.ts';
import { localDay, unitOfHeader } from './local-day.ts';
import { periodOfLabels } from './money.ts';
import { plainWord } from '../words/languages.ts';
import { monthWithYear, shortYear, withWholeYear, yearColumn } from './year-column.ts';

const MONEY = { spend: 'spend', value: 'value', placements: 'placement' } as const;

type Kind = keyof typeof MONEY;

/** What a row is of, by its kind. Nothing is made of any other column: no cell in it refuses a row. */
const NAMED = {
	spend: ['channel', 'campaign'],
	value: ['channel', 'campaign', 'issue', 'item'],
	placements: ['campaign', 'issue', 'item', 'sponsor']
} as const;

/** What else a row says, by its kind; a state may be that it was called off. */
const MORE: Record<Kind, readonly Role[]> = {
	spend: ['event', 'status'],
	value: ['event', 'status', 'conversions', 'sessions', 'address', 'url', 'host'],
	placements: ['event', 'status', 'url', 'host', 'guaranteed']
};

/**
 * Makes the reader of what channels cost, what readers bring, or what sponsors pay: one amount a row.
 *
 * @param amounts what one of the amounts is, where the service is known to write them so
 */
// eslint-disable-next-line max-lines-per-function -- a closure: reading a row needs all that was planned once
export function moneyReader(
	kind: Kind,
	{ table, labels, own: publication }: FileFacts,
	columns: RoleColumns,
	instants: Map<Role, Instants>,
	amounts?: AmountUnit
): RowReader {
	const own = publication?.currency ?? null;
	const amountAt = columns.amount ?? -1;
	const written = table.sample.map((row) => row[amountAt] ?? '');
	const ofTitle = [table.title ?? '', ...labels.flat()].filter((text) => currencyIn(text, own));
	const inUnits =
		amounts ?? unitOfAmounts(table.header[amountAt] ?? '', written, ofTitle.join(' '));
	const amountOf = amountReader(written, inUnits);
	const titled = new Set(ofTitle.map((text) => currencyIn(text, own)));
	const ofHeader =
		currencyIn(table.header[amountAt] ?? '', own) ??
		// "Spend 2026 (USD)" above a table that names no currency
		(titled.size === 1 ? [...titled][0]! : null);
	// only where the file speaks of other currencies is a row without one refused
	const namesCurrency =
		columns.currency !== undefined ||
		written.some((cell) => ![null, own].includes(currencyIn(cell, own)));
	const ofReport = periodOfLabels(labels);
	// links say what a campaign is called
	const isId = /\bid$/.test(plainWord(table.header[columns.campaign ?? -1] ?? ''));
	const text = (row: string[], role: Role) => textOf(row[columns[role] ?? -1]) ?? undefined;
	const more = (row: string[], role: Role) =>
		MORE[kind].includes(role) ? text(row, role) : undefined;
	// one date alone is both ends
	const fromRole: Role = columns.from !== undefined ? 'from' : 'at';
	const toRole: Role = columns.to !== undefined ? 'to' : fromRole;
	const unit =
		toRole === fromRole ? unitOfHeader(table.header[columns[fromRole] ?? -1] ?? '') : undefined;

	const yearAt = yearColumn(table, columns[fromRole]);
	const isShort = (role: Role) =>
		shortYear(table.sample.map((row) => row[columns[role] ?? -1] ?? ''));
	const short = new Set<Role>([fromRole, toRole].filter(isShort));
	const dateIn = (row: string[], role: Role) => {
		const written = text(row, role);
		if (written === undefined) return undefined;
		if (yearAt !== undefined) return monthWithYear(written, row[yearAt] ?? '');
		return short.has(role) ? withWholeYear(written) : written;
	};

	/** Dates of a row: of its own cells, else of the report. */
	function period(row: string[]): Pick<MoneyFact, 'from' | 'to'> | 'badTime' | 'badPeriod' {
		const day = (role: Role, edge: 'first' | 'last') => {
			const written = dateIn(row, role);
			return written === undefined
				? null
				: (localDay(written, instants.get(role), edge, unit) ?? 'bad');
		};
		const from = day(fromRole, 'first');
		const to = day(toRole, 'last');
		if (from === 'bad' || to === 'bad') return 'badTime';
		if (from === null && to === null && ofReport) return ofReport;
		if (from !== null && to !== null && from > to) return 'badPeriod';
		return { from, to };
	}

	// eslint-disable-next-line max-lines-per-function -- a closure: reading a row needs all that was planned once
	return (row) => {
		// a sum of the rows above is no row of its own
		const whole = refuse(row, 'noAmount');
		if ('skip' in whole) return whole;
		const cell = row[amountAt] ?? (columns.amount === undefined ? '' : undefined);
		if (cell === undefined) return refuse(row, 'tooFewCells');
		const currency =
			currencyIn(text(row, 'currency') ?? '', own) ??
			currencyIn(cell, own) ??
			ofHeader ??
			(namesCurrency ? 'none' : null);
		const conversions = readCount(more(row, 'conversions'));
		const sessions = readCount(more(row, 'sessions'));

		const amount = amountOf(
			cell,
			currency === 'none' || currency === null ? (own ?? 'EUR') : currency
		);
		// whoever mends a row wants to know all that is wrong with it
		const faults: RejectCode[] = [];
		if (amount === 'bad') faults.push('badAmount');
		const counts = typeof conversions === 'number' || typeof sessions === 'number';
		if (amount === null && kind !== 'placements' && !counts) faults.push('noAmount');
		if (typeof amount === 'number' && amount < 0 && kind !== 'value') faults.push('negativeAmount');
		if (currency === 'none' && typeof amount === 'number')
			faults.push(text(row, 'currency') === undefined ? 'noCurrency' : 'badCurrency');

		const dates = period(row);
		if (typeof dates === 'string') faults.push(dates);
		if (faults.length > 0 || amount === 'bad' || typeof dates === 'string')
			return refuse(row, ...(faults as [RejectCode, ...RejectCode[]]));

		const fact: MoneyFact = {
			fact: 'money',
			money: MONEY[kind],
			amount,
			currency: currency === 'none' ? null : currency,
			...dates
		};
		for (const role of NAMED[kind]) {
			const value = text(row, role);
			if (value !== undefined) fact[role] = value;
		}
		const name = text(row, 'campaignName');
		if (isId) fact.campaign = name ?? fact.campaign;
		fact.campaign ??= name;
		if (kind === 'placements') fact.issue ??= issueOf(fact);
		const label = more(row, 'event') ?? more(row, 'status');
		if (label !== undefined) fact.kind = label;

		if (kind === 'spend' && (fact.channel ?? fact.campaign) === undefined)
			return refuse(row, 'noChannel');
		if (kind === 'placements' && fact.sponsor === undefined) return refuse(row, 'noSponsor');
		if (kind === 'spend' && amount === 0) return { skip: 'nothingSpent' };
		if (typeof conversions === 'number') fact.conversions = conversions;
		if (typeof sessions === 'number') fact.sessions = sessions;

		const address = more(row, 'address');
		if (address !== undefined) {
			const reader = readAddress(address);
			if (reader === null) return refuse(row, whyNoReader(address));
			if (isErased(reader)) return { skip: 'erased' };
			fact.address = reader;
		}
		const link = more(row, 'url');
		if (link !== undefined) {
			const host = more(row, 'host');
			const isPath = link.startsWith('/');
			if (isPath && host === undefined) return refuse(row, 'pathOnly');
			const url = readLink(isPath ? `https://${host}${link}` : link);
			if (url === null) return refuse(row, 'badUrl');
			fact.url = url;
		}
		const guaranteed = readCount(more(row, 'guaranteed'));
		if (typeof guaranteed === 'number') fact.guaranteedClicks = guaranteed;
		return { facts: [fact] };
	};
}

/**
 * The issue of a placement whose file has no column for it, as what it is called and the days it was booked
 * for: which issue that is only the archive can tell. Without them, two bookings at one price would be one.
 */
function issueOf({ campaign, from, to }: MoneyFact): string | undefined {
	const days = from === to ? from : [from, to].filter(Boolean).join(' – ');
	return [campaign, days].filter(Boolean).join(' · ') || undefined;
}
