import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { recordFeed } from '#lib/csv/records.ts';

/** A refused row, whole, as it was in its file. */
type RefusedRow = { row: number; code: string; cells: string[] };

/**
 * Writes refused rows, whole, so that they can be mended and given again: file, row and code, then
 * the cells as they were.
 */
export function rejectFile(path: string) {
	const stream = createWriteStream(path, { mode: 0o600 });
	const written = finished(stream);
	// whoever closes it hears of a full disk
	written.catch(() => {});

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

/** Where the refused rows of an import lie, whole, as long as the spool keeps them. */
const placeOf = (spool: string, importId: number) => join(spool, `rejects-${importId}.csv`);

/**
 * Keeps the refused rows of one import beside the uploads, from the first of them on. They are an
 * offer: where the disk is full there is none, and the import goes on.
 */
export function spooledRejects(spool: string, importId: number) {
	const path = placeOf(spool, importId);
	let file: ReturnType<typeof rejectFile> | null = null;
	return {
		add(...row: Parameters<ReturnType<typeof rejectFile>['add']>) {
			file ??= rejectFile(path);
			file.add(...row);
		},
		close: async () => file?.close().catch(() => rm(path, { force: true }))
	};
}

/** More is not shown on a page, nor given with words; bytes. */
const mostBytes = 2 ** 25;

/** The refused rows of an import, whole; null where the spool keeps them no longer, or they are too many. */
export async function readSpooledRejects(
	spool: string,
	importId: number
): Promise<RefusedRow[] | null> {
	const file = await open(placeOf(spool, importId)).catch(() => null);
	if (!file) return null;
	try {
		if ((await file.stat()).size > mostBytes) return null;
		const feed = recordFeed({ delimiter: ',', newline: '\r\n' }, 0);
		const records = [...feed.push(await file.readFile('utf8')), ...feed.end()];
		return records
			.filter(({ length }) => length > 2)
			.map(([, row, code = '', ...cells]) => ({ row: Number(row), code, cells }));
	} finally {
		await file.close();
	}
}
