import { countWords, linkedShare, type Line } from './line.ts';

/** More words than this are no link to a place in the letter, but a title that leads to itself. */
const JUMP_WORDS = 6;

/**
 * Lines without what leads nowhere: a place in the letter itself ("↑ Top"), a telephone. Lines that are
 * nothing but such a jump are furniture.
 */
export function withoutJumps(lines: readonly Line[]): { kept: Line[]; jumps: Line[] } {
	const kept: Line[] = [];
	const jumps: Line[] = [];
	for (const line of lines) {
		const links = line.links.filter(({ url }) => !leadsNowhere(url));
		if (links.length === line.links.length) kept.push(line);
		else if (isJump(line)) jumps.push({ ...line, links: [] });
		else {
			line.links = links;
			kept.push(line);
		}
	}
	return { kept, jumps };
}

function leadsNowhere(url: string): boolean {
	// `#` alone stands where somebody took a link out
	return /^(?:#.|tel:|sms:)/i.test(url);
}

function isJump(line: Line): boolean {
	const inside = line.links.every(({ url }) => url.startsWith('#'));
	const brief = countWords(line.text) <= JUMP_WORDS && linkedShare(line) >= 0.8;
	return inside && brief && !line.level && !line.image;
}
