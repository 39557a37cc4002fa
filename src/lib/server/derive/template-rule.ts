import type { LinkRole } from '#lib/item-roles.ts';
import { sectionKey } from './section-key.ts';

/** What a rule is about; words are compared without case, accents, emoji and punctuation. */
export type Where =
	/** all that stands under this heading */
	| { heading: string }
	/** all that stands under a heading that looks so */
	| { over: string }
	/** items whose title looks so: the same level, size, weight and place */
	| { look: string }
	/** items with this title, whatever its numbers */
	| { title: string }
	/** items whose title or text begins with these words */
	| { words: string }
	/** a page, or all pages below a path or of a domain: `example.com/shop` */
	| { link: string };

type Under<Key extends string> = Extract<Where, Record<Key, string>>;
type ByItem = Exclude<Where, { heading: string } | { over: string }>;

type Said = {
	/** the heading, title or words as they were typed where the rule was thought of: for people alone */
	said?: string;
};

/** What is so in every issue of a publication: a correction that was made a rule. */
export type TemplateRule = Said &
	/** an item with this title, or that looks so, is a heading */
	(
		| { kind: 'heading'; where: Under<'title'> | Under<'look'> }
		/** a heading goes by another name; null: what is under it stands under none */
		| { kind: 'section'; where: Under<'heading'>; to: string | null }
		| { kind: 'move'; where: ByItem; to: string | null }
		/** headings that look so are none: what is under them stands under none */
		| { kind: 'move'; where: Under<'over'>; to: null }
		/** such a heading is the title of one item, to which all belongs that stands under it */
		| { kind: 'story'; where: Under<'heading'> | Under<'over'> }
		/** an item is part of the one above it */
		| { kind: 'merge'; where: Under<'title'> | Under<'words'> | Under<'look'> }
		/** each page that such an item leads to is an item of its own, called as its link is */
		| { kind: 'split'; where: Under<'title'> | Under<'words'> | Under<'look'> | Under<'heading'> }
		/** links are of no item */
		| { kind: 'links'; where: Under<'link'>; role: 'house' | 'footer' }
		/** `footer`: it is no item at all */
		| { kind: 'role'; where: Where; role: LinkRole }
	);

/** In this order they are applied: headings before what stands under them, places before roles. */
export const ruleKinds = [
	'heading',
	'story',
	'section',
	'move',
	'merge',
	'split',
	'links',
	'role'
] as const;

// of several that speak of one item the most particular is applied last, and holds
const particular = ['over', 'look', 'heading', 'link', 'words', 'title'] as const;

/** A title as rules compare it: "Offer no. 12" and "Offer no. 13" are one. */
export function ruleTitleKey(title: string): string {
	return sectionKey(title).replace(/\d+/g, '0');
}

type Texts = { title: string; text: string };

// previews ask for the same items again and again
const beginnings = new WeakMap<object, Texts & { starts: string[] }>();

/** How an item begins, its text and its title: a text that repeats the title begins after it. */
export function beginningsOf(item: Texts): string[] {
	const { title, text } = item;
	const known = beginnings.get(item);
	if (known?.title === title && known.text === text) return known.starts;

	const name = sectionKey(title.slice(0, 200));
	const words = sectionKey(text.slice(0, 400));
	const phrases = [words.startsWith(`${name} `) ? words.slice(name.length + 1) : words, name];
	beginnings.set(item, { title, text, starts: phrases });
	return phrases;
}

/** The place that a page's key stands for, as a person writes it: without scheme and last slash. */
export function writtenPlace(key: string): string {
	return key.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** Whether a page is this place or below it. */
export function isBelow(key: string, place: string): boolean {
	const own = writtenPlace(key);
	return own === place || (own.startsWith(place) && /^[/?#]/.test(own.slice(place.length)));
}

/** Rules in the order in which they are applied, which does not depend on when they were made. */
export function inRuleOrder(rules: readonly TemplateRule[]): TemplateRule[] {
	const rank = (rule: TemplateRule) => {
		const [by, value] = Object.entries(rule.where)[0]! as [(typeof particular)[number], string];
		return { kind: ruleKinds.indexOf(rule.kind), by: particular.indexOf(by), length: value.length };
	};
	return rules
		.map((rule) => ({ rule, ...rank(rule), text: JSON.stringify(rule) }))
		.sort(
			(a, b) => a.kind - b.kind || a.by - b.by || a.length - b.length || (a.text < b.text ? -1 : 1)
		)
		.map(({ rule }) => rule);
}

/** Whether two rules speak of the same thing in the same regard: only one of them can hold. */
export function sameMatter(a: TemplateRule, b: TemplateRule): boolean {
	return a.kind === b.kind && JSON.stringify(a.where) === JSON.stringify(b.where);
}

/**
 * The rules that a new one takes the place of: what was said of the same thing before, and a renaming
 * that would lead its new name back to the old one.
 */
export function replacedBy<Rule extends { rule: TemplateRule }>(
	rules: readonly Rule[],
	fresh: TemplateRule
): Rule[] {
	const replaced = rules.filter(({ rule }) => sameMatter(rule, fresh));
	if (fresh.kind !== 'section') return replaced;

	const from = fresh.where.heading;
	const met = new Set<string>();
	for (let name = keyOf(fresh.to); name && name !== from && !met.has(name);) {
		met.add(name);
		const next = rules.find(({ rule }) => rule.kind === 'section' && rule.where.heading === name);
		const to = next && next.rule.kind === 'section' ? keyOf(next.rule.to) : null;
		if (to === from) replaced.push(next!);
		name = to;
	}
	return replaced;
}

function keyOf(title: string | null): string | null {
	return title === null ? null : sectionKey(title);
}
