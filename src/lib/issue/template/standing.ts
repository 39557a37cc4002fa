import { pageKey } from '../roles.ts';
import { lineKey } from './line-key.ts';
import type { Item, Section } from '../source/document.ts';
import type { Hints } from './hints.ts';

// What is printed in issue after issue, with the same words and the same links: "Send us your stories", "All jobs".

/**
 * An item as it is compared from issue to issue: a short code of its words and of the pages it leads to.
 *
 * @returns null for one that leads nowhere
 */
export function itemKey({ title, text, links }: Pick<Item, 'title' | 'text' | 'links'>) {
	const pages = links.map(({ target }) => pageKey(target) ?? target);
	// addresses are no words of a line: as words they are told apart like these
	const led = [...new Set(pages)].sort().join(' ').replaceAll('://', ' ');
	return led ? lineKey({ text: `${led.slice(0, 200)} ${title} ${text}`, image: null }) : null;
}

/** An item stands in so many issues that say the same, and in this share of them where they are few. */
const STANDS_IN = { least: 4, most: 8, share: 0.4 };

/** Codes of items that stand in so many of the issues that they are of the newsletter, and no story. */
export function standingIn(
	documents: readonly { edition: string; items: readonly string[] }[]
): ReadonlySet<string> {
	const seen = new Map<string, Set<string>>();
	for (const { edition, items } of documents)
		for (const key of items) {
			const known = seen.get(key);
			if (known) known.add(edition);
			else seen.set(key, new Set([edition]));
		}
	const { size } = new Set(documents.map(({ edition }) => edition));
	const enough = Math.min(STANDS_IN.most, Math.max(STANDS_IN.least, size * STANDS_IN.share));
	return new Set([...seen].filter(([, editions]) => editions.size >= enough).map(([key]) => key));
}

/** Sections in which what stands in most issues is the newsletter's own: no story among the others. */
export function withStanding(sections: Section[], hints: Hints | null): Section[] {
	if (!hints?.size) return sections;
	const role = (item: Item): Item['role'] => {
		const key = item.role === 'editorial' ? itemKey(item) : null;
		return key !== null && hints.has(`standing ${key}`) ? 'house' : item.role;
	};
	return sections.map((section) => ({
		...section,
		items: section.items.map((item) => ({ ...item, role: role(item) }))
	}));
}
