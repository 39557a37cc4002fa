/** Fewer people than this are not told of as a group: they could be known by name. */
export const FEWEST_PEOPLE = 5;

/**
 * Which of the counts of groups of people are not told: those of few, and as many of the smallest others
 * as it takes so that no total gives a lone one away. Who is hidden are two groups or more, of as many
 * people together as are told of; where all of them are fewer, all are hidden.
 *
 * @example smallCells([40, 3, 12]) // => [false, true, true]
 */
export function smallCells(counts: readonly number[]): boolean[] {
	const hidden = counts.map((n) => n > 0 && n < FEWEST_PEOPLE);
	if (!hidden.includes(true)) return hidden;
	const others = [...counts.keys()]
		.filter((i) => !hidden[i] && counts[i]! > 0)
		.sort((a, b) => counts[a]! - counts[b]!);
	const gone = () => counts.filter((_, i) => hidden[i]);
	const isAlone = () => gone().length < 2 || gone().reduce((a, b) => a + b, 0) < FEWEST_PEOPLE;
	while (others.length > 0 && isAlone()) hidden[others.shift()!] = true;
	return hidden;
}
