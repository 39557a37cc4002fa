import type { Amount } from './amounts.ts';
import type { Design } from './design.ts';
import type { GroupName } from './lift.ts';
import { groupEntries, partSums, type PartSums, type Solved } from './part-sums.ts';

/** Items cut into parts, the first of which is asked of, and the unions of parts in which a group may deviate. */
export type Cut = {
	/** the part of each item, by index */
	partOf: Int32Array;
	unions: readonly (readonly number[])[];
};

/**
 * What items say of how far each group is, in each union of parts, from what it is elsewhere.
 *
 * Deviations d stand union by union: that of members[g] in union u at u × groups + g. Their likelihood
 * is exp(score · d − d · information d ÷ 2), with the issues' own effects and all coefficients of the
 * model integrated out: what a section, a layout or all of an issue did is no deviation of topics.
 */
export type DeviationLikelihood = {
	/** those that may deviate, by index among all of their kind */
	members: number[];
	/** how many they are */
	groups: number;
	/** how many items there are in all */
	items: number;
	score: Float64Array;
	/** row-major */
	information: Float64Array;
	/** what each deviation adds to effects in the first part, against the usual of all; a row for each of all groups */
	loadings: Float64Array;
};

/** What there is of groups in a part of the items, the first unless another is asked for; an item of k groups counts 1/k. */
export function amountsIn(design: Design, of: GroupName, { partOf }: Cut, part = 0): Amount[] {
	const { from, to } = design.groups[of];
	const { entries } = groupEntries(design, of);
	const amounts = Array.from({ length: to - from }, () => ({
		items: 0,
		issues: new Set<number>()
	}));
	design.issue.forEach((issue, item) => {
		if (partOf[item] !== part) return;
		for (const { group, value } of entries[item]!) {
			amounts[group]!.items += value;
			amounts[group]!.issues.add(issue);
		}
	});
	return amounts.map(({ items, issues }) => ({ items, issues: issues.size }));
}

/**
 * Tells deviations in unions of parts from each other, and from all that was fitted.
 *
 * @param most of so many groups, those of most items in the first part; the others do not deviate
 */
export function deviationLikelihood(
	fit: Solved,
	of: GroupName,
	cut: Cut,
	most: number
): DeviationLikelihood {
	const { design } = fit;
	const members = membersOf(design, of, cut, most);
	const size = members.length * cut.unions.length;
	const sums = united(
		partSums(fit, of, { partOf: cut.partOf, parts: partsOf(cut) }, members),
		cut.unions,
		members.length,
		design.count
	);
	const { score, information, across, items } = sums;
	const moved = marginalise(information, across, design, size);
	const loadings = loadingsOf(moved, design, of, cut, members, items);
	return {
		members,
		groups: members.length,
		items: design.issue.length,
		score,
		information,
		loadings
	};
}

/** How many parts there are: issues whose items are unknown make parts that no item is in. */
function partsOf({ partOf, unions }: Cut): number {
	const highest = (most: number, part: number) => Math.max(most, part);
	return 1 + unions.flat().reduce(highest, partOf.reduce(highest, 0));
}

/** The same of unions of parts: sums of those of their parts. */
function united(sums: PartSums, unions: Cut['unions'], groups: number, columns: number): PartSums {
	const parts = sums.score.length / groups;
	const rows = (from: Float64Array, wide: number) => {
		const into = new Float64Array(unions.length * groups * wide);
		unions.forEach((own, union) => {
			for (const part of own)
				for (let at = 0; at < groups * wide; at++)
					into[union * groups * wide + at]! += from[part * groups * wide + at]!;
		});
		return into;
	};
	const half = rows(sums.information, parts * groups);
	const size = unions.length * groups;
	const information = new Float64Array(size * size);
	for (let row = 0; row < size; row++)
		unions.forEach((own, union) => {
			for (const part of own)
				for (let g = 0; g < groups; g++)
					information[row * size + union * groups + g]! +=
						half[row * parts * groups + part * groups + g]!;
		});
	return {
		information,
		score: rows(sums.score, 1),
		across: rows(sums.across, columns),
		items: rows(sums.items, 1)
	};
}

function membersOf(design: Design, of: GroupName, cut: Cut, most: number): number[] {
	const amounts = amountsIn(design, of, cut).map(({ items }, group) => ({ items, group }));
	if (amounts.length <= most) return amounts.map(({ group }) => group);
	return amounts
		.sort((a, b) => b.items - a.items || a.group - b.group)
		.slice(0, most)
		.map(({ group }) => group)
		.sort((a, b) => a - b);
}

/** Integrates the coefficients out; how they move with each deviation, one row a deviation. */
function marginalise(
	information: Float64Array,
	across: Float64Array,
	{ count, covariance }: Design,
	size: number
): Float64Array {
	const moved = new Float64Array(size * count);
	for (let one = 0; one < size; one++) {
		const row = moved.subarray(one * count, (one + 1) * count);
		for (let c = 0; c < count; c++) {
			const factor = across[one * count + c]!;
			if (factor === 0) continue;
			for (let d = 0; d < count; d++) row[d]! += factor * covariance[c * count + d]!;
		}
		for (let other = 0; other <= one; other++) {
			let sum = 0;
			for (let d = 0; d < count; d++) sum += row[d]! * across[other * count + d]!;
			information[one * size + other]! -= sum;
			if (other !== one) information[other * size + one]! -= sum;
		}
	}
	return moved;
}

/**
 * What a deviation adds to groups' effects in the first part: its own, less what the fit had taken for
 * effects over all time, less how it moves what is usual: the mean over all items.
 */
function loadingsOf(
	moved: Float64Array,
	design: Design,
	of: GroupName,
	cut: Cut,
	members: readonly number[],
	amounts: Float64Array
): Float64Array {
	const { count } = design;
	const { from, to } = design.groups[of];
	const groups = to - from;
	const size = members.length * cut.unions.length;
	const { shares, total } = groupEntries(design, of);
	const loadings = new Float64Array(groups * size);
	for (let by = 0; by < size; by++) {
		const isIn = cut.unions[Math.floor(by / members.length)]!.includes(0);
		let mean = amounts[by]! / total;
		for (let g = 0; g < groups; g++) mean -= shares[g]! * moved[by * count + from + g]!;
		for (let g = 0; g < groups; g++) {
			const own = isIn && g === members[by % members.length] ? 1 : 0;
			loadings[g * size + by] = own - moved[by * count + from + g]! - mean;
		}
	}
	return loadings;
}
