import { nameKey } from '#lib/name-key.ts';

/** How many letters the short name of a publication may have. */
const MOST = 63;

/**
 * A publication's short name, as its name suggests it: of a long one the words that fit, whole.
 *
 * @example slugOf('L’Œil du matin') // => 'l-oeil-du-matin'
 */
export function slugOf(name: string): string {
	const whole = nameKey(name)
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.replaceAll('ß', 'ss')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '');
	if (whole.length <= MOST) return whole;
	const words = whole.slice(0, MOST + 1);
	// one word as long as that is cut
	return words.includes('-') ? words.slice(0, words.lastIndexOf('-')) : words.slice(0, MOST);
}
