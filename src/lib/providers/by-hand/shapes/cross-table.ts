import { isNothing } from '#lib/csv/nothing.ts';
import { readNumber } from '#lib/csv/numbers.ts';
import type { Fact, RowReader } from '../../facts.ts';
import { unitOfAmounts } from '../../plans/amounts.ts';
import { currencyIn } from '../../plans/currency-in.ts';
import type { FileFacts, RoleColumns } from '../../recogniser.ts';
import { isTotal, refuse } from '../../refuse.ts';
import { speaksOf } from '../words/genre-words.ts';
import { isNeutral } from '../words/neutral-words.ts';
import {
	arePeriods,
	periodColumns,
	titleOf,
	withoutUnit,
	withoutWords,
	type NamedTable,
	type PeriodUnit
} from './period-columns.ts';

/**
 * A table of amounts that is crossed, as people keep budgets: `Channel, Jan 2026, Feb 2026`, or `Month,
 * Facebook, Google`. What the columns of amounts are called is the other half of what each amount is of.
 */
export type CrossTable = {
	/** what columns of amounts are called by */
	of: 'from' | 'channel';
	/** the column that says the rest, of each row */
	columns: RoleColumns;
	/** as one cell of such a column would say it */
	amounts: readonly { column: number; name: string }[];
	/** what a column of all these days would be called */
	unit: PeriodUnit;
	/** what says the currency of all amounts, or that they are thousands of it */
	amountHeader: string;
	/** whether amounts name their currency: numbers of anything else do not */
	isMoney: boolean;
	/** whether what each column is of stands beside what is to be said of all: `Spend Jan 2026`, `Spend Facebook` */
	areNamed: boolean;
};

/**
 * A table as a crossed one; null where it is none.
 *
 * @param columns what its columns are otherwise
 */
export function crossTable(file: NamedTable, columns: RoleColumns): CrossTable | null {
	const { amount, total, ...others } = columns;
	const cross = withPeriods(file, others) ?? withChannels(file, others);
	const areAll = (column: number | undefined) =>
		column === undefined ||
		isTotal(file.table.header[column] ?? '') ||
		(cross?.areNamed === true && cross.amounts.some((one) => one.column === column));
	// one amount a row is the row's
	return areAll(amount) && areAll(total) ? cross : null;
}

/** Channels in rows, and a column for each month, week or day. */
function withPeriods(file: NamedTable, columns: RoleColumns): CrossTable | null {
	const { header } = file.table;
	const periods = periodColumns(file);
	const amounts = periods.cells;
	if (amounts.length < 2 || (columns.from ?? columns.at) !== undefined) return null;
	if (!areAmounts(file, amounts)) return null;

	const isNamed = (columns.channel ?? columns.campaign ?? columns.campaignName) !== undefined;
	// where only one column comes before the months, it says what each row is of, whatever a budget calls it
	const isBudget = speaksOf(titleOf(file), 'spend');
	const isFree = saysNothingElse(header[0]!) || (isBudget && Object.keys(columns).length === 0);
	const first = periods.cells[0]!.column === 1 && isFree ? { channel: 0 } : null;
	if (!isNamed && !first) return null;
	const { channel, campaign, campaignName, currency } = columns;
	const named = defined({ channel, campaign, campaignName, currency });
	const amountHeader = header[0]!;
	return {
		of: 'from',
		columns: isNamed ? named : first!,
		amounts,
		unit: periods.unit,
		amountHeader,
		isMoney: isMoney(file, amounts, amountHeader),
		areNamed: true
	};
}

/** Months, weeks or days in rows, and a column for each channel. */
function withChannels(file: NamedTable, columns: RoleColumns): CrossTable | null {
	const { header } = file.table;
	const when = columns.from ?? columns.at ?? (arePeriods(file, 0) ? 0 : undefined);
	if (when === undefined || !arePeriods(file, when)) return null;
	const taken = new Set(Object.values(columns));
	const amounts = header.flatMap((name, column) =>
		column === when || isTotal(name) || isNeutral(name) ? [] : [{ column, name }]
	);
	if (amounts.length < 2 || !areAmounts(file, amounts)) return null;
	if (amounts.some(({ column, name }) => taken.has(column) || countsMail(name))) return null;

	const [unit, ...units] = amounts.map(({ name }) => unitOfAmounts(name, []));
	const currencies = new Set(amounts.map(({ name }) => currencyIn(name)));
	if (units.some((other) => other !== unit) || currencies.size > 1) return null;
	const amountHeader = amounts[0]!.name;
	const areSpend = amounts.every(({ name }) => speaksOf(name, 'spend') && isOfChannel(name));
	return {
		of: 'channel',
		columns: { from: when },
		amounts: amounts.map(({ column, name }) => ({ column, name: channelIn(name, areSpend) })),
		unit: 'day',
		amountHeader,
		isMoney: isMoney(file, amounts, amountHeader),
		areNamed: areSpend
	};
}

