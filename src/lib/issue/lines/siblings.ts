import { countWords, type Line } from './line.ts';

/**
 * Whether two lines above and more begin stories as each of these does: entries of a list, titles,
 * paragraphs that begin with bold words or with a link. Its words alone do not make such a line something else.
 */
export function withSiblings(lines: readonly Line[]): boolean[] {
	const above = new Map<string, number>();
	return lines.map((line) => {
		const kind = kindOf(line);
		if (kind === null) return false;
		const alike = above.get(kind) ?? 0;
		above.set(kind, alike + 1);
		return alike >= 2;
	});
}

/** The words by which a line begins a story: its title, its bold words, its link; else all of it. */
export function firstWords({ text, level, lead, links }: Line): string {
	if (level > 0) return text;
	return lead ? text.slice(0, lead) : (leadingLink(text, links)?.text ?? text);
}

function kindOf({ text, level, bullet, depth, lead, links, shape, size }: Line): string | null {
	const isLinked = links.some(({ image }) => !image);
	if (bullet) return isLinked ? `entry ${depth} ${shape}` : null;
	if (level > 0) return `title ${level} ${size} ${shape} ${isLinked}`;
	if (lead >= 3 && isLinked) return `paragraph ${shape}`;
	return leadingLink(text, links) ? `linked ${shape}` : null;
}

/** The link of two words and more that a line begins with. */
function leadingLink(text: string, links: Line['links']): Line['links'][number] | undefined {
	const [link] = links;
	if (!link || link.image || countWords(link.text) < 2) return undefined;
	return /\p{L}/u.test(text.slice(0, link.start)) ? undefined : link;
}
