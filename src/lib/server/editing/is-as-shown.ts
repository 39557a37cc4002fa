import { isDeepStrictEqual } from 'node:util';
import { plainText } from '#lib/plain-text.ts';

/**
 * Whether something stored is still what a form showed of it. What comes back in a form is plain text: signs
 * that nobody sees are not in it.
 *
 * @param shown what the form sent back, read from JSON
 */
export function isAsShown(stored: unknown, shown: unknown): boolean {
	return isDeepStrictEqual(JSON.parse(plainText(JSON.stringify(stored))), shown);
}
