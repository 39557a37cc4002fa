import type { Design, Leftovers } from './design.ts';
import type { GroupName } from './lift.ts';

/** The parts of a fit that comparing parts of its items needs. */
export type Solved = Leftovers & { design: Design };

/**
 * What items say of each group in each part separately: group members[g] of part p is at p × members.length +
 * g. The same holds for rows and columns of matrices; `across` has one such row each, and the model's columns.
 */
export type PartSums = {
	score: Float64Array;
	information: Float64Array;
	across: Float64Array;
	/** number of items; an item of k groups counts 1/k for each */
	items: Float64Array;
};

/** One item's entry of a group. */
type Entry = { group: number; value: number };

/** The items of a design as the groups of one kind see them; independent of the cut. */
type GroupEntries = {
	/** the entries of each item among the groups' columns */
	entries: readonly Entry[][];
	/** items of each issue */
	byIssue: readonly number[][];
	/** each group's weight in the mean over all items */
	shares: Float64Array;
	/** items of all groups, an item of k groups counting 1/k for each; 1 if there are none */
	total: number;
};

const entriesOf = new WeakMap<Design, Map<GroupName, GroupEntries>>();

/** Reads the entries of a design for one kind of group. */
export function groupEntries(design: Design, of: GroupName): GroupEntries {
	const ofDesign = entriesOf.get(design) ?? new Map<GroupName, GroupEntries>();
	entriesOf.set(design, ofDesign);
	let entries = ofDesign.get(of);
	if (!entries) ofDesign.set(of, (entries = readEntries(design, of)));
	return entries;
}

function readEntries(
	{ starts, column, value, groups, issue }: Design,
	of: GroupName
): GroupEntries {
	const { from, to } = groups[of];
	const entries = Array.from(issue, (_, item) => {
		const own: Entry[] = [];
		for (let j = starts[item]!; j < starts[item + 1]!; j++)
			if (column[j]! >= from && column[j]! < to)
				own.push({ group: column[j]! - from, value: value[j]! });
		return own;
	});
	const byIssue: number[][] = [];
	issue.forEach((at, item) => (byIssue[at] ??= []).push(item));

	const usual = new Float64Array(to - from);
	for (const { group, value } of entries.flat()) usual[group]! += value;
	const total = usual.reduce((sum, one) => sum + one, 0) || 1;
	return { entries, byIssue, shares: usual.map((one) => one / total), total };
}

/**
 * Sums what items say, issue by issue, since an issue's own effect is fitted to all of its items.
 *
 * @param parts number of parts, including parts without items
 */
export function partSums(
	fit: Solved,
	of: GroupName,
	{ partOf, parts }: { partOf: Int32Array; parts: number },
	members: readonly number[]
): PartSums {
	const { design, issuePrecision } = fit;
	const size = members.length * parts;
	const sums = {
		score: new Float64Array(size),
		information: new Float64Array(size * size),
		across: new Float64Array(size * design.count),
		items: new Float64Array(size)
	};
	const { from, to } = design.groups[of];
	const placeOf = new Int32Array(to - from).fill(-1);
	members.forEach((group, place) => (placeOf[group] = place));
	const { entries, byIssue } = groupEntries(design, of);
	const places = { entries, partOf, placeOf, width: members.length };
	const touched = { groups: new Touched(size), columns: new Touched(design.count) };
	byIssue.forEach((items, issue) =>
		addIssue(sums, fit, items, issuePrecision[issue]!, places, touched)
	);
	return sums;
}

/** Where an item's entries are summed: at its group's place within the item's part; below 0 for nowhere. */
type Places = {
	entries: readonly Entry[][];
	partOf: Int32Array;
	placeOf: Int32Array;
	/** number of places in a part */
	width: number;
};

/** Sums of one issue by place, and a list of the places that have any. */
class Touched {
	sums: Float64Array;
	places: number[] = [];
	#is: Uint8Array;

	constructor(size: number) {
		this.sums = new Float64Array(size);
		this.#is = new Uint8Array(size);
	}

	add(place: number, amount: number) {
		if (!this.#is[place]) {
			this.#is[place] = 1;
			this.places.push(place);
		}
		this.sums[place]! += amount;
	}

	clear() {
		for (const place of this.places) this.sums[place] = this.#is[place] = 0;
		this.places = [];
	}
}

/**
 * Adds what the items of one issue say, less what the issue's own effect, fitted to all of them, explains.
 */
function addIssue(
	{ score, information, across, items: amounts }: PartSums,
	{ design, residual, precision }: Solved,
	items: readonly number[],
	issuePrecision: number,
	{ entries, partOf, placeOf, width }: Places,
	touched: { groups: Touched; columns: Touched }
) {
	const { count, starts, column, value } = design;
	const size = score.length;
	for (const item of items) {
		const weight = precision[item]!;
		const row = entries[item]!;
		const part = partOf[item]! * width;
		const [first, end] = [starts[item]!, starts[item + 1]!];
		for (let j = first; j < end; j++) touched.columns.add(column[j]!, weight * value[j]!);
		for (const { group: own, value: z } of row) {
			if (placeOf[own]! < 0) continue;
			const group = part + placeOf[own]!;
			amounts[group]! += z;
			score[group]! += weight * z * residual[item]!;
			touched.groups.add(group, weight * z);
			for (const other of row) {
				const place = placeOf[other.group]!;
				if (place >= 0) information[group * size + part + place]! += weight * z * other.value;
			}
			for (let j = first; j < end; j++)
				across[group * count + column[j]!]! += weight * z * value[j]!;
		}
	}
	const [groups, columns] = [touched.groups, touched.columns];
	for (const group of groups.places) {
		const share = groups.sums[group]! / issuePrecision;
		for (const other of groups.places)
			information[group * size + other]! -= share * groups.sums[other]!;
		for (const c of columns.places) across[group * count + c]! -= share * columns.sums[c]!;
	}
	groups.clear();
	columns.clear();
}
