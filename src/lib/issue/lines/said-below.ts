import { countWords } from './line.ts';
import { isMeta, saysOfStory } from './meta-line.ts';
import type { Signed } from './signs.ts';

/** Titles are told by so many lines below them that say how long each takes, or who proposed it. */
const SAID = 3;

/**
 * "10 minutes • proposed by Ana" right below line after line: these are titles, though nothing in their look
 * says so, as in plain text.
 */
export function withSaid(signed: readonly Signed[]): Signed[] {
	const said = signed.flatMap(({ line }, i) =>
		i > 0 && saysOfStory(line.text) && isTitleLike(signed[i - 1]!) ? [i] : []
	);
	if (said.length < SAID) return [...signed];
	const below = new Set(said);
	return signed.map((one, i) => {
		if (below.has(i)) return { ...one, sign: null };
		if (!below.has(i + 1) || one.sign === 'heading') return one;
		return { ...one, sign: one.line.links.length ? 'linked' : 'heading' };
	});
}

function isTitleLike({ line }: Signed): boolean {
	return (
		!line.bullet && /\p{L}/u.test(line.text) && countWords(line.text) <= 25 && !isMeta(line.text)
	);
}
