import type { SheetTable } from '../../../csv/sheet.ts';
import { readStatus, yesOrNo, type Status } from '../../plans/subscriber-reader.ts';
import { plainWord } from '../../words/languages.ts';

/** First letters of states, as the words that they stand for. */
const LETTERS = new Map<string, Status>([
	['s', 'active'],
	['a', 'active'],
	['u', 'left'],
	['b', 'bounced'],
	['p', 'pending']
]);

/** A code and what it stands for, as a header says it: "Status (1 = subscribed)". */
const SAID = /([\p{L}\d])\s?[=:]\s?(\p{L}[\p{L}' ]*)/gu;

/**
 * Makes the reader of a column of states: by its words, else by codes of one letter or figure that its header or their
 * company explains. "S" beside "U" is subscribed, and alone it may be yes in Spanish.
 */
export function statusReader(
	{ header, sample }: Pick<SheetTable, 'header' | 'sample'>,
	column: number | undefined
): (cell: string | undefined) => Status | undefined {
	const cells = sample.map((row) => (row[column ?? -1] ?? '').trim()).filter(Boolean);
	if (cells.length === 0 || cells.some((cell) => cell.length !== 1)) return readStatus;
	const written = new Set(cells.map(plainWord));
	const codes = codesOf(header[column!] ?? '', written);
	if (codes === null) return readStatus;
	return (cell) => codes.get(plainWord(cell ?? '')) ?? readStatus(cell);
}

function codesOf(header: string, written: ReadonlySet<string>): Map<string, Status> | null {
	const said = new Map<string, Status>();
	for (const [, code = '', word = ''] of header.matchAll(SAID)) {
		const state = readStatus(word.trim());
		if (state !== undefined) said.set(plainWord(code), state);
	}
	const [first] = said.values();
	// of two, the other is what the one that is said is not
	const others = [...written].filter((code) => !said.has(code));
	const isOpposed = said.size === 1 && others.length === 1 && yesOrNo(others[0]) !== undefined;
	if (isOpposed && first === 'active') said.set(others[0]!, 'left');
	if (isOpposed && first === 'left') said.set(others[0]!, 'active');
	if (said.size > 0) return said;
	const areLetters = [...written].every((code) => LETTERS.has(code));
	return areLetters && written.has('u') && written.has('s') ? LETTERS : null;
}
