import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Source } from '#lib/csv/sheet.ts';
import { findImport, type Import } from '../store/imports.ts';
import type { Db } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import { anonymous, entriesOf } from './entries.ts';

/** What is known of an import whose file is looked for. */
type Sought = Pick<Import, 'name' | 'container' | 'bytes' | 'spool'>;

/**
 * Where the file of an import still lies: in the spool, or unchanged in the inbox. Null where it is
 * gone, or was never ours to keep.
 *
 * @param inbox the folder of the inbox
 */
export async function fileOfImport(inbox: string, row: Sought): Promise<Source | null> {
	const { name, container, spool } = row;
	if (spool !== null && (await sizeOf(spool)) !== null)
		return { name, size: null, open: () => createReadStream(spool) };

	// where it lay is not kept: a path may name a person
	const paths = await readdir(inbox, { recursive: true }).catch(() => []);
	for (const path of paths) {
		if (anonymous(basename(path)) !== lastOf(container ?? name)) continue;
		const place = join(inbox, path);
		// changed since: what lies there is another file
		if (container === null && (await sizeOf(place)) !== row.bytes) continue;
		for await (const entry of entriesOf(place))
			if (entry.name === (container === null ? lastOf(name) : name)) return { ...entry, name };
	}
	return null;
}

function lastOf(name: string): string {
	return name.slice(name.lastIndexOf('/') + 1);
}

function sizeOf(path: string): Promise<number | null> {
	return stat(path).then(
		({ size }) => size,
		() => null
	);
}

/** Whether the file of an import is still there, and could be read in another way. */
export async function mayReadDifferently(
	db: Db,
	publication: Publication,
	id: number,
	inbox: string
): Promise<boolean> {
	const row = await findImport(db, id);
	if (row?.publicationId !== publication.id || row.kind === 'document') return false;
	return (await fileOfImport(inbox, row)) !== null;
}
