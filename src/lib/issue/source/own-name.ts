const INDEX = /^(.*[\\/])?([^\\/]+)[\\/]index(\.\w{1,8})$/i;

/** A year's list of issues, and a page of a list, are no issue. */
const LIST = /^(?:19|20)\d{2}$/;
const PAGED = /(?:^|[\\/])pages?[\\/]$/i;

/**
 * What the file of a letter is called. Sites keep each letter as the index of a folder that is called as it is.
 *
 * @example ownName('issues/14-the-port/index.md') // => 'issues/14-the-port.md'
 * @example ownName('issues/index.md') // => 'issues/index.md'
 */
export function ownName(name: string): string {
	const [, above = '', folder = '', ending = ''] = INDEX.exec(name) ?? [];
	const tells = /\d/.test(folder) ? !LIST.test(folder) && !PAGED.test(above) : countOf(folder) >= 3;
	return tells ? above + folder + ending : name;
}

function countOf(folder: string): number {
	return folder.split(/[-_ ]+/).filter(Boolean).length;
}
