import { laterDays, type DaySpan } from '#lib/spend/later-days.ts';
import { overlapsOf, type OverlapAnswers } from '#lib/spend/overlaps.ts';
import { withoutRevised } from '#lib/spend/revised.ts';
import { nameKey } from '#lib/name-key.ts';
import type { PlacementRow, SpendRow, ValueRow } from '../../store/money.ts';

type Statement = SpendRow | ValueRow | PlacementRow;

/** What makes two statements the same; those of an account of its own are nobody else's. */
export function statementContent(row: Statement, beside: ReadonlySet<number>): string {
	const own = row.importId !== null && beside.has(row.importId) ? row.importId : 0;
	return JSON.stringify({ ...row, id: 0, importId: own, leftOut: false });
}

/** Statements that count, and what later files took from others. */
type Standing<Row> = {
	rows: Row[];
	replaced: Row[];
	/** of rows that keep some of their days alone: which, as numbers of days, both counted */
	parts: Map<Row, DaySpan[]>;
	/** how many statements of others each file replaced or cut */
	revising: Map<number, number>;
	/** rows that wait until somebody says whether they add to others of the same days or replace them */
	held: Row[];
};

/**
 * Statements but for those that a revised export replaced: of the same dates, or of some of them.
 *
 * @param answers files that are said to be of accounts of their own replace nothing, and nothing replaces them
 */
export function standingOf<Row extends Statement>(
	rows: readonly Row[],
	answers: OverlapAnswers
): Standing<Row> {
	const unless = (subject: (row: Row) => string | null) => (row: Row) =>
		row.importId !== null && answers.adds.has(row.importId) ? null : subject(row);
	const content = (row: Row) => statementContent(row, answers.adds);
	const overlaps = overlapsOf(
		rows.flatMap((row) => (isSpend(row) ? [row] : [])),
		unless(channelOf),
		answers
	);
	const held = new Set<Row>(overlaps.held.keys());
	const free = rows.filter((row) => !held.has(row));
	const revised = withoutRevised(free, unless(subjectOf), content);
	const later = laterDays(
		revised.rows.map((row) => dated(row)),
		({ row }) => unless(seriesOf)(row),
		({ row }) => content(row)
	);
	const gone = new Map(revised.replaced);
	const cuts = [...overlaps.cut, ...[...later].map(([{ row }, cut]): [Row, Cut] => [row, cut])];
	const left = cutDays(cuts.filter(([row]) => !gone.has(row) && !held.has(row)));
	for (const [row, by] of left.gone) gone.set(row, by);

	const revising = new Map<number, number>();
	for (const by of [...left.by, ...gone.values()]) revising.set(by, (revising.get(by) ?? 0) + 1);
	return {
		rows: free.filter((row) => !gone.has(row)),
		replaced: [...gone.keys()],
		parts: left.parts,
		revising,
		held: [...held]
	};
}

/** Days that a row keeps, and the file that states the others. */
type Cut = { kept: DaySpan[]; by: number };

/** What is left of rows once others took days from them, and the file behind each cut that leaves some. */
function cutDays<Row>(cuts: readonly (readonly [Row, Cut])[]) {
	const parts = new Map<Row, DaySpan[]>();
	const gone = new Map<Row, number>();
	const by: number[] = [];
	for (const [row, cut] of cuts) {
		if (gone.has(row)) continue;
		const before = parts.get(row);
		const kept = before ? shared(before, cut.kept) : cut.kept;
		if (kept.length > 0) {
			parts.set(row, kept);
			by.push(cut.by);
		} else {
			parts.delete(row);
			gone.set(row, cut.by);
		}
	}
	return { parts, gone, by };
}

/** Days that are in both of two lists of spans. */
function shared(some: readonly DaySpan[], others: readonly DaySpan[]): DaySpan[] {
	return some.flatMap((a) =>
		others.flatMap((b) => {
			const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
			return from <= to ? [{ from, to }] : [];
		})
	);
}

const isSpend = <Row extends Statement>(row: Row): row is Row & SpendRow =>
	!('sponsor' in row || 'readerId' in row);

/** What spend of one kind is on, whatever the campaign; null for all else. */
function channelOf(row: Statement): string | null {
	return isSpend(row) ? JSON.stringify([nameKey(row.channel), row.currency]) : null;
}

/** A row as what may overlap with others. */
function dated<Row extends Statement>(row: Row) {
	const { importId, leftOut } = row;
	const { from, to } = 'from' in row ? row : { from: null, to: null };
	return { row, importId, leftOut, from, to };
}

/** What spend is on, whenever; null for all else: two sales of a month are two. */
function seriesOf(row: Statement): string | null {
	if (!isSpend(row)) return null;
	const of = [row.channel, row.campaign ?? ''].map(nameKey);
	return JSON.stringify([...of, row.campaign === null, row.currency]);
}

/** What a statement is about, without its amount; null where several may hold beside each other. */
function subjectOf(row: Statement): string | null {
	const of = (...words: (string | number | null)[]) =>
		JSON.stringify(words.map((word) => (typeof word === 'string' ? nameKey(word) : word)));
	if ('sponsor' in row) {
		const { sponsor, issue, item, urlId, currency } = row;
		return issue === null && urlId === null ? null : of(sponsor, issue, item, urlId, currency);
	}
	if (row.from === null || row.to === null) return null;
	if (!('readerId' in row)) return of(row.channel, row.campaign, row.from, row.to, row.currency);
	// two sales of a day are two; a sum over days is one statement
	const { readerId, channel, campaign, issue, item, urlId, kind, from, to, currency } = row;
	if (readerId !== null || from === to) return null;
	return of(kind, channel, campaign, issue, item, urlId, from, to, currency);
}
