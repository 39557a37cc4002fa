import type { AffinityRow } from '#lib/server/figures/content/topic-readers.ts';

/** A topic's cells by group, with how far the one furthest from usual is from it, as a log ratio. */
export type HeatRow = { topic: string; cells: Map<string, AffinityRow>; off: number };

/** Rows of a heat table by topic id: what one group clicks most differently comes first. */
export function heatOf(rows: readonly AffinityRow[]): [number, HeatRow][] {
	const found = new Map<number, HeatRow>();
	for (const row of rows) {
		const own = found.get(row.topicId) ?? { topic: row.topic, cells: new Map(), off: 0 };
		own.cells.set(row.group, row);
		own.off = Math.max(own.off, Math.abs(Math.log(row.lift ?? 1)));
		found.set(row.topicId, own);
	}
	return [...found].sort(([, a], [, b]) => b.off - a.off);
}
