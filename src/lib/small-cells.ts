/** Fewer people than this are not told of as a group: they could be known by name. */
export const FEWEST_PEOPLE = 5;

/** Whether so many people are few: nobody is not. */
export const isFew = (n: number) => n > 0 && n < FEWEST_PEOPLE;

/** Whether a count of what some of a group did would tell of few: of the group, of them, or of the others. */
export function isFewOf(n: number, of: number): boolean {
	return isFew(of) || isFew(n) || isFew(of - n);
}

/**
 * Which of the counts of groups of people are not told: those of few, and as many of the smallest others
 * as it takes so that no total gives a lone one away. Who is hidden are two groups or more, of as many
 * people together as are told of; where all of them are fewer, all are hidden.
 *
 * @param hides which are not told by themselves, where that is not by the count alone
 * @example smallCells([40, 3, 12]) // => [false, true, true]
 */
export function smallCells(counts: readonly number[], hides = counts.map(isFew)): boolean[] {
	const hidden = [...hides];
	// of whom nobody is, no total says anything
	if (!hidden.some((isHidden, i) => isHidden && counts[i]! > 0)) return hidden;
	const others = [...counts.keys()]
		.filter((i) => !hidden[i] && counts[i]! > 0)
		.sort((a, b) => counts[a]! - counts[b]!);
	const gone = () => counts.filter((n, i) => hidden[i] && n > 0);
	const isAlone = () => gone().length < 2 || gone().reduce((a, b) => a + b, 0) < FEWEST_PEOPLE;
	while (others.length > 0 && isAlone()) hidden[others.shift()!] = true;
	return hidden;
}

/** Places of counts that add up: to another of them, or to a total that is told elsewhere (null). */
export type CellSum = { parts: readonly number[]; total: number | null };

/**
 * The same of counts that add up in several ways, as months of channels do: hiding one for the sake of
 * one sum may call for another in a second. What a total has beyond its parts is a group as well, which
 * is in no list and could be had by difference.
 */
export function smallCellsIn(
	counts: readonly number[],
	hides: readonly boolean[],
	sums: readonly CellSum[]
): boolean[] {
	const hidden = [...hides];
	const hiddenBy = ({ parts, total }: CellSum): number[] => {
		const cells = total === null ? parts : [...parts, total];
		const sum = parts.reduce((all, place) => all + counts[place]!, 0);
		const rest = total === null ? 0 : Math.max(0, counts[total]! - sum);
		const isRestHidden = isFew(rest) || cells.some((place) => hidden[place] && counts[place]! > 0);
		const small = smallCells(
			[...cells.map((place) => counts[place]!), rest],
			[...cells.map((place) => hidden[place]!), isRestHidden]
		);
		return cells.filter((place, i) => small[i] && !hidden[place]);
	};
	for (let more = true; more;) {
		const small = sums.flatMap(hiddenBy);
		for (const place of small) hidden[place] = true;
		more = small.length > 0;
	}
	return hidden;
}
