import { moneyKinds } from '#lib/money-kinds.ts';
import { laterDays } from '#lib/spend/later-days.ts';
import { overlapsOf, type OverlapAnswers } from '#lib/spend/overlaps.ts';
import { withoutRevised } from '#lib/spend/revised.ts';
import { nameKey } from '#lib/name-key.ts';
import { answersOnMoney, listImports } from '../../store/events/imports.ts';
import { moneyRows, type PlacementRow, type SpendRow, type ValueRow } from '../../store/money.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';

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
	parts: Map<Row, { from: number; to: number }[]>;
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
	const parts: Standing<Row>['parts'] = new Map();
	const revising = new Map<number, number>();
	const cut = [
		...overlaps.cut,
		...[...later].map(([{ row }, taken]) => [row, taken] as const)
	] as const;
	for (const [row, { kept, by }] of cut) {
		if (gone.has(row) || held.has(row)) continue;
		const before = parts.get(row);
		const both = before ? shared(before, kept) : kept;
		parts.delete(row);
		if (both.length === 0) gone.set(row, by);
		else {
			parts.set(row, both);
			revising.set(by, (revising.get(by) ?? 0) + 1);
		}
	}
	for (const by of gone.values()) revising.set(by, (revising.get(by) ?? 0) + 1);
	return {
		rows: free.filter((row) => !gone.has(row)),
		replaced: [...gone.keys()],
		parts,
		revising,
		held: [...held]
	};
}

/** Days that are in both of two lists of spans. */
function shared(some: readonly Span[], others: readonly Span[]): Span[] {
	return some.flatMap((a) =>
		others.flatMap((b) => {
			const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
			return from <= to ? [{ from, to }] : [];
		})
	);
}

type Span = { from: number; to: number };

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

/**
 * Files of which somebody should say whether they are of an account of their own, the latest first: those
 * that replaced amounts of others, and those that wait for the answer, each with how many amounts.
 */
export async function openRevisions(db: Db, { id }: Publication): Promise<Revision[]> {
	const answers = await answersOnMoney(db, id);
	const counts = { revises: new Map<number, number>(), held: new Map<number, number>() };
	const add = (of: keyof typeof counts, file: number, n: number) =>
		counts[of].set(file, (counts[of].get(file) ?? 0) + n);
	for (const kind of moneyKinds) {
		const { revising, held } = standingOf(await moneyRows(db, id, kind), answers);
		for (const [file, n] of revising) add('revises', file, n);
		for (const { importId } of held) add('held', importId!, 1);
	}
	if (counts.revises.size + counts.held.size === 0) return [];
	return (await listImports(db, id)).flatMap(({ id, name, reading }) => {
		if (reading?.beside !== undefined) return [];
		return (['held', 'revises'] as const).flatMap((code) => {
			const n = counts[code].get(id);
			return n === undefined ? [] : [{ id, file: name, n, code }];
		});
	});
}

/** A file that replaced amounts of others, or whose amounts wait to be told from them. */
export type Revision = { id: number; file: string; n: number; code: 'revises' | 'held' };

/** What a statement is about, without its amount; null where several may hold beside each other. */
function subjectOf(row: SpendRow | ValueRow | PlacementRow): string | null {
	const of = (...words: (string | number | null)[]) =>
		JSON.stringify(words.map((word) => (typeof word === 'string' ? nameKey(word) : word)));
	if ('sponsor' in row) {
		const { sponsor, issue, item, urlId, currency } = row;
		return issue === null && urlId === null ? null : of(sponsor, issue, item, urlId, currency);
	}
	if (row.from === null || row.to === null) return null;
	if (!('readerId' in row)) return of(row.channel, row.campaign, row.from, row.to, row.currency);
	// two sales of a day are two; a sum over days is one statement
	const { readerId, channel, campaign, issue, urlId, kind, from, to, currency } = row;
	if (readerId !== null || from === to) return null;
	return of(kind, channel, campaign, issue, urlId, from, to, currency);
}
