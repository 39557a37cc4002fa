import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/**
 * Writes the refused rows beside the person's own file, whole, so that they can be mended and
 * given again: file, row and code, then the cells as they were.
 */
export function rejectFile(path: string) {
	const stream = createWriteStream(path, { mode: 0o600 });
	const written = finished(stream);

	return {
		add(file: string, row: number, code: string, cells: readonly string[]) {
			stream.write(`${[file, String(row), code, ...cells].map(quoted).join(',')}\r\n`);
		},
		async close() {
			stream.end();
			await written;
		}
	};
}

function quoted(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
