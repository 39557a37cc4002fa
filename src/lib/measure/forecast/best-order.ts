/**
 * The order of items that gets the most clickers: the most attractive item at the position that is worth most,
 * and so on (rearrangement inequality: Hardy, Littlewood & Pólya, Inequalities, section 10.2; an item gets the
 * product of its appeal and its position's worth).
 *
 * @param moves whether an item may leave its position
 * @returns for each position the index of the item that stands there
 * @example bestOrder([1, 3, 2], [0.9, 0.5, 0.7], [true, true, true]) // => [1, 0, 2]
 */
export function bestOrder(
	appeal: readonly number[],
	worth: readonly number[],
	moves: readonly boolean[]
): number[] {
	const order = [...appeal.keys()];
	const free = order.filter((index) => moves[index]);
	const indexes = free.toSorted((a, b) => worth[b]! - worth[a]! || a - b);
	const items = free.toSorted((a, b) => appeal[b]! - appeal[a]! || a - b);
	indexes.forEach((index, i) => (order[index] = items[i]!));
	return order;
}
