/** The last part of a path, without the folders. */
export function baseName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** What a file's own name says, without its folders and its ending. */
export function stemOf(path: string): string {
	return baseName(path).replace(/\.\w+$/, '');
}

/** What browsers and folders add to the name of a file that is there already: `x (1)`, `x - Copie`, `Copy of x`. */
const COPY =
	/^(?:cop(?:y|ie|ia) (?:of|de|di|da)|kopie (?:von|van)) |(?:[ _-]{1,3}(?:cop(?:y|ie|ia)|kopie)(?: ?\(?\d{1,2}\)?)?| ?\(\d{1,3}\))$/gi;

/**
 * A file's name, without folders and ending, as it was before there were copies of it.
 *
 * @example originalName('a/Lettre 12 - clics (1).csv') // => 'Lettre 12 - clics'
 */
export function originalName(path: string): string {
	const stem = withoutEndings(path);
	return stem.replace(COPY, '') || stem;
}

/** A path's last part without its endings, such as both of `clicks.csv.gz`. */
export function withoutEndings(path: string): string {
	return baseName(path).replace(/(\.\w{1,7})?(\.gz)?$/i, '');
}
