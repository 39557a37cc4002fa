import { formatOf } from './format.ts';

const EXTENSION = /\.(?:html?|eml|md|markdown|txt|org)$/i;

/** What lies beside issues in a folder and is none. */
const BESIDE =
	/^(?:readme|licen[cs]e|copying|changelog|contributing|code[-_]of[-_]conduct|authors|notice|todo|index|template|layout|robots|humans|security|makefile|requirements|exporting)\b|(?:^|[-_.])(?:template|partial|layout|draft|brouillon|modele|modèle)s?(?:[-_.]|$)/i;

/**
 * Whether a file found in a folder is an issue, by its name and its first few kilobytes.
 *
 * @example isIssueDocument('README.md', bytes) // => false
 */
export function isIssueDocument(name: string, firstBytes: Uint8Array): boolean {
	const file = name.replace(/^.*[\\/]/, '');
	if (!EXTENSION.test(file) || file.startsWith('.') || file.startsWith('_')) return false;
	if (
		BESIDE.test(file) ||
		/(?:^|[\\/])(?:node_modules|templates?|partials|layouts|_layouts|_includes)[\\/]/i.test(name)
	)
		return false;

	const start = new TextDecoder('windows-1252').decode(firstBytes.subarray(0, 8192));
	const zeros = firstBytes.subarray(0, 8192).filter((byte) => byte === 0).length;
	const utf16 = /^(?:ÿþ|þÿ)/.test(start);
	if (!start.trim() || (zeros > 0 && !utf16)) return false;

	const format = formatOf(file, start.replaceAll('\u0000', ''));
	if (/\.html?$/i.test(file)) return format === 'html';
	return !/\.eml$/i.test(file) || format === 'eml';
}
