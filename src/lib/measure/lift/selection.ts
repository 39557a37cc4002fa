// long: one estimate within a selection, from its items to its interval, ranks and what one more item would get
import type { Amount } from './amounts.ts';
import { tooLittle } from './amounts.ts';
import type { Estimate, Unsaid } from './estimate.ts';
import { estimateOf, unsaid } from './estimate.ts';
import type { GroupEffects } from './lift.ts';
import type { Effect } from '../stats/observed.ts';
import type { Random } from '../stats/random.ts';
import { inverse } from './linear.ts';
import { rankTogether } from './ranks.ts';

/** What the fit leaves of each item beside all that it has in common with others. */
export type Leftovers = {
	/** log effects, and how precise they are */
	residual: Float64Array;
	precision: Float64Array;
	/** how precise each issue's own effect is */
	issuePrecision: Float64Array;
};

/** What a group's items of one issue are; an item of k groups counts 1/k among `items`. */
type IssueShare = {
	group: number;
	items: number;
	weight: number;
	squares: number;
	/** what they say of how the group did there beyond what it does over all time */
	score: number;
};

/** What items say of their groups, issue by issue. */
export type Evidence = {
	groups: number;
	issues: { precision: number; shares: IssueShare[] }[];
};

/**
 * What items say of their groups, issue by issue, with all else as fitted.
 *
 * @param issueOf the issue of each item, by index
 * @param groupsOf the groups that share an item, by index
 */
export function groupEvidence(
	issueOf: Int32Array,
	{ residual, precision, issuePrecision }: Leftovers,
	groups: number,
	groupsOf: (item: number) => readonly number[]
): Evidence {
	const sums = Array.from(issuePrecision, () => new Map<number, IssueShare>());
	issueOf.forEach((issue, i) => {
		const own = groupsOf(i);
		for (const group of own) {
			const weight = precision[i]! / own.length;
			const shares = sums[issue]!;
			let sum = shares.get(group);
			if (!sum) shares.set(group, (sum = { group, items: 0, weight: 0, squares: 0, score: 0 }));
			sum.items += 1 / own.length;
			sum.weight += weight;
			sum.squares += weight / own.length;
			sum.score += weight * residual[i]!;
		}
	});
	return {
		groups,
		issues: sums.map((shares, issue) => ({
			precision: issuePrecision[issue]!,
			shares: [...shares.values()]
		}))
	};
}

/** How far a group may be from what it is over all time, as a standard deviation: from hardly to very. */
const DEVIATIONS = [0.01, 0.05, 0.1, 0.2, 0.35, 0.6, 1] as const;

/** As if so much of a group had been seen of each: few groups must not settle what all do. */
const BELIEF = [1, 0.5, 0.5, 0.25, 0.1, 0.04, 0.01] as const;

const ROUNDS = 40;

/** Spreads and deviations are told in turn, so often. */
const PASSES = 4;

/**
 * Of the variance of deviations, what no contrast of inside and elsewhere shows: a group that drifts is
 * nowhere at one level, and a rise that groups have in common looks like a rise of the issues.
 */
const UNSEEN_OWN = 0.3;
const UNSEEN_COMMON = 0.05;

/** Which issues are meant, by index. */
type Chosen = (issue: number) => boolean;

/**
 * How groups deviate from their all-time effects within some issues.
 *
 * Each group has a deviation there, and the opposite one elsewhere, so that over all time there is
 * none. They are told together, and with the issues' own effects: where some topics rise, the others
 * must not seem to fall. Each is drawn toward none by how far this group, and groups at large,
 * deviate in stretches of the same kind: its deviations have a spread out of a row of them, whose
 * shares are estimated from all groups together (empirical Bayes, as in Stephens 2017,
 * doi:10.1093/biostatistics/kxw041). Of all issues there is no deviation, and nothing to be unsure of.
 *
 * @param habits what `deviationHabits` says of stretches of the kind
 */
