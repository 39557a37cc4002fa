import { kept, pure, rooms, wings } from '../rooms.ts';
import { tableOf } from './table.ts';

const short = (path: string) => path.replace(/^src\/lib\//, '').replace(/^src\//, '');
const code = (paths: readonly string[]) => paths.map((path) => `\`${short(path)}\``).join(' ');

/** Which room may import which. */
export function roomTable(): string {
	return tableOf(
		['Room', 'May import, besides itself'],
		Object.entries(rooms).map(([room, allowed]) => [
			`\`${short(room)}\`${pure.includes(room) ? ' (pure)' : ''}`,
			allowed.length ? code(allowed) : 'nothing of ours'
		])
	);
}

/** The wings of large rooms, the lowest first. */
export function wingTable(): string {
	return tableOf(
		['Room', 'Wings, from the lowest up'],
		Object.entries(wings).map(([room, order]) => [`\`${short(room)}\``, code(order)])
	);
}

/** Packages that one room alone may import. */
export function packageTable(): string {
	return tableOf(
		['Package', 'Imported only by'],
		Object.entries(kept).map(([name, allowed]) => [
			`\`${name}\``,
			allowed.length ? code(allowed) : 'nobody'
		])
	);
}
