import { holdsAddress } from '#lib/url/address.ts';
import { readNumber } from '#lib/csv/numbers.ts';
import { instants } from '#lib/csv/instants/dates.ts';

const readInstant = instants({ order: 'dmy' }, 'UTC');
const readOther = instants({ order: 'mdy' }, 'UTC');

/** Words of exports that say what happened or in which state something is, never who it was. */
const WORDS =
	/^(true|false|yes|no|oui|non|null|none|n\/?a|open(ed)?|click(ed)?|deliver(ed|y)|sent|bounced?|hard|soft|unsubscribed?|complain(t|ed)|spam|active|inactive|enabled|disabled|pending|subscribed|cleaned|total|newsletter|ouvert(ure)?|clic|clique|envoi|envoye|desabonne|desinscription)$/i;

/** Nothing that says only what happened, and when, is longer. */
const LONGEST = 1000;

/** A bare link: what comes after `?` or `#`, and any part with an `@`, may name a reader. */
const LINK = /^(https?:\/\/(?=[^\s@?#/a-z]*[a-z])[^\s@?#/]*)(|\/[^\s@?#]*)(?:[?#].*)?$/i;

/** A part of a path that nobody reads: trackers write readers into such. */
const TOKEN = /\/(?=[^/-]*[A-Z0-9])[^/-]{16,}|[0-9a-f]{8}-[0-9a-f]{4}-/;

/**
 * The cells of a refused row that may be kept: those known to name neither a person nor an address
 * of the network. That is dates, short numbers, links without their parameters and the words of
 * exports; any other text may be a name, so it becomes null.
 */
export function safeCells(row: readonly string[]): (string | null)[] {
	return row.map((cell) => {
		const text = cell.trim();
		if (text.length > LONGEST) return null;
		if (text === '' || WORDS.test(text)) return text;
		const link = LINK.exec(text);
		// where an address is cut at its `#`, half of it would stay
		const isNamed = link && (TOKEN.test(link[2]!) || holdsAddress(text.split('?', 1)[0]!));
		if (link) return isNamed ? link[1]! : link[1]! + link[2]!;
		// telephone numbers are longer than counts and amounts
		if (/^\d{9,13}$/.test(text)) return null;
		if (readInstant(text) !== null || readOther(text) !== null) return text;
		const digits = text.replace(/\D/g, '').length;
		const number = readNumber(text);
		return typeof number === 'number' && digits <= 7 && !/^\+|^0\d/.test(text) ? text : null;
	});
}