/**
 * Makes the reader of its rows: each is read as so many rows with one amount, by the reader of such a table.
 * A row with an amount that cannot be read is refused as a whole.
 */
export function crossReader(
	file: FileFacts,
	{ of, columns, amounts, unit, amountHeader }: CrossTable,
	readerOf: (file: FileFacts, columns: RoleColumns) => RowReader
): RowReader {
	const { header, sample } = file.table;
	const width = header.length;
	const long = (row: readonly string[], name: string, cell: string) => {
		const whole = Array.from({ length: width }, (_, column) =>
			Object.values(columns).includes(column) ? (row[column] ?? '') : ''
		);
		return [...whole, name, cell];
	};
	const amountsOf = (row: readonly string[]) =>
		amounts.map(({ column, name }) => ({ name, cell: row[column] ?? '' }));
	const table = {
		...file.table,
		header: [...header, of === 'from' ? unit : 'channel', amountHeader],
		sample: sample.flatMap((row) => amountsOf(row).map(({ name, cell }) => long(row, name, cell)))
	};
	const read = readerOf({ ...file, table }, { ...columns, [of]: width, amount: width + 1 });

	return (row) => {
		const whole = refuse(row, 'noAmount');
		if ('skip' in whole) return whole;
		const facts: Fact[] = [];
		for (const { name, cell } of amountsOf(row)) {
			if (isNothing(cell)) continue;
			const reading = read(long(row, name, cell));
			if ('reject' in reading) return reading;
			if ('facts' in reading) facts.push(...reading.facts);
		}
		return facts.length > 0 ? { facts } : { skip: 'nothingSpent' };
	};
}

/** A channel as its column is called, without the unit of its amounts. @param isSpend whether all say that */
function channelIn(header: string, isSpend: boolean): string {
	return (isSpend && withoutWords(header)) || withoutUnit(header) || header.trim();
}

/** Whether a header of spend names what it was spent on, and not what one of something cost. */
function isOfChannel(header: string): boolean {
	return withoutWords(header) !== '' && !/\b(?:per|par|pro|por)\b|[/%]/i.test(header);
}

/** Whether a first column may be of channels: no more than what its table is of stands above it. */
function saysNothingElse(header: string): boolean {
	const rest = withoutUnit(header)
		.split(/\s+/)
		.filter((word) => !speaksOf(word, 'spend') && !/^(?:19|20)\d\d$/.test(word));
	return rest.join('') === '';
}

/**
 * Whether nearly all that some columns hold are numbers: one that is mistyped is told at its row, and of months
 * to come a budget says nothing yet.
 */
function areAmounts({ table }: NamedTable, columns: readonly { column: number }[]): boolean {
	const each = columns.map(({ column }) => {
		const cells = table.sample.map((row) => row[column] ?? '').filter((cell) => !isNothing(cell));
		return { all: cells.length, bad: cells.filter((cell) => readNumber(cell) === 'bad').length };
	});
	return each.some(({ all }) => all > 0) && each.every(({ all, bad }) => bad <= 0.2 * all);
}

/** Whether a header speaks of letters and their readers. */
function countsMail(header: string): boolean {
	const stems = [
		'open',
		'click',
		'delivery',
		'unsubscribe',
		'bounce',
		'complaint',
		'list'
	] as const;
	return stems.some((stem) => speaksOf(header, stem));
}

function isMoney(
	file: NamedTable,
	amounts: readonly { column: number }[],
	amountHeader: string
): boolean {
	const cells = amounts.flatMap(({ column }) => file.table.sample.map((row) => row[column] ?? ''));
	const written = cells.filter((cell) => !isNothing(cell));
	const said = `${titleOf(file)} ${amountHeader}`;
	return currencyIn(said) !== null || written.every((cell) => currencyIn(cell) !== null);
}

function defined(columns: { [role in keyof RoleColumns]: number | undefined }): RoleColumns {
	return Object.fromEntries(
		Object.entries(columns).filter(([, column]) => column !== undefined)
	) as RoleColumns;
}
