import type { LeftOut } from '../issue/source/left-out.ts';
import { m } from './compiled/messages.js';
import type { Locale } from './compiled/runtime.js';
import { words } from './words.ts';

/** What of a document was not taken in, in a sentence; null where that is nothing. */
export function leftOutWords(leftOut: LeftOut, locale: Locale): string | null {
	const numbers = new Intl.NumberFormat(locale);
	const kinds = Object.entries(leftOut).flatMap(([kind, n]) =>
		n > 0 ? [words(`leftOut.${kind}`, { n, number: numbers.format(n) }, locale)] : []
	);
	if (!kinds.length) return null;
	return m['leftOut.all']({ kinds: new Intl.ListFormat(locale).format(kinds) }, { locale });
}
