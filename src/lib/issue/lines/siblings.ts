import type { Line } from './line.ts';

/**
 * Whether two lines above and more begin stories as this one does: entries of a list, titles, paragraphs
 * with bold first words. Its words alone do not make such a line something else.
 */
export function hasSiblings(lines: readonly Line[], at: number): boolean {
	const kind = kindOf(lines[at]!);
	if (kind === null) return false;
	let alike = 0;
	for (let i = 0; i < at && alike < 2; i++) if (kindOf(lines[i]!) === kind) alike++;
	return alike === 2;
}

function kindOf({ level, bullet, depth, lead, links, shape, size }: Line): string | null {
	const isLinked = links.some(({ image }) => !image);
	if (bullet) return isLinked ? `entry ${depth} ${shape}` : null;
	if (level > 0) return `title ${level} ${size} ${shape} ${isLinked}`;
	return lead >= 3 && isLinked ? `paragraph ${shape}` : null;
}
