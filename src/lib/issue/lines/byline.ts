import { anyOf } from '../words/languages.ts';
import type { Line } from './line.ts';

// A name that is wrong is worse than none: whatever might be a source, a place or a quotation is none.

/** Words that a name may hold and that begin small. */
const PARTICLE =
	/^(?:de|del|della|des|di|da|dos|du|d|la|le|van|von|der|den|ter|bin|ben|al|el|y|e)$/;

/** Words of what publishes, and not of who writes. */
const NO_PERSON =
	/\b(?:the|our|your|this|team|staff|editors?|editorial|newsroom|desk|newsletter|news|times|post|review|journal|magazine|blog|guardian|verge|wired|university|universit[eé]|institute?|institut|labs?|inc|ltd|llc|gmbh|sarl|agency|agence|agencies|press|presse|media|m[eé]dias?|radio|tv|studio|world|today|daily|weekly|report|gazette|herald|tribune|company|group|groupe|foundation|fondation|association|r[eé]daction|[eé]quipe|notre|nos|votre|cette|community|readers?|lecteurs?|anonymous|anonyme|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|january|february|march|april|june|july|august|september|october|november|december|janvier|f[eé]vrier|mars|avril|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre|new|north|south|east|west|san|saint|city|street|default)\b/iu;

/** A name is no longer than this. */
const NAME = 48;
const NAMES = 4;

/** One person's name, as it is written; null for what might be anything else. */
function nameIn(text: string, single: boolean): string | null {
	const name = text.replace(/\s+/g, ' ').trim();
	if (name.length > NAME || NO_PERSON.test(name) || /[\d@:;!?&/()[\]«»“”"]/u.test(name))
		return null;

	const words = name.split(' ');
	const own = words.filter((word) => !PARTICLE.test(word));
	if (words.length > 5 || own.length < (single ? 1 : 2) || PARTICLE.test(words.at(-1)!))
		return null;
	const written = own.every(
		(word) =>
			/^(?:\p{Lu}\.?-?)+$|^(?:[dDlL]['’])?\p{Lu}[\p{L}\p{M}'’-]*$/u.test(word) && word !== 'AI'
	);
	// one word in capitals is an organisation, a product, an acronym
	const shouted = own.length === 1 && own[0]!.length > 1 && own[0] === own[0]!.toUpperCase();
	return written && !shouted ? name : null;
}

/**
 * The names that a text consists of, each as it is written; empty where any part of it is none.
 *
 * @param single whether a first name alone will do: where nothing but a name is to be expected
 * @example namesIn('Ana Mar and Léo Le Roux') // => ['Ana Mar', 'Léo Le Roux']
 */
export function namesIn(text: string, single = false): string[] {
	const parts = text
		.replace(/\s+/g, ' ')
		.replace(/(?<![.\s])[.\s]+$/, '')
		.split(/\s?,\s?(?:and |et )?|\s(?:and|et|&)\s/i)
		.filter(Boolean);
	if (parts.length === 0 || parts.length > NAMES) return [];
	const names = parts.map((part) => nameIn(part, single));
	return names.some((name) => name === null) ? [] : [...new Set(names as string[])];
}

const WORDS = new RegExp(`^(?:${anyOf('bylines')})\\s+(?=\\p{Lu}|[dDlL]['’]\\p{Lu})`, 'iu');
const READING = new RegExp(
	`^(?:≈\\s*)?\\d{1,3}\\s*[- ]?(?:min(?:ute)?s?(?:\\.|\\b)(?:\\s*(?:${anyOf('reading')}))?)$`,
	'i'
);
const DATED = /\b(?:19|20)\d\d\b|^\d{1,2}[/.\s-]/;
const PARTS = /\s?[·•|]\s?|\s[–—-]\s/u;
const BY_CLASS = /(?:^|[.\s_-])(?:byline|author(?:-?name)?|auteur)(?:$|[.\s_-])/i;

/** Who wrote, by a line that says that and nothing else, perhaps with a date or how long it takes. */
function whoseLine(line: Line): string[] {
	const { text, quote } = line;
	if (quote || !text || text.length > 120) return [];

	const named = line.links.filter(({ author }) => author).map((link) => link.text);
	if (named.length) return namesIn(named.join(', '), true);

	const parts = text.split(PARTS).filter(Boolean);
	const rest = parts.filter((part) => !READING.test(part) && !DATED.test(part));
	const words = WORDS.exec(parts[0] ?? '');
	if (words && rest.length <= 1)
		// "By Ana Mar, 12 March 2025"
		return namesIn(
			parts[0]!.slice(words[0].length).replace(/,[^,]*\b(?:19|20)\d\d\b[^]*/, ''),
			true
		);

	const marked = BY_CLASS.test(line.shape.split('>').at(-1)?.split('.').slice(1).join('.') ?? '');
	if ((marked || parts.some((part) => READING.test(part))) && rest.length === 1)
		return namesIn(rest[0]!, marked);
	return [];
}

/** "— Ana Mar" beneath a story, where what stands above is no quotation. */
function signature(lines: readonly Line[]): string[] {
	const last = lines.at(-1);
	const above = lines.at(-2);
	const signed = /^[—–]\s*(.+)$/u.exec(last?.text ?? '');
	if (!signed || !above?.text || above.quote || above.italic) return [];
	if (/^\s*[“"«‘„]|[”"»’]\W*$/u.test(above.text)) return [];
	return namesIn(signed[1]!);
}

/** "Trains are late by Ana Mar": right behind a title that is a link, to the end of it or a dash. */
function behindTitle(title: Line | null): string[] {
	const link = title?.links.find(({ image, text }) => !image && text);
	if (!title || !link) return [];
	const after = /^\s?[,(–—-]?\s?(?:by|par)\s(.+?)\s?(?:\)|$|\.\s|\s[–—|·:-]\s|:\s)/iu.exec(
		title.text.slice(link.end)
	);
	return after ? namesIn(after[1]!) : [];
}

/**
 * Who wrote an item, where its own lines say so beyond doubt: "By Ana Mar", "Par Léo Le Roux",
 * "4 min read · Ana Mar", "— Ana Mar" beneath it, or a byline that its markup calls one.
 *
 * @returns each name once, as it is written; empty where nobody signs
 */
export function bylineOf(lines: readonly Line[], title: Line | null): string[] {
	for (const line of lines) {
		const names = line === title ? behindTitle(line) : whoseLine(line);
		if (names.length) return names;
	}
	return signature(lines.filter((line) => line.text));
}
