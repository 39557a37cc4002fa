/** Where a page is to go: into an item of its issue (null: a new one), or what it is everywhere. */
export type Wish =
	{ place: number | null } | { say: { role: 'house' | 'footer' } | { same: number } };

/**
 * Reads the choice of a menu.
 *
 * @example readWish('item:12') // => { place: 12 }
 * @throws {RangeError} for what no menu offers
 */
export function readWish(chosen: string): Wish {
	const [what, id] = chosen.split(':');
	if (what === 'item' && Number(id) > 0) return { place: Number(id) };
	if (what === 'same' && Number(id) > 0) return { say: { same: Number(id) } };
	if (what === 'new') return { place: null };
	if (what === 'house' || what === 'footer') return { say: { role: what } };
	throw new RangeError(`${chosen} is on no menu`);
}
