import type { LiftItem } from './lift-input.ts';
import type { Leftovers } from './design.ts';

/** Issues on either side of a change, at least. */
const EDGE = 4;

/** How often a change is found anywhere in a history without one. */
const FALSE = 0.05;

/** More layouts than this are none. */
const MOST = 12;

/** What an issue's items say of how its positions differ from those of all time: of slope and of lead. */
type PositionEvidence = { score: [number, number]; information: [number, number] };

/**
 * Cuts history where the layout changed, and with it what positions are worth: issue by issue it is told
 * how much steeper the items' clicks fall with their positions than fitted, and how much more the lead
 * has. Where two stretches differ by more than chance explains, looked for everywhere, there is a
 * cut; then each of them is looked through again (binary segmentation: Vostrikova 1981).
 *
 * @param issues how many there are, in order of time
 * @returns by issue, which layout it belongs to, from 0
 */
export function layoutsOf(
	items: readonly LiftItem[],
	leftovers: Leftovers,
	issues: number
): Int32Array {
	const evidence = positionEvidence(items, leftovers, issues);
	const cuts: number[] = [];
	const open: [from: number, to: number][] = [[0, issues]];
	// slope and lead are looked at each by itself, at every place
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

/** An issue's items are held against each other alone: what all of them do alike is the issue's, for good or not. */
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
