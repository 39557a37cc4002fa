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
