import { plainLook, type Look } from './look.ts';
import type { Line, LineLink } from './line.ts';
import type { Attributes } from '../source/markup.ts';

/** A line while it is being read. */
export type LineDraft = {
	text: string;
	links: LineLink[];
	/** the link that is open, if any */
	opened: LineLink | null;
	/** how many images stood before the open link */
	imagesBefore: number;
	alts: string[];
	images: number;
	sizes: Map<number, number>;
	bold: number;
	lead: number;
	leading: boolean;
	italic: number;
	tinted: number;
	letters: number;
	caps: number;
	look: Look | null;
};

/** A line of which nothing has been read. */
export function blank(): LineDraft {
	return {
		text: '',
		links: [],
		opened: null,
		imagesBefore: 0,
		alts: [],
		images: 0,
		sizes: new Map(),
		bold: 0,
		lead: 0,
		leading: true,
		italic: 0,
		tinted: 0,
		letters: 0,
		caps: 0,
		look: null
	};
}

/** Adds words, and counts how many of them look how. */
export function appendWords(draft: LineDraft, words: string, look: Look): void {
	// MJML and its like set 0 on containers; words that are really that small are for machines
	if (look.size < 4) return;
	const text = !draft.text || draft.text.endsWith(' ') ? words.replace(/^ /, '') : words;
	if (!text) return;

	draft.text += text;
	const letters = text.trim().length;
	if (!letters) return;

	draft.look ??= look;
	// an emoji beside bold words is no part of how they look
	if (!/[\p{L}\p{N}]/u.test(text)) return;
	draft.letters += letters;
	draft.sizes.set(look.size, (draft.sizes.get(look.size) ?? 0) + letters);
	if (look.bold) draft.bold += letters;
	else if (draft.leading && /[\p{L}\p{N}]/u.test(text)) draft.leading = false;
	if (look.bold && draft.leading) draft.lead = endOf(draft.text);
	if (look.italic) draft.italic += letters;
	if (look.caps) draft.caps += letters;
	if (look.level && !draft.look.level) draft.look = { ...draft.look, level: look.level };
	if (look.tinted) draft.tinted += letters;
}

/** The length of a text without its last blank: there is one at most, so the text need not be copied. */
function endOf(text: string): number {
	return text.endsWith(' ') ? text.length - 1 : text.length;
}

/** Adds an image, of which only its words are kept. */
export function image(draft: LineDraft, attributes: Attributes, look: Look): void {
	draft.images++;
	draft.look ??= look;
	const alt = attributes.alt?.replace(/\s+/g, ' ').trim();
	if (alt) draft.alts.push(alt);
}

/** Begins a link at the end of what has been read. */
export function startLink(
	draft: LineDraft,
	link: Pick<LineLink, 'url' | 'target' | 'author'>
): void {
	const at = draft.text.length;
	draft.opened = { ...link, text: '', start: at, end: at, image: false };
	draft.imagesBefore = draft.images;
	draft.links.push(draft.opened);
}

/** Ends the link that is open, if any. */
export function endLink(draft: LineDraft): void {
	const link = draft.opened;
	if (!link) return;

	link.end = endOf(draft.text);
	link.text = draft.text.slice(link.start, link.end).trim();
	link.image = !link.text && draft.images > draft.imagesBefore;
	if (link.image) link.text = draft.alts.at(-1) ?? '';
	if (link.end < link.start) link.end = link.start;
	draft.opened = null;
}

/** So much of a line tells whether it is in capitals. */
const TELLING = 200;

/** Whether nine in ten letters are capitals, of four or more. */
function isUpper(text: string): boolean {
	const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
	// most lines have few, and all letters need not be counted
	return upper >= 4 && upper / text.match(/\p{L}/gu)!.length > 0.9;
}

/** The line as it has been read, or null if there is nothing in it; its place is for others to fill in. */
export function finish(draft: LineDraft): Line | null {
	if (draft.opened) endLink(draft);

	const text = draft.text.trim();
	const links = draft.links.filter((link) => link.text || link.image);
	if (!text && !draft.images && !links.length) return null;
	const look = draft.look ?? plainLook;
	const size = [...draft.sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? look.size;
	const bold = draft.letters > 0 && draft.bold / draft.letters >= 0.9;

	return {
		text,
		links,
		level: look.level,
		size: Math.round(size),
		bold,
		lead: !bold && draft.lead < text.length ? draft.lead : 0,
		italic: draft.letters > 0 && draft.italic / draft.letters >= 0.9,
		caps:
			(draft.letters > 0 && draft.caps / draft.letters >= 0.9) || isUpper(text.slice(0, TELLING)),
		tinted: draft.letters > 0 && draft.tinted / draft.letters >= 0.5,
		centred: look.centred,
		depth: look.depth,
		bullet: false,
		quote: look.quote,
		ruled: false,
		image: text ? null : draft.alts.join(' ') || '',
		path: [],
		shape: look.shape,
		region: look.region
	};
}
