import { m } from '#lib/messages/compiled/messages.js';
import type { Flagged } from '#lib/chart/flags.ts';
import type { Annotation } from '../../figures/annotations.ts';
import type { Estimate } from '../../figures/content/rows.ts';
import type { ReportFigure } from '../snapshot.ts';
import { placesOf, type Table } from '../tables/table.ts';
import type { Ground } from './asked.ts';

/** What words a figure needs. */
export type Words = Pick<Ground, 'say' | 'o'>;

/** Words, and what people wrote of days, for charts over time. */
export type Timed = Words & Pick<Ground, 'annotations'>;

/** What was written of days, numbered as in the chart, as the line beneath it; null where there is nothing. */
export function notedBelow({ notes }: Flagged<Annotation>, { say }: Words): string | null {
	return notes.length
		? notes.map(({ n, note }) => `${n}\u00a0· ${say.day(note.at)}\u00a0– ${note.text}`).join(' ; ')
		: null;
}

/** A figure without what most have not. */
export const plain = { sub: null, about: null, chart: null, most: null, forest: null, note: null };

/** Where a table holds its estimates. */
export function forestOf(table: Table, { o }: Words, n: string | null): ReportFigure['forest'] {
	const at = (head: string) => placesOf(table, [head])[0] ?? -1;
	return {
		lift: at(m['table.lift']({}, o)),
		low: at(m['table.low']({}, o)),
		high: at(m['table.high']({}, o)),
		low50: at(m['table.low50']({}, o)),
		high50: at(m['table.high50']({}, o)),
		above: at(m['table.chanceAbove']({}, o)),
		n: n === null ? null : at(n)
	};
}

/** Whether slots have been taken out of any of these. */
export function isAdjusted(rows: readonly Estimate[]): boolean {
	return rows.some(({ lift }) => lift !== null);
}

/** The columns of an estimate that page and paper have room for. */
export function estimateHeads({ o }: Words): string[] {
	return [m['table.lift']({}, o), m['table.low']({}, o), m['table.high']({}, o)];
}
