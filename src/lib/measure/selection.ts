import type { Amount } from './amounts.ts';
import { tooLittle } from './amounts.ts';
import type { Estimate, Unsaid } from './estimate.ts';
import { estimateOf, unsaid } from './estimate.ts';
import type { GroupEffects } from './lift.ts';
import type { Effect } from './observed.ts';
import type { Random } from './random.ts';
import { rankTogether } from './ranks.ts';

/** What the fit leaves of each item beside all that it has in common with others. */
export type Leftovers = {
	/** log effects, and how precise they are */
	residual: Float64Array;
	precision: Float64Array;
	/** how precise each issue's own effect is */
	issuePrecision: Float64Array;
};

/**
 * What a group's items of one issue say of how it did there beyond what it does over all time;
 * an item of k groups counts 1/k among `items`.
 */
export type IssueEvidence = { issue: number; items: number; score: number; information: number };

/**
 * What items say of their groups, issue by issue, with all else as fitted.
 *
 * An issue's own effect is fitted to the same items: what they say of it is taken out of what they
 * say of a group (a Schur complement), or a group that fills half of an issue would be believed too
 * much.
 *
 * @param issueOf the issue of each item, by index
 * @param groupsOf the groups that share an item, by index
 * @returns by group, in order of issues
 */
export function groupEvidence(
	issueOf: Int32Array,
	{ residual, precision, issuePrecision }: Leftovers,
	groups: number,
	groupsOf: (item: number) => readonly number[]
): IssueEvidence[][] {
	type Sums = { items: number; weight: number; squares: number; score: number };
	const sums = Array.from({ length: groups }, () => new Map<number, Sums>());
	issueOf.forEach((issue, i) => {
		const own = groupsOf(i);
		for (const group of own) {
			const weight = precision[i]! / own.length;
			let sum = sums[group]!.get(issue);
			if (!sum) sums[group]!.set(issue, (sum = { items: 0, weight: 0, squares: 0, score: 0 }));
			sum.items += 1 / own.length;
			sum.weight += weight;
			sum.squares += weight / own.length;
			sum.score += weight * residual[i]!;
		}
	});
	return sums.map((own) =>
		[...own]
			.map(([issue, { items, weight, squares, score }]) => ({
				issue,
				items,
				score,
				information: Math.max(0, squares - weight ** 2 / issuePrecision[issue]!)
			}))
			.sort((a, b) => a.issue - b.issue)
	);
}

/** How far a group may be from what it is over all time, as a standard deviation: from hardly to very. */
const DEVIATIONS = [0.01, 0.05, 0.1, 0.2, 0.35, 0.6, 1] as const;

/** As if this much of a group had been seen of each spread: few groups must not settle what all do. */
const BELIEF = 0.5;

const ROUNDS = 40;

/**
 * How groups deviate from their all-time effects within a selection.
 *
 * A group's deviation is what its selected items say less what all its items say. It is drawn toward
 * none by how far this group, and groups at large, deviate in stretches of the same kind: each
 * group's deviations have a spread out of a row of them, whose shares are estimated from all groups
 * together (empirical Bayes, as in Stephens 2017, doi:10.1093/biostatistics/kxw041). With everything
 * selected there is no deviation left, and nothing to be unsure of.
 *
 * @param whole all evidence of each group
 * @param selected the evidence of what is selected, a part of it
 * @param alike the same of other stretches of the kind, by which deviations are measured
 */
export function deviations(
	whole: readonly (readonly IssueEvidence[])[],
	selected: readonly (readonly IssueEvidence[])[],
	alike: readonly (readonly (readonly IssueEvidence[])[])[]
): Effect[] {
	const cells = whole.map((own, group) =>
		alike
			.map((stretch) => apartFrom(own, stretch[group]!))
			.filter(({ variance }) => variance > 0 && variance < Infinity)
	);
	const likely = spreadsOf(cells);

	return whole.map((own, group) => {
		const { value, variance } = apartFrom(own, selected[group]!);
		let mean = 0;
		let square = 0;
		DEVIATIONS.forEach((spread, k) => {
			const pull = spread ** 2 / (spread ** 2 + variance);
			const left = variance === Infinity ? spread ** 2 : pull * variance;
			mean += likely[group]![k]! * pull * value;
			square += likely[group]![k]! * (left + (pull * value) ** 2);
		});
		return { mean, sd: Math.sqrt(Math.max(0, square - mean ** 2)) };
	});
}

/**
 * Estimates of groups within a selection: the all-time effect and the deviation from it, ranked among
 * each other.
 *
 * @param why what keeps a group from being told over all time, by index
 */
export function selectedEstimates(
	all: GroupEffects,
	apart: readonly Effect[],
	amounts: readonly Amount[],
	why: readonly (Unsaid | null)[],
	random: Random,
	draws: number
): Estimate[] {
	const k = apart.length;
	const mean = all.mean.map((effect, i) => effect + apart[i]!.mean);
	const covariance = all.covariance.slice();
	apart.forEach(({ sd }, i) => (covariance[i * k + i]! += sd ** 2));
	const estimates = apart.map((_, i) => {
		const unknown = why[i] ?? tooLittle(amounts[i]!);
		return unknown ? unsaid(unknown) : estimateOf(mean[i]!, Math.sqrt(covariance[i * k + i]!));
	});
	rankTogether(estimates, { mean, covariance }, random, draws);
	return estimates;
}

/** What there is of groups in a selection. */
export function selectedAmounts(evidence: readonly (readonly IssueEvidence[])[]): Amount[] {
	return evidence.map((own) => ({
		items: own.reduce((sum, { items }) => sum + items, 0),
		issues: own.length
	}));
}

type Seen = { value: number; variance: number };

/**
 * What a part says less what the whole says: without variance where the part is the whole, and of
 * endless one where it says nothing.
 */
function apartFrom(whole: readonly IssueEvidence[], part: readonly IssueEvidence[]): Seen {
	const all = total(whole);
	const own = total(part);
	if (own.information < 1e-9) return { value: 0, variance: Infinity };
	const variance = 1 / own.information - 1 / all.information;
	if (variance < 1e-9) return { value: 0, variance: 0 };
	return { value: own.score / own.information - all.score / all.information, variance };
}

function total(evidence: readonly IssueEvidence[]) {
	let score = 0;
	let information = 0;
	for (const one of evidence) {
		score += one.score;
		information += one.information;
	}
	return { score, information };
}

/** How likely each spread is of each group, given what is seen of all. */
function spreadsOf(cells: readonly (readonly Seen[])[]): number[][] {
	const densities = cells.map((own) => {
		const logs = DEVIATIONS.map((spread) =>
			own.reduce((sum, { value, variance }) => {
				const both = spread ** 2 + variance;
				return sum - (Math.log(both) + value ** 2 / both) / 2;
			}, 0)
		);
		const top = Math.max(...logs);
		return logs.map((log) => Math.exp(log - top));
	});
	let shares = DEVIATIONS.map(() => 1 / DEVIATIONS.length);
	let likely: number[][] = [];
	for (let round = 0; round < ROUNDS; round++) {
		likely = densities.map((own) => normalised(own.map((density, k) => density * shares[k]!)));
		shares = normalised(shares.map((_, k) => likely.reduce((sum, own) => sum + own[k]!, BELIEF)));
	}
	return likely;
}

function normalised(parts: readonly number[]): number[] {
	const sum = parts.reduce((all, part) => all + part, 0);
	return parts.map((part) => part / sum);
}
