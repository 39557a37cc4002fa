import { dayOfDate } from './spread.ts';

type Stated = { importId: number | null; leftOut: boolean; from: string | null; to: string | null };

/** Days since 1970, both counted. */
export type DaySpan = { from: number; to: number };

/**
 * Statements of which a later file states days anew, over other spans: a month so far and then the
 * whole month, a month and then its days. The latest file that states a day holds for it, so that
 * none is counted twice. Spans that are the same are revised or repeated as a whole, elsewhere; what a
 * later file states alike it does not revise.
 *
 * @param seriesOf what rows are about but for their dates, as text; null for what nothing revises
 * @param contentOf what makes two rows the same statement, as text
 * @returns the rows that lose days, with those they keep and the latest file that took some
 */
export function laterDays<Row extends Stated>(
	rows: readonly Row[],
	seriesOf: (row: Row) => string | null,
	contentOf: (row: Row) => string
): Map<Row, { kept: DaySpan[]; by: number }> {
	const series = new Map<string, (DaySpan & { row: Row; file: number })[]>();
	for (const row of rows) {
		const { importId, leftOut, from, to } = row;
		const key = importId === null || leftOut || from === null || to === null ? null : seriesOf(row);
		if (key === null) continue;
		const one = { row, file: importId!, from: dayOfDate(from!), to: dayOfDate(to!) };
		const known = series.get(key);
		if (known) known.push(one);
		else series.set(key, [one]);
	}

	const byRow = new Map<Row, { kept: DaySpan[]; by: number }>();
	for (const own of series.values()) {
		if (new Set(own.map(({ file }) => file)).size < 2) continue;
		own.sort((a, b) => a.from - b.from);
		const stated = new Set(own.map(({ row, file }) => `${file} ${contentOf(row)}`));
		for (const one of own) {
			let kept: DaySpan[] = [{ from: one.from, to: one.to }];
			let by = one.file;
			for (const other of own) {
				if (other.from > one.to) break;
				const same = other.from === one.from && other.to === one.to;
				if (other.file <= one.file || other.to < one.from || same) continue;
				if (stated.has(`${other.file} ${contentOf(one.row)}`)) continue;
				kept = kept.flatMap((span) => daysWithout(span, other));
				by = Math.max(by, other.file);
			}
			if (by !== one.file) byRow.set(one.row, { kept, by });
		}
	}
	return byRow;
}

/** What is left of a span without another. */
export function daysWithout(span: DaySpan, gone: DaySpan): DaySpan[] {
	if (gone.to < span.from || gone.from > span.to) return [span];
	return [
		...(gone.from > span.from ? [{ from: span.from, to: gone.from - 1 }] : []),
		...(gone.to < span.to ? [{ from: gone.to + 1, to: span.to }] : [])
	];
}
