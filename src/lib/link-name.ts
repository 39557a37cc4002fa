/** Links that an export names by their words alone are kept as links of a scheme of their own. */
const SCHEME = 'link-name:';

/**
 * The name of a link, as a link: the document tells which of its links has these words.
 *
 * @example linkNamed('Read more') // => 'link-name:Read more'
 */
export function linkNamed(name: string): string {
	return SCHEME + name.trim().replace(/\s+/g, ' ');
}

/** The words of a link that is known by them alone; null for any other link. */
export function nameOfLink(link: string): string | null {
	return link.startsWith(SCHEME) ? link.slice(SCHEME.length) : null;
}
