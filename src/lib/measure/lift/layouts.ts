import type { LiftItem } from './lift-input.ts';
import type { Leftovers } from './design.ts';

/** Fewest issues on either side of a change. */
const EDGE = 4;

/** How often a change is found somewhere in a history that has none. */
const FALSE = 0.05;

/** Most layouts; with more, none are distinguished. */
const MOST = 12;

/** How an issue's positions differ from the fitted curve: in slope and in the first position. */
type PositionEvidence = { score: [number, number]; information: [number, number] };

/**
 * Cuts history where the layout changed, and with it what positions are worth. Each issue tells how much
 * steeper clicks fall with the position than fitted, and how much more the first position gets. History is cut
 * where two stretches differ by more than chance explains, allowing for every possible cut; then each stretch
 * is searched again (binary segmentation: Vostrikova 1981).
 *
 * @param issues number of issues, in order of time
 * @returns by issue, its layout, from 0
 */
export function layoutsOf(
	items: readonly LiftItem[],
	leftovers: Leftovers,
	issues: number
): Int32Array {
	const evidence = positionEvidence(items, leftovers, issues);
	const cuts: number[] = [];
	const open: [from: number, to: number][] = [[0, issues]];
	// slope and first position are two tests at each possible cut
	const least = 2 * Math.log((2 * issues) / FALSE);
	while (open.length && cuts.length < MOST - 1) {
		const [from, to] = open.shift()!;
		const cut = bestCut(evidence, from, to);
		if (!cut || cut.gain < least) continue;
		cuts.push(cut.at);
		open.push([from, cut.at], [cut.at, to]);
	}
	return Int32Array.from(evidence, (_, issue) => cuts.filter((cut) => cut <= issue).length);
}

/** Compares an issue's items with each other only: what is common to all of them belongs to the issue. */
function positionEvidence(
	items: readonly LiftItem[],
	{ residual, precision }: Leftovers,
	issues: number
): PositionEvidence[] {
	const sums = Array.from({ length: issues }, () => ({
		all: 0,
		left: 0,
		weight: [0, 0],
		squares: [0, 0],
		score: [0, 0]
	}));
	items.forEach(({ issue, position }, i) => {
		const own = sums[issue]!;
		own.all += precision[i]!;
		own.left += precision[i]! * residual[i]!;
		[Math.log(position), position === 1 ? 1 : 0].forEach((x, k) => {
			own.weight[k]! += precision[i]! * x;
			own.squares[k]! += precision[i]! * x * x;
			own.score[k]! += precision[i]! * x * residual[i]!;
		});
	});
	return sums.map(({ all, left, weight, squares, score }) => {
		const known = (k: 0 | 1) => Math.max(0, squares[k]! - weight[k]! ** 2 / (all || 1));
		const told = (k: 0 | 1) => score[k]! - (weight[k]! * left) / (all || 1);
		return { score: [told(0), told(1)], information: [known(0), known(1)] };
	});
}

function bestCut(evidence: readonly PositionEvidence[], from: number, to: number) {
	if (to - from < 2 * EDGE) return null;
	const all = { score: [0, 0], information: [0, 0] };
	for (let issue = from; issue < to; issue++) add(all, evidence[issue]!);
	const before = { score: [0, 0], information: [0, 0] };
	let best: { at: number; gain: number } | null = null;

	for (let at = from; at <= to - EDGE; at++) {
		if (at >= from + EDGE) {
			const gains = [0, 1].map((k) => {
				const [s, i] = [before.score[k]!, before.information[k]!];
				const [rest, left] = [all.score[k]! - s, all.information[k]! - i];
				if (i < 1e-9 || left < 1e-9) return 0;
				return s ** 2 / i + rest ** 2 / left - all.score[k]! ** 2 / all.information[k]!;
			});
			const gain = Math.max(...gains);
			if (!best || gain > best.gain) best = { at, gain };
		}
		add(before, evidence[at]!);
	}
	return best;
}

function add(sum: { score: number[]; information: number[] }, one: PositionEvidence) {
	for (const k of [0, 1] as const) {
		sum.score[k]! += one.score[k];
		sum.information[k]! += one.information[k];
	}
}
