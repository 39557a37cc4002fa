import { strToU8, zipSync, type Zippable } from 'fflate';

/** Files of an export by path. */
export type Files = Record<string, Uint8Array>;

type Cell = string | number;

/** Writes a table as services do: quotes only where a cell needs them, CRLF where asked. */
export function table(header: Cell[], rows: Cell[][], delimiter = ',', newline = '\n'): string {
	const odd = new RegExp(`["\\r\\n${delimiter}]`);
	const write = (cells: Cell[]) =>
		cells
			.map(String)
			.map((cell) => (odd.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
			.join(delimiter);
	return [header, ...rows].map((cells) => write(cells) + newline).join('');
}

/** UTF-8. */
export function bytes(text: string): Uint8Array {
	return strToU8(text);
}

const WINDOWS_1252: Record<string, number> = {
	'’': 0x92,
	'–': 0x96,
	'€': 0x80,
	œ: 0x9c,
	'…': 0x85
};

/**
 * Windows-1252, as office programs in France save it.
 *
 * @throws {RangeError} for what that encoding lacks
 */
export function windows1252(text: string): Uint8Array {
	return Uint8Array.from(text, (letter) => {
		const code = letter.charCodeAt(0);
		const byte = code < 0x80 || (code >= 0xa0 && code < 0x100) ? code : WINDOWS_1252[letter];
		if (byte === undefined) throw new RangeError(`windows-1252 has no ${letter}`);
		return byte;
	});
}

/** A zip that is the same whenever and wherever it is made. */
export function zipped(files: Files, at: number): Uint8Array {
	const entries: Zippable = {};
	for (const [path, content] of Object.entries(files)) {
		// zip times are local: the parts of a UTC time, as if they were local, are the same everywhere
		const date = new Date(at);
		const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
		entries[path] = [content, { level: 9, mtime, os: 3 }];
	}
	return zipSync(entries);
}
