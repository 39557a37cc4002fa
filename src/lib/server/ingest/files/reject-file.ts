import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { recordFeed } from '#lib/csv/records.ts';
import type { Db } from '../../store/sql/open.ts';
import { sealingStream } from './sealed-file.ts';
import { openSpooled, shareFile, spooledSize } from './shared-spool.ts';

/** A refused row, whole, as it was in its file. */
type RefusedRow = { row: number; code: string; cells: string[] };

/**
 * Writes refused rows, whole, so that they can be mended and given again: file, row and code, then
 * the cells as they were.
 *
 * @param target where to: a file of the user's own unless told
 */
export function rejectFile(path: string, target = plainTarget(path)) {
	const { stream, written } = target;
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

function plainTarget(path: string): { stream: Writable; written: Promise<void> } {
	const stream = createWriteStream(path, { mode: 0o600 });
	return { stream, written: finished(stream) };
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
export function spooledRejects(db: Db, spool: string, importId: number) {
	const path = placeOf(spool, importId);
	let file: ReturnType<typeof rejectFile> | null = null;
	return {
		add(...row: Parameters<ReturnType<typeof rejectFile>['add']>) {
			file ??= rejectFile(path, sealingStream(path, 'w'));
			file.add(...row);
		},
		async close() {
			if (!file) return;
			await file
				.close()
				.then(() => shareFile(db, path))
				.catch(() => rm(path, { force: true }));
		}
	};
}

/** More is not shown on a page, nor given with words; bytes. */
const mostBytes = 2 ** 25;

/** The refused rows of an import, whole; null where the spool keeps them no longer, or they are too many. */
export async function readSpooledRejects(
	db: Db,
	spool: string,
	importId: number
): Promise<RefusedRow[] | null> {
	const path = placeOf(spool, importId);
	const bytes = await spooledSize(db, path);
	if (bytes === null || bytes > mostBytes) return null;
	const feed = recordFeed({ delimiter: ',', newline: '\r\n' }, 0);
	const records = [...feed.push(await text(openSpooled(db, path))), ...feed.end()];
	return records
		.filter(({ length }) => length > 2)
		.map(([, row, code = '', ...cells]) => ({ row: Number(row), code, cells }));
}
