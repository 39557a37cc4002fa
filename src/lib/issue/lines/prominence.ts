import type { Line } from './line.ts';

/** How much a line stands out as a title. */
export function prominence(line: Line): number {
	return line.size * 10 + (line.bold ? 5 : 0) + (line.level ? 20 - line.level : 0);
}