export function deviations(evidence: Evidence, chosen: Chosen, habits: Habits): Effect[] {
	const contrast = contrastOf(evidence, chosen);
	const scale = farness(evidence, chosen);
	const prior = habits.variance.map((variance) => variance * scale);
	const seen = seenApart(contrast, prior);
	const common = (UNSEEN_COMMON * prior.reduce((sum, one) => sum + one, 0)) / (prior.length || 1);
	return seen.map(({ value, variance }, group) => {
		let mean = 0;
		let square = 0;
		DEVIATIONS.forEach((spread, k) => {
			const share = habits.likely[group]![k]!;
			const own = scale * spread ** 2;
			const pull = own / (own + variance);
			const left = variance === Infinity ? own : pull * variance;
			mean += share * pull * value;
			square += share * (left + (pull * value) ** 2);
		});
		// what is seen well is not doubted for having moved far
		const own = UNSEEN_OWN * Math.min(prior[group]!, 3 * variance);
		const unseen = variance === 0 ? 0 : own + common;
		return { mean, sd: Math.sqrt(Math.max(0, square - mean ** 2) + unseen) };
	});
}

/** How far groups deviate in stretches of one kind. */
export type Habits = {
	/** by group, how likely each of the spreads is */
	likely: number[][];
	/** by group, the variance to be expected */
	variance: Float64Array;
};

