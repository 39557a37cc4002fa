/** Parts of paths that say how a site is built, and not what a page is about. */
const built = new Set(
	'article articles post posts blog blogs news actualites actualite actu magazine story stories page pages content index lire read node detail view item items link links watch embed amp web site home category categories categorie tag tags topic topics rubrique theme'.split(
		' '
	)
);
/** What stands after one of these is a subject, even at the end of a path. */
const naming = /^(?:category|categories|categorie|tags?|topics?|rubrique|theme)$/;
const MOST = 3;

/** A section of an issue as a mark of its items. */
export function sectionMark(title: string): string {
	return `#${title}`;
}

/**
 * Parts of a page's path that may say what it is about: its folders, and what it is filed under.
 *
 * @param key a canonical URL
 * @example pathMarks('https://garden.example.com/compost/12/leaves') // => ['/compost']
 */
export function pathMarks(key: string): string[] {
	const [path = ''] = key.replace(/^\w+:\/\/[^/]*/, '').split(/[?#]/);
	const parts = path
		.split('/')
		.filter(Boolean)
		.map((part) => part.toLowerCase());
	return parts
		.filter((_, i) => i < parts.length - 1 || naming.test(parts[i - 1] ?? ''))
		.filter((part) => /^\p{L}[\p{L}\p{N}_-]{2,39}$/u.test(part) && !built.has(part))
		.slice(0, MOST)
		.map((part) => `/${part}`);
}
