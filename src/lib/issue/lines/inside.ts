import { append } from '../long-lists.ts';
import { countWords, linkedShare, type Line, type LineLink } from './line.ts';

/** More words than this are no link to a place in the letter, but a title that leads to itself. */
const JUMP_WORDS = 6;

/** Lines that tell something, those that are nothing but jumps, and all links that were taken out of either. */
type Parted = { kept: Line[]; jumps: Line[]; nowhere: LineLink[] };

/**
 * Lines without what leads to no page: to a place in the letter itself ("↑ Top"), to a telephone. Lines
 * that are nothing but such a jump are furniture.
 */
export function withoutJumps(lines: readonly Line[]): Parted {
	const parted: Parted = { kept: [], jumps: [], nowhere: [] };
	for (const line of lines) {
		const jump = isJump(line);
		append(
			parted.nowhere,
			line.links.filter(({ url }) => leadsNowhere(url))
		);
		line.links = line.links.filter(({ url }) => !leadsNowhere(url));
		(jump ? parted.jumps : parted.kept).push(line);
	}
	return parted;
}

function leadsNowhere(url: string): boolean {
	// `#` alone stands where somebody took a link out
	return /^(?:#.|tel:|sms:)/i.test(url);
}

/** Entries of a list are told by what stands over it. */
function isJump(line: Line): boolean {
	const inside = line.links.length > 0 && line.links.every(({ url }) => /^#./.test(url));
	const brief = countWords(line.text) <= JUMP_WORDS && linkedShare(line) >= 0.8;
	return inside && brief && !line.level && !line.bullet && !line.image;
}
