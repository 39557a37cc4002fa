import { isNothing } from '#lib/csv/nothing.ts';
import { linkNamed } from '../link-name.ts';
import { isTotal } from './refuse.ts';

const SCHEME = /^(https?:\/\/|ftp:\/\/|mailto:|tel:|sms:|\/\/)\S/i;
const BARE = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/**
 * The link of a cell as exported, trimmed, with the scheme that some exports leave out; null for what
 * leads nowhere (a name, an unfilled merge tag).
 */
export function readLink(cell: string): string | null {
	const given = cell.trim();
	const text = SCHEME.test(given) ? given : unwrapped(given);
	if (!SCHEME.test(text) && !BARE.test(text)) return null;
	const link = text.replaceAll('&amp;', '&');
	if (link.startsWith('//')) return `https:${link}`;
	return SCHEME.test(link) ? link : `https://${link}`;
}

/** What stands between links of one cell. */
const BETWEEN = /(?<![\s,;|])[\s,;|]+(?=https?:\/\/)/i;

/** The links of a cell: most hold one, others those that were clicked together; null where any is none. */
export function readLinks(cell: string): [string, ...string[]] | null {
	const one = readLink(cell);
	if (one === null) return null;
	// few links hold another, and then without a space or comma before it
	if (!one.includes('://', 9) || !BETWEEN.test(one)) return [one];
	const links = cell.trim().split(BETWEEN).map(readLink);
	return links.includes(null) ? null : (links as [string, ...string[]]);
}

/** A formula, a link in Markdown or HTML, an address in brackets: what it leads to. */
const WRAPPED =
	/^=?HYPERLINK\(\s*"([^"]+)"|^\[[^\]]*\]\((https?:[^\s)]+)\)$|^<a\s[^>]{0,200}href="([^"]+)"|^<(https?:[^<>]+)>$/i;

function unwrapped(text: string): string {
	// a spreadsheet's mark that what follows is text
	if (text.startsWith("'")) return text.slice(1);
	if (/^[=H[<]/i.test(text)) {
		const [, ...links] = WRAPPED.exec(text) ?? [];
		return links.find((link) => link !== undefined) ?? decoded(text);
	}
	return text;
}

/** `https%3A%2F%2Fexample.org`: a whole address that was encoded to stand in another. */
function decoded(text: string): string {
	if (!/^https?%3A%2F%2F/i.test(text)) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The link that a cell names by its words; null for an empty one, one of marks alone, and a line of sums. */
export function namedLink(cell: string | undefined): string | null {
	const isName =
		cell !== undefined && !isNothing(cell) && /[\p{L}\p{N}]/u.test(cell) && !isTotal(cell);
	return isName ? linkNamed(cell.slice(0, 300)) : null;
}
