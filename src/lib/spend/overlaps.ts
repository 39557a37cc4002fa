import { dayOfDate } from './spread.ts';
import { daysWithout, type DaySpan } from './later-days.ts';

type Stated = {
	importId: number | null;
	leftOut: boolean;
	from: string | null;
	to: string | null;
	amount: number;
	channel: string;
	campaign: string | null;
};

/** What a person said of a file: that it adds to others of the same days, or that it replaces them. */
export type OverlapAnswers = { adds: ReadonlySet<number>; replaces: ReadonlySet<number> };

type One<Row> = DaySpan & { row: Row; file: number; level: string };

/** What overlaps of spend come to. */
export type Overlaps<Row> = {
	/** rows that wait for an answer, with their file: they neither count nor replace anything */
	held: Map<Row, number>;
	/** rows that others state again, with the days that they keep and the file that states them */
	cut: Map<Row, { kept: DaySpan[]; by: number }>;
};

/** Sums that differ by less than this are one: what is rounded day by day. */
const ROUNDING = 0.01;

/**
 * Finds spend of the same channel and days that may be the same spend or more of it, and nobody can
 * tell which: a month in one file and its days in another, a channel in one and its campaigns in the
 * other. Where the sums agree over the days that both state, one is made of the other, and counts once;
 * a sum up to a later day that is no less goes on from the earlier one. All else is a question: until
 * somebody answers it the later file's rows are held.
 *
 * @param seriesOf what can be the same spend: its channel and currency, as text; null for none
 */
export function overlapsOf<Row extends Stated>(
	rows: readonly Row[],
	seriesOf: (row: Row) => string | null,
	answers: OverlapAnswers
): Overlaps<Row> {
	const series = new Map<string, One<Row>[]>();
	for (const row of rows) {
		const key = row.importId === null || row.leftOut ? null : seriesOf(row);
		if (key === null || row.from === null || row.to === null) continue;
		const [from, to] = [dayOfDate(row.from), dayOfDate(row.to)];
		const one = { row, file: row.importId!, level: row.campaign ?? '', from, to };
		series.set(key, [...(series.get(key) ?? []), one]);
	}
	const result: Overlaps<Row> = { held: new Map(), cut: new Map() };
	for (const own of series.values()) {
		const files = [...new Set(own.map(({ file }) => file))].sort((a, b) => a - b);
		let earlier: One<Row>[] = [];
		for (const file of files) {
			const later = own.filter((one) => one.file === file);
			const held = answers.adds.has(file) ? [] : heldOf(result, earlier, later, answers);
			earlier = [...earlier, ...later.filter((one) => !held.includes(one))];
		}
	}
	return result;
}

/** Weighs one file against those before it. @returns its rows that are held */
function heldOf<Row extends Stated>(
	overlaps: Overlaps<Row>,
	earlier: readonly One<Row>[],
	later: readonly One<Row>[],
	answers: OverlapAnswers
): One<Row>[] {
	const file = later[0]!.file;
	const isAnswered = answers.replaces.has(file);
	const held = new Set<One<Row>>();
	const levels = new Set(later.map(({ level }) => level));
	for (const level of levels) {
		const own = later.filter((one) => one.level === level);
		const [mine, theirs] = overlapping(
			own,
			earlier.filter((one) => one.level === level),
			true
		);
		if (mine.length && !isAnswered && !agree(mine, theirs) && !goesOn(mine, theirs))
			for (const one of mine) held.add(one);
	}
	const isWhole = ({ level }: One<Row>) => level === '';
	const parts = (of: readonly One<Row>[]) => of.filter((one) => !isWhole(one));
	// within a file, and of it against those before
	for (const [whole, campaigns] of [
		[later.filter(isWhole), parts(later)],
		[later.filter(isWhole), parts(earlier)],
		[earlier.filter(isWhole), parts(later)]
	] as const) {
		const [totals, some] = overlapping(whole, campaigns, false);
		if (totals.length === 0) continue;
		const isOne = totals[0]!.file === file && some[0]!.file === file;
		if (agree(totals, some)) cutAll(overlaps, totals, some, file);
		else if (isOne) continue;
		else if (isAnswered) {
			const [gone, by] = totals[0]!.file === file ? [some, totals] : [totals, some];
			cutAll(overlaps, gone, by, file);
		} else for (const one of [...totals, ...some]) if (one.file === file) held.add(one);
	}
	for (const { row } of held) overlaps.held.set(row, file);
	return [...held];
}

/** Those of two lists that share days, of the same span only where that is another matter. */
function overlapping<Row>(
	some: readonly One<Row>[],
	others: readonly One<Row>[],
	isOther: boolean
): [One<Row>[], One<Row>[]] {
	const share = (a: One<Row>, b: One<Row>) =>
		a.from <= b.to && b.from <= a.to && !(isOther && a.from === b.from && a.to === b.to);
	return [
		some.filter((a) => others.some((b) => share(a, b))),
		others.filter((b) => some.some((a) => share(a, b)))
	];
}

/** Whether two lists sum up to the same over the days that both state. */
function agree<Row extends Stated>(some: readonly One<Row>[], others: readonly One<Row>[]) {
	const [own, theirs] = [daysOf(some), daysOf(others)];
	const sum = (list: readonly One<Row>[]) =>
		list.reduce((all, one) => {
			const days = daysOf([one]);
			const common = [...days].filter((day) => own.has(day) && theirs.has(day));
			return all + (one.row.amount * common.length) / days.size;
		}, 0);
	const [a, b] = [sum(some), sum(others)];
	return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}

function daysOf(spans: readonly DaySpan[]): Set<number> {
	const days = new Set<number>();
	for (const { from, to } of spans) for (let day = from; day <= to; day++) days.add(day);
	return days;
}

/** Whether every later row is the sum of an earlier one up to a later day: a month so far, then all of it. */
function goesOn<Row extends Stated>(later: readonly One<Row>[], earlier: readonly One<Row>[]) {
	return later.every((one) =>
		earlier
			.filter(({ from, to }) => from <= one.to && one.from <= to)
			.every(
				({ from, to, row }) => from === one.from && to < one.to && row.amount <= one.row.amount
			)
	);
}

function cutAll<Row>(
	{ cut }: Overlaps<Row>,
	gone: readonly One<Row>[],
	by: readonly One<Row>[],
	file: number
) {
	for (const one of gone) {
		const before = cut.get(one.row)?.kept ?? [{ from: one.from, to: one.to }];
		const kept = by.reduce<DaySpan[]>(
			(left, span) => left.flatMap((own) => daysWithout(own, span)),
			before
		);
		cut.set(one.row, { kept, by: file });
	}
}
