import type { Estimate } from './estimate.ts';
import { estimateOf, unsaid } from './estimate.ts';
import type { Effect, Evidence, ObservedItem } from './observed.ts';
import { evidenceByTopic } from './observed.ts';

/** A stretch of time: from, to before. Windows may overlap. */
export type Window = { from: number; to: number };

/** A topic's lift in one window; `items` counts an item of k topics 1/k. */
export type TrendPoint = Estimate & { items: number };

/** Fewer items in a window than this say nothing of it. */
const LEAST = 2;

/**
 * Lift of each topic in each window, shrunk towards its lift over all time.
 *
 * In a window the topic's items have a weighted mean; how far such means really move, beyond
 * chance, is estimated over all topics and windows together (DerSimonian & Laird 1986,
 * doi:10.1016/0197-2456(86)90046-2) and decides the shrinkage. Slots and issues stay as fitted.
 *
 * @param topics effects over all time, by index
 * @returns by topic, by window
 */
export function topicTrend(
	items: readonly ObservedItem[],
	topics: readonly Effect[],
	windows: readonly Window[]
): TrendPoint[][] {
	const evidence = evidenceByTopic(items, topics);
	const cells = evidence.map((own) =>
		windows.map(({ from, to }) => summary(own.filter(({ at }) => at >= from && at < to)))
	);
	const movement = movementOf(cells);

	return cells.map((own, topic) =>
		own.map(({ items, mean, weight }) => {
			if (items < LEAST) return { ...unsaid('fewItems'), items };

			const pull = movement > 0 ? weight / (weight + 1 / movement) : 0;
			const always = topics[topic]!;
			const variance = pull / Math.max(weight, 1e-12) + (1 - pull) ** 2 * always.sd ** 2;
			const shrunk = always.mean + pull * (mean - always.mean);
			return { ...estimateOf(shrunk, Math.sqrt(variance)), items };
		})
	);
}

type Cell = { items: number; mean: number; weight: number };

function summary(evidence: readonly Evidence[]): Cell {
	const weight = evidence.reduce((sum, e) => sum + e.weight, 0);
	const mean = evidence.reduce((sum, e) => sum + e.weight * e.value, 0) / (weight || 1);
	return { items: evidence.reduce((sum, { share }) => sum + share, 0), mean, weight };
}

/** Variance of topics' effects between windows, beyond what chance brings about. */
function movementOf(cells: readonly Cell[][]): number {
	let excess = 0;
	let scale = 0;

	cells.forEach((windows) => {
		const told = windows.filter(({ weight }) => weight > 0);
		if (told.length < 2) return;

		const total = told.reduce((sum, { weight }) => sum + weight, 0);
		const squares = told.reduce((sum, { weight }) => sum + weight ** 2, 0);
		const always = told.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / total;
		const spread = told.reduce((sum, { weight, mean }) => sum + weight * (mean - always) ** 2, 0);
		excess += spread - (told.length - 1);
		scale += total - squares / total;
	});
	return scale > 0 ? Math.max(0, excess / scale) : 0;
}
