import { leansAtMost } from '#lib/findings/certainty.ts';
import type { Flagged } from '#lib/chart/flags.ts';
import type { Annotation } from '../../figures/annotations.ts';
import type { Estimate } from '../../figures/content/rows.ts';
import type { ReportFigure } from '../snapshot.ts';
import { placeOf, type KeyedTable } from '#lib/columns/table.ts';
import type { ReportContext } from './report-context.ts';

/** What words a figure needs. */
export type FigureWords = Pick<ReportContext, 'formats' | 'options'>;

/** Words, and what people wrote of days, for charts over time. */
export type Timed = FigureWords & Pick<ReportContext, 'annotations'>;

type Numbered = Flagged<Pick<Annotation, 'at' | 'text'>>['notes'];

/** Notes, numbered as in the chart, as the line beneath it. */
export function notesBelow(notes: Numbered, { formats }: FigureWords): string {
	return notes
		.map(({ n, note }) => `${n}\u00a0· ${formats.day(note.at)}\u00a0– ${note.text}`)
		.join(' ; ');
}

/** What people wrote of days; null where they wrote nothing. */
export function notedBelow(notes: Numbered, words: FigureWords): ReportFigure['noted'] {
	return notes.length ? { text: notesBelow(notes, words), numbers: notes.map(({ n }) => n) } : null;
}

/** A figure without what most have not. */
export const plainFigure = {
	sub: null,
	about: null,
	chart: null,
	most: null,
	forest: null,
	note: null,
	noted: null
};

/** Columns that an estimate is drawn from. */
type Drawn = 'lift' | 'low' | 'high' | 'low50' | 'high50' | 'above';

/**
 * Where a table holds its estimates, how many items each rests on where a column says so, and which are
 * never clear.
 *
 * @param rows what the table is of, in its order
 */
export function forestPlaces<Key extends string>(
	table: KeyedTable<Key | Drawn>,
	rows: readonly { why: string | null }[],
	{ n = null, lift = 'lift' }: { n?: Key | Drawn | null; lift?: Key | Drawn } = {}
): NonNullable<ReportFigure['forest']> {
	return {
		lift: placeOf(table, lift),
		low: placeOf(table, 'low'),
		high: placeOf(table, 'high'),
		low50: placeOf(table, 'low50'),
		high50: placeOf(table, 'high50'),
		above: placeOf(table, 'above'),
		n: n === null ? null : placeOf(table, n),
		leaning: leaningOf(rows)
	};
}

/** Which rows are never clear, as on their pages. */
export function leaningOf(rows: readonly { why: string | null }[]): number[] {
	return rows.flatMap((row, i) => (leansAtMost(row) ? i : []));
}

/** Whether positions have been taken out of any of these. */
export function isAdjusted(rows: readonly Estimate[]): boolean {
	return rows.some(({ lift }) => lift !== null);
}

/** The figures that there is something to show of. */
export function shownFigures(...figures: readonly (ReportFigure | null)[]): ReportFigure[] {
	return figures.filter((figure) => figure !== null);
}
