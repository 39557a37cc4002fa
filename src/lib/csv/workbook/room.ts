import { Unzip, UnzipInflate, unzipSync, type UnzipFile } from 'fflate';
import { Trouble } from '../../trouble.ts';

/** What may be expanded at once: the sheet of an ODS, the words of an XLSX. The rows of an XLSX are streamed. */
const MOST_AT_ONCE = 256 * 2 ** 20;
const MOST_STREAMED = 4 * 2 ** 30;

/** Sheets shrink to a tenth, a bomb to a thousandth. */
const MOST_GROWTH = 400;
const SMALL = 50 * 2 ** 20;

/** Compressed bytes that are expanded at once, while they are measured. */
const STEP = 2 ** 16;

/** No tag is longer, and no text between two: readers of XML go over what has no end again and again. */
const LONGEST_TAG = 2 ** 20;

/** More sheets are no export. */
const MOST_SHEETS = 250;

/** Bytes that all sheets together may have read again, by size of the file: each is read with the words of all. */
const MOST_AGAIN = 256 * 2 ** 20;
const MOST_AGAIN_GROWTH = 1000;

/** Cells that are said to be there without being written: so many are free, and so many for each byte. */
const FREE_CELLS = 1_000_000;
const CELLS_A_BYTE = 8;

const isRows = (name: string) => /(^|\/)worksheets\/[^/]+$|^content\.xml$/.test(name);
const isXml = (name: string) => /\.(xml|rels)$/.test(name);
const CLOSING = '>'.charCodeAt(0);

/** How large a workbook is once it is expanded, in bytes: its sheets, and all else. */
type Expanded = { rows: number; words: number };

/**
 * Expands a workbook without keeping any of it: what its parts say of their size may be a lie.
 *
 * @throws {Trouble} zipTooLarge, fileTooLarge
 */
function measured(bytes: Uint8Array, file: string): Expanded {
	const size: Expanded = { rows: 0, words: 0 };
	const unzip = new Unzip((part) => measure(part));
	unzip.register(UnzipInflate);

	function measure(part: UnzipFile) {
		const kind = isRows(part.name) ? 'rows' : 'words';
		const most = kind === 'rows' ? MOST_STREAMED : MOST_AT_ONCE;
		const before = pushed;
		let own = 0;
		let open = 0;
		part.ondata = (error, chunk) => {
			if (error) throw error;
			own += chunk.length;
			size[kind] += chunk.length;
			if (own > most || (own > SMALL && own > (pushed - before + STEP) * MOST_GROWTH))
				throw new Trouble('zipTooLarge', { most: MOST_AT_ONCE });
			if (!isXml(part.name)) return;
			for (let at = 0; at < chunk.length;) {
				const end = chunk.indexOf(CLOSING, at);
				open += (end === -1 ? chunk.length : end) - at;
				if (open > LONGEST_TAG)
					throw new Trouble('fileSpreadsheet', { file, reason: 'a tag without an end' });
				if (end === -1) break;
				open = 0;
				at = end + 1;
			}
		};
		part.start();
	}
	let pushed = 0;
	try {
		for (let at = 0; at < bytes.length; at += STEP) {
			const chunk = bytes.subarray(at, at + STEP);
			pushed += chunk.length;
			unzip.push(chunk, at + STEP >= bytes.length);
		}
	} catch (error) {
		// what is damaged is said by whoever reads it
		if (error instanceof Trouble) throw error;
	}
	return size;
}

/** Refuses a zip whose parts say that they grow out of all proportion, before any is expanded. */
function refuseBombs(bytes: Uint8Array, file: string) {
	let bomb = false;
	try {
		unzipSync(bytes, {
			filter({ name, size, originalSize }) {
				bomb ||= originalSize > (isRows(name) ? MOST_STREAMED : MOST_AT_ONCE);
				bomb ||= originalSize > SMALL && originalSize > size * MOST_GROWTH;
				return false;
			}
		});
	} catch (error) {
		const reason = error instanceof Error ? error.message : '';
		throw new Trouble('fileSpreadsheet', { file, reason });
	}
	if (bomb) throw new Trouble('zipTooLarge', { most: MOST_AT_ONCE });
}

/** What a workbook may make of its bytes. */
export type Room = {
	/** hears how many sheets there are, and what is read again for each. @throws {Trouble} tooManySheets, fileTooLarge */
	sheets(count: number, again: keyof Expanded): void;
	/** hears of cells that are not written and said to be there. @throws {Trouble} fileTooLarge */
	cells(count: number): void;
};

/**
 * Measures a workbook before it is read, so that reading it takes what its size warrants.
 *
 * @throws {Trouble} zipTooLarge, fileSpreadsheet
 */
export function roomOf(bytes: Uint8Array, file: string): Room {
	refuseBombs(bytes, file);
	const expanded = measured(bytes, file);
	let left = FREE_CELLS + CELLS_A_BYTE * (expanded.rows + expanded.words);
	const tooLarge = () => new Trouble('fileTooLarge', { file, most: MOST_AT_ONCE });
	return {
		sheets(count, again) {
			if (count > MOST_SHEETS) throw new Trouble('tooManySheets', { most: MOST_SHEETS });
			if ((count - 1) * expanded[again] > Math.max(MOST_AGAIN, MOST_AGAIN_GROWTH * bytes.length))
				throw tooLarge();
		},
		cells(count) {
			left -= count;
			if (left < 0) throw tooLarge();
		}
	};
}
