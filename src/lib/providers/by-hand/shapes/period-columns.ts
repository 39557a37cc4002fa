import { DAY } from '#lib/duration.ts';
import { monthNamed } from '#lib/calendar-words.ts';
import { instants as instantsOf } from '#lib/csv/instants/dates.ts';
import { stemOf } from '#lib/file-name.ts';
import { unitOfAmounts } from '../../plans/amounts.ts';
import { currencyIn } from '../../plans/currency-in.ts';
import { localDay } from '../../plans/local-day.ts';
import { shortYear, withWholeYear } from '../../plans/year-column.ts';
import type { FileFacts } from '../../recogniser.ts';
import { isTotal } from '../../refuse.ts';
import { speaksOf } from '../words/genre-words.ts';
import { spentOrMeant } from '../money/spent-column.ts';

/** What a table says of itself: its name, its title and the lines above it. */
export type NamedTable = Pick<FileFacts, 'name' | 'table' | 'labels'>;

/** How long each of the days that columns are called by stands for. */
export type PeriodUnit = 'month' | 'week' | 'day';

/** Columns that are called by periods, each as a cell of a column of them would say it. */
export type PeriodColumns = {
	unit: PeriodUnit;
	cells: readonly { column: number; name: string }[];
};

/**
 * The columns of a table that are called by months, weeks, quarters or days: of what was spent, where others are
 * of what was meant to be. None where two are of one period, or days have no common step.
 */
export function periodColumns(file: NamedTable): PeriodColumns {
	const { header } = file.table;
	const year = yearIn(file);
	const isShort = shortYear(header);
	const found = header.flatMap((written, column) => {
		const bare = withoutWords(written);
		const month = monthNamed(bare);
		const name =
			month !== null && year !== null ? `${month}/${year}` : isShort ? withWholeYear(bare) : bare;
		const [from, to] = [localDay(name, undefined, 'first'), localDay(name, undefined, 'last')];
		const words = written.split(/\s+/).map(spentOrMeant);
		return from === null || to === null ? [] : [{ column, name, from, to, words }];
	});
	if (found.length < 2) return daysIn(header);
	const spent = found.filter(({ words }) => words.includes('spent'));
	const isBoth = spent.length > 0 && found.some(({ words }) => words.includes('meant'));
	const periods = withoutSums(isBoth ? spent : found);
	const isOnce = new Set(periods.map(({ from }) => from)).size === periods.length;
	return { cells: isOnce ? periods : [], unit: 'month' };
}

type Period = { column: number; name: string; from: string; to: string };

/** Periods without those that sum up others of them: a quarter behind its months. */
function withoutSums(periods: readonly Period[]): readonly Period[] {
	return periods.filter(
		(one) =>
			!periods.some(
				({ from, to }) => one.from <= from && to <= one.to && (one.from < from || to < one.to)
			)
	);
}

const readDays = (['dmy', 'mdy'] as const).map((order) => instantsOf({ order }, 'UTC'));

/** Headers that are days in equal steps, in the one order of day and month in which they are. */
function daysIn(header: readonly string[]): PeriodColumns {
	const ways = readDays.flatMap((read) => {
		const days = header.flatMap((name, column) => {
			const at = read(name);
			return at === null ? [] : [{ column, at }];
		});
		const unit = days.length > 1 ? unitOfDays(days.map(({ at }) => at)) : null;
		const name = (at: number) => new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
		return unit
			? [{ unit, cells: days.map(({ column, at }) => ({ column, name: name(at) })) }]
			: [];
	});
	const [one, other] = ways;
	const isOne = JSON.stringify(one) === JSON.stringify(other) || ways.length === 1;
	return one && isOne ? one : { cells: [], unit: 'day' };
}

/** How long what begins on each of some days is: the step between them; null where they have none. */
function unitOfDays(days: readonly number[]): PeriodUnit | null {
	const areFirsts = days.every((at) => new Date(at).getUTCDate() === 1);
	if (areFirsts && new Set(days).size === days.length) return 'month';
	const steps = new Set(days.slice(1).map((at, i) => (at - days[i]!) / DAY));
	const [step] = steps;
	return steps.size > 1 ? null : step === 7 ? 'week' : step === 1 ? 'day' : null;
}

/** What a file is called, and its table. */
export function titleOf({ name, table, labels }: NamedTable): string {
	return [stemOf(name), table.title ?? '', ...labels.flat()].join(' ');
}

/** The one year that a table is of, by what it is called; null where that is none or several. */
function yearIn(file: NamedTable): string | null {
	const years = new Set(
		`${titleOf(file)} ${file.table.header[0]}`.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g)
	);
	return years.size === 1 ? [...years][0]! : null;
}

/** A header without what says that it is an amount, and of which currency: `Spend Jan 2026 (€)`. */
export function withoutWords(header: string): string {
	const words = withoutUnit(header).split(/\s+/);
	const kept = words.filter(
		(word) => !speaksOf(word, 'spend') && spentOrMeant(word) === null && !/^[€$£]$/.test(word)
	);
	return kept.join(' ');
}

/** A header without what its amounts are in, in brackets behind it. */
export function withoutUnit(header: string): string {
	const text = header.trim();
	const unit = /[([][^()[\]]{1,20}[)\]]$/.exec(text)?.[0];
	const isUnit = unit !== undefined && (currencyIn(unit) !== null || unitOfAmounts(unit, []) !== 1);
	return isUnit ? text.slice(0, -unit.length).trim() : text;
}

/** Whether each cell of a column that holds anything is a month, week or day, and no two are one. */
export function arePeriods({ table }: NamedTable, column: number): boolean {
	const isShort = shortYear(table.sample.map((row) => row[column] ?? ''));
	const cells = table.sample
		.map((row) => (row[column] ?? '').trim())
		.filter((cell) => cell !== '' && !isTotal(cell));
	const isOne = (cell: string) =>
		readDays.some((read) => localDay(isShort ? withWholeYear(cell) : cell, read, 'first') !== null);
	return cells.length > 0 && new Set(cells).size === cells.length && cells.every(isOne);
}
