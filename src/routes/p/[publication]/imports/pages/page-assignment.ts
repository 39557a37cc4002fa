import { Trouble } from '#lib/trouble.ts';
import { isId } from '../../../../form.ts';

/** Where a page is to go: into an item of its issue (null: a new one), or what it is everywhere. */
export type PageAssignment =
	| { place: number | null }
	| { everywhere: { role: 'house' | 'footer' } | { same: number } };

/**
 * Reads the choice of a menu.
 *
 * @example readAssignment('item:12') // => { place: 12 }
 * @throws {Trouble} badChoice for what no menu offers
 */
export function readAssignment(chosen: string): PageAssignment {
	const [what, id = ''] = chosen.split(':');
	if (what === 'item' && isId(id)) return { place: Number(id) };
	if (what === 'same' && isId(id)) return { everywhere: { same: Number(id) } };
	if (what === 'new') return { place: null };
	if (what === 'house' || what === 'footer') return { everywhere: { role: what } };
	const known = 'item, new, house, footer, same';
	throw new Trouble('badChoice', { given: chosen.slice(0, 40), known });
}
