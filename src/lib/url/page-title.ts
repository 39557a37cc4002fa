import { percent } from './decode.ts';
import { linkOf } from './link.ts';
import { withoutReader } from './without-reader.ts';

/** Segments that name no page: ids, hashes, dates, and the file that a folder shows by itself. */
const NAMELESS =
	/^(?:\d[\d.]*|index|default|home|[\da-f]{8,}|[\da-f-]{32,}|p|a|s|post|watch|status|comments?)$/i;

/**
 * Words for a page of which nothing but its address is known, from the last part of the path that says
 * something; the host where none does.
 *
 * @example pageTitle('https://example.org/le-guide-du-cafe') // => 'Le guide du cafe'
 */
export function pageTitle(url: string): string {
	const link = linkOf(withoutReader(url));
	if (!link) return url;

	const host = link.host.replace(/^www\./, '');
	const segments = link.path.split('/').filter(Boolean).map(named).filter(Boolean);
	if (/^(?:github|gitlab)\.com$/.test(host) && segments.length === 2) {
		return link.path.split('/').filter(Boolean).join('/');
	}

	const words = segments.findLast((segment) => !NAMELESS.test(segment)) ?? '';
	return words.length > 1 ? words.charAt(0).toUpperCase() + words.slice(1) : host;
}

/** The words of a path segment: no extension, no date before, no id after. */
function named(segment: string): string {
	return (percent(segment) ?? segment)
		.normalize('NFC')
		.replace(/\.(?:html?|php|aspx?|md|pdf|jsp|shtml)$/i, '')
		.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '')
		.replace(/[-_](?=[\da-f]*\d)[\da-f]{9,}$|(?<=[a-z]{3})[-_]\d{5,}$/i, '')
		.replace(/[-_+\s]+/g, ' ')
		.trim();
}