/** Learns how far groups deviate, from stretches alike. */
export function deviationHabits(evidence: Evidence, stretches: readonly Chosen[]): Habits {
	const contrasts = stretches.map((stretch) => contrastOf(evidence, stretch));
	const scales = stretches.map((stretch) => farness(evidence, stretch));
	let habits: Habits = { likely: [], variance: new Float64Array(evidence.groups).fill(0.01) };
	for (let pass = 0; pass < PASSES; pass++) {
		const told = contrasts.map((contrast, i) =>
			seenApart(
				contrast,
				habits.variance.map((variance) => variance * scales[i]!)
			).map((seen) => ({ ...seen, scale: scales[i]! }))
		);
		const cells = Array.from({ length: evidence.groups }, (_, group) =>
			told.map((seen) => seen[group]!).filter(({ variance }) => variance > 0 && variance < Infinity)
		);
		const likely = spreadsOf(cells);
		habits = {
			likely,
			variance: Float64Array.from(likely, (own) =>
				own.reduce((sum, share, k) => sum + share * DEVIATIONS[k]! ** 2, 0)
			)
		};
	}
	return habits;
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

/** What there is of groups in some issues. */
export function chosenAmounts({ groups, issues }: Evidence, chosen: Chosen): Amount[] {
	const amounts = Array.from({ length: groups }, () => ({ items: 0, issues: 0 }));
	issues.forEach(({ shares }, issue) => {
		if (!chosen(issue)) return;
		for (const { group, items } of shares) {
			const amount = amounts[group];
			// an issue may hold a group that the fit of before does not know yet
			if (!amount) continue;
			amount.items += items;
			amount.issues++;
		}
	});
	return amounts;
}

/**
 * How much further from all time a part of it is to be expected than parts are on average: what
 * drifts, or changes once at whichever time, is at both ends of history with twice the variance of
 * its average and in the middle with half of it.
 */
function farness({ issues }: Evidence, chosen: Chosen): number {
	let sum = 0;
	let n = 0;
	issues.forEach((_, issue) => {
		if (!chosen(issue)) return;
		const x = (issue + 0.5) / issues.length;
		sum += 2 - 6 * x + 6 * x * x;
		n++;
	});
	return n ? sum / n : 1;
}

type Seen = { value: number; variance: number };

/** Of more groups than these, what one says of another is left out: it takes too long. */
const MOST_TOGETHER = 150;

/** What is known of deviations: M d = b, of those groups that are both inside and elsewhere. */
type Contrast = {
	groups: number;
	/** those that are */
	told: number[];
	/** by group, whether nothing of it is inside */
	missing: boolean[];
	score: Float64Array;
	information: Float64Array;
};

function contrastOf({ groups, issues }: Evidence, chosen: Chosen): Contrast {
	const inside = new Float64Array(groups);
	const outside = new Float64Array(groups);
	issues.forEach(({ precision, shares }, issue) => {
		const side = chosen(issue) ? inside : outside;
		for (const { group, weight, squares } of shares)
			side[group]! += Math.max(0, squares - weight ** 2 / precision);
	});
	const told = [...inside.keys()].filter((g) => inside[g]! > 1e-6 && outside[g]! > 1e-6);
	const place = new Map(told.map((group, i) => [group, i]));
	const n = told.length;
	const score = new Float64Array(n);
	const information = new Float64Array(n * n);

	issues.forEach(({ precision, shares }, issue) => {
		const within = chosen(issue);
		const own = shares.flatMap(({ group, weight, squares, score }) => {
			const at = place.get(group);
			if (at === undefined) return [];
			const z = within ? 1 : -inside[group]! / outside[group]!;
			return [{ at, weight: z * weight, squares: z * z * squares, score: z * score }];
		});
		own.forEach((one, a) => {
			score[one.at]! += one.score;
			information[one.at * n + one.at]! += one.squares;
			// an issue's own effect is fitted to the same items: what they say of it says nothing of groups
			for (let b = 0; b < own.length; b++)
				if (n <= MOST_TOGETHER || a === b)
					information[one.at * n + own[b]!.at]! -= (one.weight * own[b]!.weight) / precision;
		});
	});
	return { groups, told, missing: Array.from(inside, (sum) => sum <= 1e-6), score, information };
}

/**
 * What is seen of each group's deviation, with those of the others as far as they are known: without
 * variance where all of the group is inside, of endless one where nothing is.
 */
function seenApart(
	{ groups, told, missing, score, information }: Contrast,
	prior: Float64Array
): Seen[] {
	const n = told.length;
	const seen = Array.from({ length: groups }, (_, group): Seen => ({
		value: 0,
		variance: missing[group] ? Infinity : 0
	}));
	const together = information.slice();
	told.forEach((group, i) => (together[i * n + i]! += 1 / prior[group]!));
	const covariance = n <= MOST_TOGETHER ? inverse(together, n) : null;

	told.forEach((group, i) => {
		const known = covariance ? covariance[i * n + i]! : 1 / together[i * n + i]!;
		let mean = 0;
		if (covariance) for (let j = 0; j < n; j++) mean += covariance[i * n + j]! * score[j]!;
		else mean = known * score[i]!;
		// what the group's own prior adds is taken out again
		const precision = 1 / known - 1 / prior[group]!;
		seen[group] =
			precision > 1e-6
				? { value: mean / known / precision, variance: 1 / precision }
				: { value: 0, variance: Infinity };
	});
	return seen;
}

/** How likely each spread is of each group, given what is seen of all. */
function spreadsOf(cells: readonly (readonly (Seen & { scale: number })[])[]): number[][] {
	const densities = cells.map((own) => {
		const logs = DEVIATIONS.map((spread) =>
			own.reduce((sum, { value, variance, scale }) => {
				const both = scale * spread ** 2 + variance;
				return sum - (Math.log(both) + value ** 2 / both) / 2;
			}, 0)
		);
		const top = Math.max(...logs);
		return logs.map((log) => Math.exp(log - top));
	});
	let shares: number[] = DEVIATIONS.map(() => 1 / DEVIATIONS.length);
	let likely: number[][] = [];
	for (let round = 0; round < ROUNDS; round++) {
		likely = densities.map((own) => normalised(own.map((density, k) => density * shares[k]!)));
		shares = normalised(
			shares.map((_, k) => likely.reduce<number>((sum, own) => sum + own[k]!, BELIEF[k]!))
		);
	}
	return likely;
}

function normalised(parts: readonly number[]): number[] {
	const sum = parts.reduce((all, part) => all + part, 0);
	return parts.map((part) => part / sum);
}
