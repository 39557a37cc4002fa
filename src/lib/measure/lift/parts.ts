import type { Amount } from './amounts.ts';
import type { Design } from './design.ts';
import type { GroupName } from './lift.ts';
import { groupEntries, partSums, type PartSums, type Solved } from './part-sums.ts';

/**
 * Items cut into parts, of which the first is the selection, and the unions of parts in which a group may
 * deviate.
 */
export type Cut = {
	/** the part of each item, by index */
	partOf: Int32Array;
	unions: readonly (readonly number[])[];
};

/**
 * How far items show each group to be, in each union of parts, from where it is elsewhere.
 *
 * Deviations d are ordered by union: that of members[g] in union u is at u × groups + g. Their likelihood is
 * exp(score · d − d · information d ÷ 2), with the issues' own effects and all coefficients integrated out, so
 * that effects of a section, a layout or a whole issue are not taken for topics' deviations.
 */
export type DeviationLikelihood = {
	/** the groups that may deviate, by index among all of their kind */
	members: number[];
	/** number of those groups */
	groups: number;
	/** number of all items */
	items: number;
	score: Float64Array;
	/** row-major */
	information: Float64Array;
	/**
	 * what each deviation adds to effects in the first part, relative to the average of all; one row for each
	 * group of the kind
	 */
	loadings: Float64Array;
};

/**
 * How much data there is for each group in one part of the items, by default the first; an item of k groups
 * counts 1/k.
 */
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
 * Derives the likelihood of deviations in unions of parts, separating them from each other and from everything
 * fitted.
 *
 * @param most most groups that may deviate: those with the most items in the first part; the others do not
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

/** Number of parts. Issues without known items make parts that contain no item. */
function partsOf({ partOf, unions }: Cut): number {
	const highest = (most: number, part: number) => Math.max(most, part);
	return 1 + unions.flat().reduce(highest, partOf.reduce(highest, 0));
}

/** The sums of unions of parts, from those of their parts. */
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

/** Integrates the coefficients out; returns how they move with each deviation, one row per deviation. */
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
 * What a deviation adds to groups' effects in the first part: the deviation itself, less what the fit already
 * took for an effect over all time, less how far it moves the average over all items.
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
