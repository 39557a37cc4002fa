import { dayEvidence, type DayOrder } from '#lib/csv/instants/date-order.ts';
import { dateScan, instants as instantsOf } from '#lib/csv/instants/dates.ts';
import {
	unknownZone,
	zoneBeside,
	zoneOfHeader,
	zoneOfLabels,
	zonesBeside
} from '#lib/csv/instants/named-zone.ts';
import { readRows } from '#lib/csv/read-rows.ts';
import type { Sheet, ByteSource } from '#lib/csv/sheet.ts';
import { moneyDays } from './money-days.ts';
import { DAY } from '#lib/duration.ts';
import type { CardDates, OrderFrom, ZoneFrom } from '#lib/providers/reading-card.ts';
import type { FileFacts, Instants, Recognition, Role } from '#lib/providers/recogniser.ts';

/** Where instants without a zone were written, and who says so. */
export type ZoneSaid = { zone: string; from: ZoneFrom };

/** A zone that a column names and nobody knows; of several it is not known whether times are in them. */
export type LostZone = { column: string; zone: string; several?: string[] };

/** Roles of instants that may fall on the first of each month, as bills do. */
const steadyRoles: readonly Role[] = ['joined', 'left', 'from', 'to'];

/** How days of a role may follow each other: letters, bills and budgets are often one a month. */
function rhythmOf(role: Role, isOfMoney: boolean): 'first' | 'monthly' | null {
	if (isOfMoney || role === 'sentAt') return 'monthly';
	return steadyRoles.includes(role) ? 'first' : null;
}

function isMoney({ kind }: Recognition['recogniser']): boolean {
	return kind === 'spend' || kind === 'value' || kind === 'placements';
}

/** Rows that the order of day and month is weighed on. */
const mostWeighed = 20_000;

/** Decides how each column of instants is written, from a scan of the whole column where its beginning cannot tell. */
// eslint-disable-next-line max-lines-per-function -- one decision in its steps: what is unsure, lost and read all come from the same scans
export async function decideInstants(
	source: ByteSource,
	sheet: Sheet,
	recognition: Recognition,
	{ table, labels, own }: FileFacts,
	assumed: ZoneSaid,
	now: number
): Promise<{
	instants: Map<Role, Instants>;
	formats: Record<string, unknown>;
	/** the first column that can be read day first and month first */
	unsure: { column: string; example: string } | null;
	/** the first column whose cells are of both orders, with one of either */
	mixed: { column: string; values: string[] } | null;
	/** what a column names as its zone, and nobody knows, or the several that it names */
	lost: LostZone | null;
	/** of the column that counts */
	dates: Omit<CardDates, 'first' | 'last'>;
}> {
	const { recogniser, columns } = recognition;
	// money has local dates
	const isOfMoney = isMoney(recogniser);
	const known = 'known' in recogniser.zone ? recogniser.zone.known : null;
	const zone = known ?? assumed.zone;
	const roles = recogniser.instants.filter((role) => columns[role] !== undefined);
	const scans = new Map(roles.map((role) => [role, dateScan()]));

	for (const [role, scan] of scans)
		for (const row of table.sample) scan.observe(row[columns[role]!] ?? '');
	// year first leaves nothing to decide; else the whole column has to be seen
	if ([...scans.values()].some((scan) => scan.decide().order !== 'ymd')) {
		for await (const { rows } of readRows(source, sheet, table))
			for (const row of rows)
				for (const [role, scan] of scans) scan.observe(row[columns[role]!] ?? '');
	}

	// one program wrote all columns of a file
	const orders = [...scans.values()].map((scan) => scan.decide()).filter(({ decided }) => decided);
	const isOne = orders.every(({ order }) => order === orders[0]!.order);
	const agreed = isOne ? orders[0]?.order : undefined;
	// the days of a budget are typed by hand: what another order would be is a slip, to be seen at its row
	const held = isOfMoney && !isOne ? orders[0]!.order : undefined;
	const isOpen = [...scans].some(
		([role, scan]) => scan.decide(agreed ?? held).ambiguous && !recogniser.dates?.[role]?.order
	);
	const weighed = isOpen ? await weighOrder(source, sheet, recognition, table, now) : null;

	const instants = new Map<Role, Instants>();
	const formats: Record<string, unknown> = {};
	let unsure: { column: string; example: string } | null = null;
	let mixed: { column: string; values: string[] } | null = null;
	let lost: LostZone | null = null;
	let dates: Omit<CardDates, 'first' | 'last'> | null = null;
	for (const [role, scan] of scans) {
		const chosen = recogniser.dates?.[role];
		const stated = agreed ?? held ?? weighed?.order ?? chosen?.order;
		const { pattern, zoned, example, ...rest } = scan.decide(stated);
		// what its own cells and those of other columns leave open
		const ambiguous = scan.decide(agreed ?? held).ambiguous;
		const order =
			(ambiguous && chosen?.order) || (rest.order === 'ymd' ? 'ymd' : (held ?? rest.order));
		const isUnsure = rest.ambiguous && !chosen?.order;
		if (isUnsure) unsure ??= { column: table.header[columns[role]!] ?? '', example: example ?? '' };
		if (rest.mixed && !isOfMoney && !chosen?.order)
			mixed ??= { column: table.header[columns[role]!] ?? '', values: [...rest.mixed] };
		const named = isOfMoney ? null : zoneNamed(table, labels, columns[role]!);
		const isOpen = !isOfMoney && known === null && assumed.from !== 'option' && !chosen?.zone;
		const unknown = isOpen && zoned !== 'all' ? unknownZone(table, labels, columns[role]!) : null;
		const several = isOpen && zoned !== 'all' ? zonesBeside(table, columns[role]!) : [];
		if (several.length)
			lost ??= {
				column: table.header[columns[role]! + 1] ?? '',
				zone: several.join(', '),
				several
			};
		if (unknown) lost ??= { column: table.header[columns[role]!] ?? '', zone: unknown };
		const written = chosen?.zone ?? named?.zone ?? zone;
		const shape = { order, serial: rest.serial };
		instants.set(
			role,
			isOfMoney
				? moneyDays(shape, {
						own: own?.zone ?? null,
						written: zoneNamed(table, labels, columns[role]!)?.zone ?? null,
						timed: rest.precision !== 'day'
					})
				: instantsOf(shape, written)
		);
		formats[role] = {
			pattern,
			order,
			ambiguous: isUnsure,
			zone: zoned === 'all' ? null : written
		};

		const isDay = isOfMoney && rest.precision === 'day';
		// a day is the day that it says, wherever it was written
		const zoneFrom = isDay
			? null
			: zoned === 'all'
				? 'cell'
				: chosen?.zone
					? 'service'
					: (named?.from ?? (known === null ? assumed.from : 'service'));
		let orderFrom: OrderFrom = rest.decided ? 'cells' : 'column';
		if (ambiguous) orderFrom = chosen?.order ? 'service' : (weighed?.from ?? 'guess');
		else if (order === 'ymd') orderFrom = 'format';
		dates ??= {
			format: pattern,
			order: pattern === null ? null : order,
			orderFrom: pattern === null ? null : orderFrom,
			zone: isDay || zoned === 'all' ? null : written,
			zoneFrom
		};
	}
	dates ??= { format: null, order: null, orderFrom: null, zone: null, zoneFrom: null };
	return { instants, formats, unsure, mixed, lost, dates };
}

