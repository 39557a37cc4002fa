import { itemRole } from './roles.ts';
import { headingKey } from './lines/words.ts';
import { marksSponsor } from './lines/sponsor-words.ts';
import { anyOf } from './words/languages.ts';
import type { Piece } from './cut.ts';
import { itemsIn, type Item, type Section } from './source/document.ts';

/** A word or two before what a title tells: "SEO : Google change ses règles". */
const PREFIX = /^[^\p{L}]*(\p{L}[\p{L}\p{N}’'&/ -]{0,24}?)\s?:\s+(?=\S)/u;

/** Words for what a story is about as well as for who paid for it. */
const TRADE = new RegExp(`^(?:${anyOf('trade')})$`, 'iu');

/** Most of a letter's titles begin so where that is how it sorts its stories. */
const MOST = 0.6;

/** Fewer other words than this before titles are no system. */
const FEWEST = 2;

/**
 * Takes back the role of a sponsor from stories that are about advertising: where most titles of a letter
 * begin with a word for what they are about, "Publicité : …" is one of these rubrics and nobody's label.
 * What else marks a story as paid for still does.
 *
 * @param pieces what the items of all sections were read from, in their order
 */
export function withRubrics(sections: readonly Section[], pieces: readonly Piece[]): Section[] {
	const items = itemsIn({ sections });
	const rubrics = items.map(({ title }) => PREFIX.exec(title)?.[1]?.trim() ?? null);
	const others = rubrics.flatMap((word) => (word && !marksSponsor(word) ? headingKey(word) : []));
	const prefixed = rubrics.filter((word) => word !== null).length;
	if (new Set(others).size < FEWEST || prefixed < items.length * MOST) return [...sections];

	let i = 0;
	return sections.map((section) => ({
		...section,
		items: section.items.map((item) => {
			const [word, piece] = [rubrics[i], pieces[i++]];
			return word && piece && TRADE.test(word) ? unpaid(item, piece, section.title) : item;
		})
	}));
}

/** A story as it reads without the word before its title. */
function unpaid(item: Item, { lines }: Piece, heading: string | null): Item {
	const bare = lines.map((line) => ({ ...line, text: line.text.replace(PREFIX, '') }));
	const role = itemRole(heading, item.title.replace(PREFIX, ''), bare);
	if (role === item.role) return item;
	const links = item.links.map((link) =>
		'role' in link && link.role === item.role ? { ...link, role } : link
	);
	return { ...item, role, links };
}
