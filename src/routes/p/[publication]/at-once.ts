/** So many names stand side by side; a hundred would push what they belong to off the screen. */
const MOST = 12;

/** Of many names, the first and those that are chosen; and the rest, which stand apart. */
export function atOnce<One extends { id: number }>(
	all: readonly One[],
	chosen: readonly number[]
): { shown: One[]; rest: One[] } {
	// one alone takes no more room than what would lead to it
	const isShown = ({ id }: One, place: number) =>
		all.length <= MOST + 1 || place < MOST || chosen.includes(id);
	return { shown: all.filter(isShown), rest: all.filter((one, place) => !isShown(one, place)) };
}