/** The zone that a column's header names, or the column beside it, or the lines above the table. */
function zoneNamed(
	table: FileFacts['table'],
	labels: FileFacts['labels'],
	column: number
): ZoneSaid | null {
	const said = zoneOfHeader(table.header[column] ?? '') ?? zoneBeside(table, column);
	if (said) return { zone: said, from: 'header' };
	const above = zoneOfLabels(labels);
	return above ? { zone: above, from: 'file' } : null;
}

/** The order of day and month by what the days would be then; null where both make sense. */
async function weighOrder(
	source: ByteSource,
	sheet: Sheet,
	{ recogniser, columns }: Recognition,
	table: FileFacts['table'],
	now: number
): Promise<{ order: DayOrder; from: OrderFrom } | null> {
	const roles = recogniser.instants.filter((role) => columns[role] !== undefined);
	const evidence = new Map(roles.map((role) => [role, dayEvidence()]));
	const late = { dmy: 0, mdy: 0 };
	const readers = (['dmy', 'mdy'] as const).map((order) => {
		return { order, read: instantsOf({ order }, 'UTC') };
	});
	let rows = 0;

	for await (const batch of readRows(source, sheet, table)) {
		for (const row of batch.rows) {
			for (const [role, days] of evidence) days.observe(row[columns[role]!] ?? '');
			for (const { order, read } of readers) if (isReversed(row, columns, read)) late[order]++;
		}
		if ((rows += batch.rows.length) >= mostWeighed) break;
	}

	if (late.dmy > 0 !== late.mdy > 0)
		return { order: late.dmy > 0 ? 'mdy' : 'dmy', from: 'causality' };
	const all = [...evidence];
	const byNow = all.map(([, days]) => days.byNow(now)).find((order) => order !== null);
	if (byNow) return { order: byNow, from: 'now' };
	const byDays = all
		.map(([role, days]) => days.byDays(rhythmOf(role, isMoney(recogniser))))
		.find((order) => order !== null);
	return byDays ? { order: byDays, from: 'days' } : null;
}

/** What comes first, and what can only follow it. */
const sequences: readonly [Role, readonly Role[]][] = [
	['sentAt', ['at', 'opened', 'clicked', 'bounced', 'unsubscribed']],
	['delivered', ['opened', 'clicked', 'unsubscribed', 'complained']],
	['opened', ['clicked']],
	['joined', ['left']],
	['from', ['to']]
];

/** Whether something in a row happened before what it follows, by a day or more: zones may differ. */
function isReversed(row: readonly string[], columns: Recognition['columns'], read: Instants) {
	const at = (role: Role) => {
		const column = columns[role];
		return column === undefined ? null : read(row[column] ?? '');
	};
	return sequences.some(([before, after]) => {
		const begun = at(before);
		return (
			begun !== null &&
			after.some((role) => {
				const then = at(role);
				return then !== null && then < begun - DAY;
			})
		);
	});
}
