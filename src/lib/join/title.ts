import { DAY } from '#lib/duration.ts';
import { anyOf } from '#lib/issue/words/languages.ts';

/** What people add to a name when they send again or test: it says nothing of the issue. */
const AGAIN =
	/\b(?:copy|copie|resend|resent|renvoi|relance|(?:to |aux )?non (?:ouvreurs|openers)|test a b|a b test|variante?|version)(?: [a-z\d]{1,2})?$/;

/** The same before a title: "Relance : le port ferme"; and a version's letter behind it: "Le port ferme - B". */
const AGAIN_BEFORE = /^\s*(?:relance|renvoi|resend|reminder|rappel|copie|copy)\s*[:–—-]\s+(?=\S)/i;
const VERSION_BEHIND = /(?<=\S)\s*(?:\s[-–—|:/]\s|\s\()[A-D]\)?\s*$/;

/** What a file of one send begins or ends with, which says what it holds: "clicks-quai-12", "Quai 12 - ouvertures". */
const HELD =
	/^(?:clics?|clicks?|ouvertures?|opens?|klicks|offnungen) (?=\S)|(?<=\S) (?:clics|clicks|ouvertures|opens|klicks|offnungen)$/g;

/**
 * A title as compared: no accents in either way of writing them, no emoji, no punctuation, no case, and
 * without what marks a copy.
 *
 * @example titleKey('Où l’on reparle ☕️ (copie)') // => 'ou l on reparle'
 */
export function titleKey(title: string): string {
	const known = keysOfTitles.get(title);
	if (known !== undefined) return known;
	if (keysOfTitles.size >= MOST_KEYS) keysOfTitles.clear();
	const key = comparedTitle(title);
	keysOfTitles.set(title, key);
	return key;
}

/** Every send's names are compared with every issue's, again at each import. */
const keysOfTitles = new Map<string, string>();
const MOST_KEYS = 20_000;

function comparedTitle(title: string): string {
	const words = versionKey(title);
	const plain = versionKey(title.replace(AGAIN_BEFORE, '').replace(VERSION_BEHIND, ''));
	let left = plain;
	// "relance aux non ouvreurs": said twice
	for (let before = ''; before !== left;) {
		before = left;
		left = left.replace(AGAIN, '').trim();
	}
	return left || words;
}

/**
 * The same with what marks a copy or a version, which tells one send of an issue from the others; without
 * what says which of its files this is.
 *
 * @example versionKey('Marée #12 (version A)') // => 'maree 12 version a'
 */
export function versionKey(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae')
		.replace(/\p{M}+/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.replace(HELD, '')
		.replace(/^(?:test|re|fwd?|tr) /, '');
}

/** How many words a title has: a short one may recur in each issue, a long one hardly does. */
export function keyWordCount(key: string): number {
	return key === '' ? 0 : key.split(' ').length;
}

/** What says in all languages that an issue's number follows, as compared: a word that two letters may share. */
const NUMBER_MARK = new RegExp(
	`^(?:n|no|nr|num|${anyOf('numbered')
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')})$`,
	'u'
);

/**
 * Whether two titles, as compared, are names of two letters with the same number: "brief 1", "essay 1".
 * Without a word in common they may number their issues each by itself.
 */
export function calledOtherwise(a: string, b: string): boolean {
	const [one, other] = [numbered(a), numbered(b)];
	if (!one || !other || one.number !== other.number) return false;
	const isNamed = one.words.length > 0 && other.words.length > 0;
	return isNamed && !other.words.some((word) => one.words.includes(word));
}

/** The words of a name, and the number at its end. */
function numbered(key: string): { words: string[]; number: number } | null {
	const [, name, number] = /^(\p{L}.*) (\d{1,5})$/u.exec(key) ?? [];
	if (name === undefined) return null;
	const words = name.split(' ').filter((word) => !NUMBER_MARK.test(word));
	return { words, number: Number(number) };
}

/** Whole days between two local dates (YYYY-MM-DD); null unless both are known. */
export function daysBetween(a: string | null, b: string | null): number | null {
	if (a === null || b === null) return null;
	return Math.abs(Date.parse(a) - Date.parse(b)) / DAY;
}
