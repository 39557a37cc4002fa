import { countWords, type Line } from './line.ts';

/** A name of fewer letters may be anything's. */
const TELLING = 12;

/** Names of files are cut at some length: from so many letters on one may be the beginning of a title. */
const CUT = 30;

/** A line of more words is no title. */
const MOST_WORDS = 25;

/**
 * The line that the file of a letter is named by: archives call a file as its letter is called, where the
 * first line of a letter in plain text may be the preview that mail programs show.
 *
 * @example titleByName('2025-03-27_une-vie-en-mer.txt', lines) // => 'Une vie en mer'
 */
export function titleByName(name: string, lines: readonly Line[]): string | null {
	const stem = name
		.replace(/^.*[\\/]/, '')
		.replace(/\.\w{1,5}$/, '')
		.replace(/^\W*(?:19|20)\d\d[-._]?\d{1,2}[-._]?\d{1,2}(?!\d)/, '');
	const key = keyOf(stem);
	if (key.length < TELLING) return null;
	const named = lines.find(({ text }) => {
		if (!text || text.length > 300 || countWords(text) > MOST_WORDS) return false;
		const own = keyOf(text);
		return own === key || (key.length >= CUT && own.startsWith(key));
	});
	return named?.text ?? null;
}

/** A text by its letters and figures alone: names of files are written without accents and apostrophes. */
function keyOf(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}
