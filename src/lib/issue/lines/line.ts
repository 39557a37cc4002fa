import { unwrap } from '#lib/url/unwrap.ts';
import { remembered } from './remembered.ts';

/** A link as it stands in a line; `start` and `end` are places in the line's text. */
export type LineLink = {
	url: string;
	/** where it leads: known from the mail's plain-text part, else null until `targetOf` is asked */
	target: string | null;
	text: string;
	start: number;
	end: number;
	/** its markup says that it leads to who wrote this */
	author: boolean;
	/** there is nothing but an image under the link */
	image: boolean;
};

/**
 * One line or paragraph as a reader sees it, with how it looks: what every format is turned into,
 * and all that the steps after this one know of a document.
 */
export type Line = {
	text: string;
	links: LineLink[];
	/** 1 to 6 for what is marked up as a heading, else 0 */
	level: number;
	/** font size of most of it, in px */
	size: number;
	/** all of it, or nearly, is bold */
	bold: boolean;
	/** length of the bold words that it begins with, when others follow; else 0 */
	lead: number;
	italic: boolean;
	/** shown in capitals by its style or its letters */
	caps: boolean;
	/** on a background of its own */
	tinted: boolean;
	/** alone and centred */
	centred: boolean;
	/** nesting of lists, 0 outside */
	depth: number;
	/** the first line of a list item */
	bullet: boolean;
	quote: boolean;
	/** a rule or a row of signs stands above it */
	ruled: boolean;
	/** the alternative text of its images, where there is no text; null without an image */
	image: string | null;
	/** the containers around it, outermost first: what shares more of them belongs together */
	path: number[];
	/** the innermost tags and classes: blocks of one kind share it */
	shape: string;
	region: 'body' | 'nav' | 'footer';
};

/** Where a link leads, behind what a service puts around it to count clicks. */
export function targetOf(link: LineLink): string {
	link.target ??= unwrap(link.url).target;
	return link.target;
}

/** How many containers two lines share. */
export function sharedContainers(a: Line, b: Line): number {
	let depth = 0;
	while (depth < a.path.length && a.path[depth] === b.path[depth]) depth++;
	return depth;
}

/** Whether a line stands in one box with another, and a third line outside of that box. */
export function isBoxedWith(line: Line, one: Line, outside: Line): boolean {
	return sharedContainers(line, one) > sharedContainers(line, outside);
}

/** How much of a line's text is under links, 0..1. */
export function linkedShare(line: Line): number {
	const length = line.text.length;
	if (!length) return line.links.length ? 1 : 0;
	let covered = 0;
	for (const link of line.links) covered += link.end - link.start;
	return Math.min(1, covered / length);
}

/** More of a line than this changes no decision about it, and would only be counted. */
const TELLING = 3000;

/** How many words a text has, as a person would count them. */
export const countWords: (text: string) => number = remembered(
	(text) => text.slice(0, TELLING).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0
);

/** How many words these lines have together. */
export function wordCount(lines: readonly Line[]): number {
	return lines.reduce((n, { text }) => n + countWords(text), 0);
}
