import { withoutCount } from './emlx.ts';
import { formatOf } from './format.ts';
import { isListOfReaders, isTable } from './is-table.ts';
import { ownName } from './own-name.ts';

const EXTENSION = /\.(?:html?|emlx?|mht|mhtml|md|markdown|txt|org)$/i;

/** Names of mails, and of pages that a browser saved as one. */
const MAIL = /\.(?:emlx?|mht|mhtml)$/i;

/** What lies beside issues in a folder and is none. */
const BESIDE =
	/^(?:readme|licen[cs]e|copying|changelog|contributing|code[-_]of[-_]conduct|authors|notice|todo|index|template|layout|robots|humans|security|makefile|requirements|exporting)\b|(?:^|[-_.])(?:template|partial|layout|draft|brouillon|modele|modèle)s?(?:[-_.]|$)/i;

/** Whether a document is a text and says nothing of looks, by its name. */
export function isPlainDocument(name: string): boolean {
	return !/\.html?$/i.test(name) && !MAIL.test(name);
}

/**
 * Whether a file found in a folder is an issue, by its name and its first few kilobytes.
 *
 * @example isIssueDocument('README.md', bytes) // => false
 */
export function isIssueDocument(name: string, firstBytes: Uint8Array): boolean {
	return !isCalledBeside(name) && readsAsIssue(name, firstBytes);
}

/** Whether a file could be an issue, were it not called as what lies beside issues is. */
export function isBesideIssues(name: string, firstBytes: Uint8Array): boolean {
	return isCalledBeside(name) && readsAsIssue(name, firstBytes);
}

function isCalledBeside(name: string): boolean {
	const file = fileOf(name);
	return (
		/^[._]/.test(file) ||
		BESIDE.test(file) ||
		/(?:^|[\\/])(?:node_modules|templates?|partials|layouts|_layouts|_includes)[\\/]/i.test(name)
	);
}

function readsAsIssue(name: string, firstBytes: Uint8Array): boolean {
	const file = fileOf(name);
	if (!EXTENSION.test(file)) return false;

	const start = new TextDecoder('windows-1252').decode(firstBytes.subarray(0, 8192));
	const zeros = firstBytes.subarray(0, 8192).filter((byte) => byte === 0).length;
	const utf16 = /^(?:ÿþ|þÿ)/.test(start);
	if (!start.trim() || (zeros > 0 && !utf16)) return false;

	const text = withoutCount(file, start.replaceAll('\u0000', ''));
	if (!MAIL.test(file) && (/\.txt$/i.test(file) ? isTable : isListOfReaders)(text)) return false;
	const format = formatOf(file, text);
	if (/\.html?$/i.test(file)) return format === 'html';
	return !MAIL.test(file) || format === 'eml';
}

function fileOf(name: string): string {
	return ownName(name).replace(/^.*[\\/]/, '');
}
