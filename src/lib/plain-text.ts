/** Zero bytes and their kin, which end texts early and drive terminals; marks that turn whatever stands beside them. */
const UNSEEN = /[\0-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
const all = new RegExp(UNSEEN.source, 'gu');

/**
 * A text as it may be kept and shown beside others: without control characters and marks of direction,
 * half a pair of UTF-16 replaced. Line ends and tabs stay. Right-to-left letters need none of the marks.
 *
 * @example plainText('a\u202eb\0') // => 'ab'
 */
export function plainText(text: string): string {
	if (!UNSEEN.test(text)) return text;
	return text.replace(all, (sign) => (/\p{Surrogate}/u.test(sign) ? '\ufffd' : ''));
}

/** Thousands parted by one sign: a space, a point, a comma or an apostrophe. */
const GROUPED = /^\d{1,3}([\s.,'’]\d{3})+$/;

/**
 * A whole number as people type it, its thousands parted or not; null for anything else. Where a sign could
 * part decimals ("1,5"), it is none.
 *
 * @example typedCount('12 000') // => 12000
 */
export function typedCount(text: string): number | null {
	const typed = text.trim();
	const plain = GROUPED.test(typed) ? typed.replace(/\D/g, '') : typed;
	return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** Scripts that write words without spaces between them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORD_AT_END = /[\p{L}\p{N}\p{M}]$/u;
const WORD_AT_START = /^[\p{L}\p{N}\p{M}]/u;

/**
 * Whether a text holds a name in whole words: "IA" stands in "L’IA écrit", and not in "média".
 *
 * @example holdsName('Le média', 'IA') // => false
 */
export function holdsName(text: string, name: string): boolean {
	if (name === '') return false;
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		if (UNSPACED.test(name)) return true;
		const end = at + name.length;
		const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(end, end + 2)];
		const isWithin =
			(WORD_AT_START.test(name) && WORD_AT_END.test(before)) ||
			(WORD_AT_END.test(name) && WORD_AT_START.test(after));
		if (!isWithin) return true;
	}
	return false;
}
