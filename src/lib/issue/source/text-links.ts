import { anchor, escapeHtml } from './escape.ts';

const SCHEME = /https?:\/\/|mailto:|www\./i;

/**
 * The ways in which plain text says that words lead somewhere, tried at each place in turn:
 * `[[url][words]]` (org), `[words](url)` and `[words] (<url>)`, `(url)`, `<url>`, a bare address.
 */
const opening =
	/\[\[|\[|\(\s*(?:<\s*)?(?=https?:\/\/|mailto:)|<\s*(?=https?:\/\/|mailto:)|https?:\/\/|www\.(?=\w)/gi;

/** Words and address of a link have no more characters. */
const LONGEST_LINK = 4000;

/** What no language sets apart from the word before it. */
const CLOSES = /^ (?:[.,)](?!\p{L}|\.)|—\p{Ll})/u;

/** Whether the text is an address and nothing else. */
export function isBareUrl(text: string): boolean {
	return /^[<(]?\s*(?:https?:\/\/|www\.)[^\s<>]+\s*[>)]?$/i.test(text);
}

/** Writes one paragraph of plain text as HTML, its addresses as links around the words they belong to. */
export function linkText(text: string, references: Map<string, string>): string {
	if (!SCHEME.test(text) && !text.includes('[')) return escapeHtml(text);

	let out = '';
	let pending = 0;
	let at: RegExpExecArray | null;
	// where the next bracket closes: brackets that none closes need no look at what follows them
	let close = -1;
	opening.lastIndex = 0;

	while ((at = opening.exec(text))) {
		if (at[0][0] === '[') {
			if (close < at.index) close = indexOf(text, ']', at.index);
			if (close - at.index > 700) continue;
		}
		const sign = at[0];
		const link = readLink(text, at.index, sign, references);
		if (!link) continue;

		const before = text.slice(pending, at.index);
		const after = text.slice(link.end);
		// "… a study says [3].": the mark of a note in a sentence
		const isNote = sign === '[' && /^\s*[.!?…]/.test(after);
		const own = isNote ? lastWords(before, NOTED_WORDS) : labelBefore(before, after, pending === 0);
		const words = link.words ?? own;
		const kept =
			words && link.words === null
				? before.slice(0, before.trimEnd().length - words.length)
				: before;

		out += escapeHtml(kept.trimEnd() === kept ? kept : `${kept.trimEnd()} `);
		out += anchor(link.url, words || link.url);
		pending = link.end;
		// "words (https://…) ." as services write it
		if (
			link.words === null &&
			sign.startsWith('(') &&
			CLOSES.test(text.slice(pending, pending + 3))
		)
			pending++;
		opening.lastIndex = link.end;
	}

	return out + escapeHtml(text.slice(pending));
}

function indexOf(text: string, sign: string, from: number): number {
	const at = text.indexOf(sign, from);
	return at < 0 ? Infinity : at;
}

type Found = { url: string; words: string | null; end: number };

function readLink(
	text: string,
	from: number,
	sign: string,
	references: Map<string, string>
): Found | null {
	const rest = text.slice(from, from + LONGEST_LINK);

	if (sign === '[[') {
		const org = /^\[\[([^\]\s]+)\](?:\[((?:[^[\]\n]|\[[^[\]\n]*\]){1,300})\])?\]/.exec(rest);
		return org && { url: org[1]!, words: org[2] ?? org[1]!, end: from + org[0].length };
	}

	if (sign === '[') {
		const label = /^\[((?:[^[\]\n]|\[[^[\]\n]*\]){1,300})\]\s?/.exec(rest);
		if (!label) return null;
		const after = rest.slice(label[0].length);
		const angled = /^\(?\s*<\s*((?:https?:\/\/|mailto:)[^>\s]+)\s*>\s*\)?/i.exec(after);
		if (angled) {
			const closed = angled[0].startsWith('(') ? angled[0] : angled[0].replace(/\)$/, '');
			return { url: angled[1]!, words: label[1]!, end: from + label[0].length + closed.length };
		}
		if (/^\(\s*(?:https?:\/\/|mailto:)/i.test(after)) {
			const inside = bracketed(after);
			if (inside) return { ...inside, words: label[1]!, end: from + label[0].length + inside.end };
		}
		const name = /^\[([^\]\s]{1,40})\]/.exec(after);
		const named = name && references.get(name[1]!);
		if (named) {
			return { url: named, words: label[1]!, end: from + label[0].length + name[0].length };
		}
		const numbered = references.get(label[1]!);
		return numbered ? { url: numbered, words: null, end: from + label[0].trimEnd().length } : null;
	}

	if (sign.startsWith('(')) {
		const inside = bracketed(rest);
		return inside && { ...inside, words: null, end: from + inside.end };
	}

	if (sign.startsWith('<')) {
		const inside = /^<\s*([^>\s]+)\s*>/.exec(rest);
		return inside && { url: inside[1]!, words: null, end: from + inside[0].length };
	}

	const url = addressAt(rest);
	const full = /^www\./i.test(url) ? `https://${url}` : url;
	return { url: full, words: url, end: from + url.length };
}

/** `( https://example.org/a_(b) )`: the address up to the bracket that closes it. */
function bracketed(text: string): { url: string; end: number } | null {
	const start = /^\(\s*<?\s*/.exec(text)![0].length;
	const url = addressAt(text.slice(start)).replace(/>$/, '');
	const close = /^\s*(?:>\s*)?\)/.exec(text.slice(start + url.length));
	return close ? { url, end: start + url.length + close[0].length } : null;
}

/** The address that a text begins with, without the punctuation of the sentence around it. */
function addressAt(text: string): string {
	let depth = 0;
	let end = 0;
	for (; end < text.length; end++) {
		const sign = text[end]!;
		if (/[\s<>"]/.test(sign)) break;
		if (sign === '(') depth++;
		if (sign === ')' && --depth < 0) break;
	}
	return text.slice(0, end).replace(/(?<![.,;:!?'’»\]])[.,;:!?'’»\]]+$/, '');
}

const DAY = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\s?[-–—:|]\s+(?=\S)/;

/** So many words before an address lead there, and before the mark of a note. */
const LED_WORDS = 5;
const NOTED_WORDS = 2;

/** More words than a title has. */
const TITLE_WORDS = 14;

const AUTHOR = /^\s*(?:by|par|via|von|por|di|de|door|from)\s/i;

/**
 * The words that a bracketed address belongs to: the whole line up to it where the line is a title
 * (nothing follows, or a dash does), else the last few words before it.
 */
function labelBefore(before: string, after: string, fromStart: boolean): string {
	const words = before.trimEnd();
	const whole = words.trim();
	// "…, and a fence (https://…), but …": a sentence that goes on
	const goesOn =
		/^\s*(?:[,;] ?\p{Ll}|[.,;] )/u.test(after) && whole.split(/\s+/).length > TITLE_WORDS;
	const ends = /^\s*(?:$|[-–—:|,.;(]|\)|\n)/.test(after) && !goesOn;
	// "Two steps ahead. No step back." is as short as a title
	const oneClause =
		whole.length <= 200 &&
		(!/[.!?…]\s+\p{Lu}/u.test(whole) || (whole.length <= 40 && !after.trim()));

	// "The ministry is preparing a bill (https://…) that will oblige …": the sentence's last words lead there
	const inside = /^\s*\p{Ll}/u.test(after) && !AUTHOR.test(after) && whole.split(/\s+/).length > 3;
	const short = whole.length <= 60 && !/,/.test(whole) && !inside;
	// "12/07/2018 - A title": what leads there is the title
	if (fromStart && oneClause && whole && (ends || short)) return whole.replace(DAY, '');

	const tail = /(?<![^,;!?—–|•])[^,;!?—–|•]*$/.exec(words.slice(-120))![0].trim();
	// "… for the fair. Tell us here. (https://…)"
	const sentence = tail.split(/(?<=[.!?…])\s+(?=\p{Lu})/u).at(-1)!;
	return lastWords(sentence, LED_WORDS);
}

function lastWords(text: string, most: number): string {
	return text.trim().split(/\s+/).slice(-most).join(' ');
}
