import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteSource } from '#lib/csv/sheet.ts';
import { findImport, type Import } from '../../store/events/imports.ts';
import { inboxSeen } from '../../store/events/inbox-files.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { describedIn } from './description.ts';
import { anonymous, entriesOf } from './entries.ts';
import { openSpooled, spooledSize } from './shared-spool.ts';

/** What is known of an import whose file is looked for. */
type Sought = Pick<Import, 'name' | 'container' | 'bytes' | 'spool'>;

/**
 * Where the file of an import still lies: in the spool, or unchanged in the inbox. Null where it is
 * gone, or was never ours to keep.
 *
 * @param inbox the folder of the inbox; null looks in the spool alone
 */
export async function fileOfImport(
	db: Db,
	{ slug }: Pick<Publication, 'slug'>,
	row: Sought,
	inbox: string | null
): Promise<ByteSource | null> {
	const { name, container, spool } = row;
	if (spool !== null && (await spooledSize(db, spool)) !== null)
		return { name, size: null, open: () => openSpooled(db, spool) };
	const seen = inbox === null ? [] : await inboxSeen(db, container ?? name);
	if (inbox === null || seen.length === 0) return null;

	for await (const path of filesNamed(inbox, slug, container ?? name)) {
		const stats = await stat(path).catch(() => null);
		// changed since: what lies there is another file
		const isSame = seen.some(
			({ bytes, modifiedAt }) => stats?.size === bytes && Math.floor(stats.mtimeMs) === modifiedAt
		);
		if (!isSame || (container === null && stats?.size !== row.bytes)) continue;
		for await (const entry of entriesOf(path))
			if (container === null || entry.name === name) return { ...entry, name };
	}
	return null;
}

/** The files of a name, as it is kept, in the folders of a publication. */
async function* filesNamed(inbox: string, slug: string, name: string): AsyncGenerator<string> {
	for (const folder of await namesIn(inbox)) {
		const place = join(inbox, folder.name);
		if (!folder.isDirectory()) continue;
		const described = folder.name === slug ? null : await describedIn(place).catch(() => null);
		if (folder.name !== slug && described?.slug !== slug) continue;
		for (const file of await namesIn(place, true))
			if (file.isFile() && anonymous(file.name) === name) yield join(file.parentPath, file.name);
	}
}

function namesIn(folder: string, recursive = false) {
	return readdir(folder, { recursive, withFileTypes: true }).catch(() => []);
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
	return (await fileOfImport(db, publication, row, inbox)) !== null;
}
