import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import { expanded } from '#lib/csv/bytes/gzip.ts';
import type { ByteSource } from '#lib/csv/sheet.ts';
import { archiveFormat, lettersIn, mayBeArchive } from '#lib/issue/source/archives/letters-in.ts';
import type { RawDocument } from '#lib/issue/source/document.ts';
import { plainText } from '#lib/plain-text.ts';
import { Trouble } from '#lib/trouble.ts';
import { withoutAddresses } from '#lib/url/address.ts';
import { openSealed, sealedSize } from './sealed-file.ts';
import { openZip, type ZipEntry } from './zip.ts';

/** One file to be taken in, from wherever it lies. */
export type FileEntry = ByteSource & {
	/** name of the zip it lies in, else null */
	container: string | null;
	/** where it lies, if it is a file by itself */
	path?: string;
	/** it lies in the spool, encrypted */
	sealed?: boolean;
	/** a trouble that is known without reading it */
	trouble?: Trouble;
};

/** A mailbox of more is that of a person, not of one letter; it is held while its letters are read, in bytes. */
const mostOfLetters = 200 * 2 ** 20;

/** Bytes read at once. Rows of more would outlive the collection of what is young, and pile up. */
const atOnce = 2 ** 16;

/** Files that come along with exports and say nothing. */
export const noise =
	/(^|\/)(\.|__MACOSX\/|desktop\.ini$|publication\.json$|README(\.\w+)?$)|\.(db|sqlite3?)(-(wal|shm|journal))?$/i;

/** Files that exports hold beside their tables: pictures, styles, templates. Passed over in folders and zips. */
const media = /\.(png|jpe?g|gif|webp|svg|ico|css|js|pdf|mp[34]|woff2?|ttf|ics)$/i;

/**
 * The files that a path leads to: itself, what a folder holds, what a zip holds, the letters of a mailbox or a feed.
 *
 * @throws {Trouble} fileMissing
 */
export async function* entriesOf(path: string): AsyncGenerator<FileEntry> {
	const stats = await stat(path).catch(() => null);
	if (!stats) throw new Trouble('fileMissing', { file: path });

	if (!stats.isDirectory()) {
		yield* entriesOfFile(fileEntry(path, basename(path), stats.size), path, path);
		return;
	}
	for (const below of await filesBelow(path)) {
		const file = await stat(join(path, below)).catch(() => null);
		if (file)
			yield* entriesOfFile(
				fileEntry(join(path, below), below, file.size),
				join(path, below),
				below
			);
		else yield lostEntry(below);
	}
}

/** A file that was seen and cannot be found: gone meanwhile, or its name is in another encoding. */
export function lostEntry(name: string): FileEntry {
	const trouble = new Trouble('fileUnreadable', { file: name });
	return { ...fileEntry(name, name, 0), trouble };
}

/** A file that is no zip. */
export function fileEntry(path: string, name: string, size: number): FileEntry {
	const open = () => createReadStream(path, { highWaterMark: atOnce });
	return { name: anonymous(name), container: null, path, size, open };
}

/** A file of the spool that is no zip; `size` is what it holds, in bytes. */
export function spooledEntry(path: string, name: string, size: number): FileEntry {
	const open = () => openSealed(path, { highWaterMark: atOnce });
	return { ...fileEntry(path, name, size), sealed: true, open };
}

/** The files that an upload in the spool holds. @throws {Trouble} fileMissing */
export async function* entriesOfSpooled(path: string, name: string): AsyncGenerator<FileEntry> {
	const stats = await stat(path).catch(() => null);
	if (!stats) throw new Trouble('fileMissing', { file: anonymous(name) });
	yield* entriesOfFile(spooledEntry(path, name, sealedSize(path, stats.size)), path, name);
}

/** Whether a file holds others, each with an import of its own: a zip, a mailbox, a feed. */
export async function holdsOthers(file: FileEntry): Promise<boolean> {
	return /\.zip$/i.test(file.name) || (await archiveOf(file)) !== null;
}

/** As what a file holds letters; null: it holds none, or cannot be opened, which is met again where it is read. */
async function archiveOf(file: FileEntry): Promise<ReturnType<typeof archiveFormat>> {
	if (!mayBeArchive(file.name)) return null;
	return archiveFormat(file.name, await firstBytesOf(file).catch(() => new Uint8Array()));
}

/** A file's name without the addresses in it, and what nobody sees: what it is called is kept, and shown. */
export function anonymous(name: string): string {
	return withoutAddresses(plainText(name), '…');
}

async function* entriesOfFile(
	file: FileEntry,
	path: string,
	name: string
): AsyncGenerator<FileEntry> {
	// its own name may be an address, of which `.zip` is the end
	if (!/\.zip$/i.test(name)) {
		yield* lettersOf(file, file.name, '');
		return;
	}
	try {
		const zip = await openZip(path, file.sealed);
		const entries = zip.entries.filter(
			// `../x` begins with a dot too, and is to be heard of
			({ name, trouble }) => trouble || (!noise.test(name) && !media.test(name))
		);
		const root = sharedRoot(entries);
		for (const entry of entries) {
			const name = anonymous(entry.name.slice(root.length));
			const inside = {
				...entry,
				...(/\.zip$/i.test(entry.name) && !entry.trouble && { trouble: new Trouble('zipInZip') }),
				name,
				container: file.name,
				open: () => zip.read(entry)
			};
			yield* lettersOf(inside, file.name, `${name}/`);
		}
	} catch (trouble) {
		if (!(trouble instanceof Trouble)) throw trouble;
		yield { ...file, trouble };
	}
}

/**
 * The letters of a file that holds several, such as a mailbox; any other file as it is.
 *
 * @param container what the letters lie in
 * @param below what their names begin with in it
 */
async function* lettersOf(
	given: FileEntry,
	container: string,
	below: string
): AsyncGenerator<FileEntry> {
	const file = letterExpanded(given);
	const format = file.trouble ? null : await archiveOf(file);
	if (!format) return yield file;
	let letters: RawDocument[];
	try {
		const bytes = await bytesOf(file, mostOfLetters);
		letters = lettersIn({ name: file.name, bytes }, format);
	} catch (trouble) {
		// what nobody foresaw is said where the file is read as any other
		return yield { ...file, ...(trouble instanceof Trouble && { trouble }) };
	}
	if (!letters.length)
		return yield {
			...file,
			...(format === 'feed' && { trouble: new Trouble('noLetters', { file: file.name }) })
		};
	for (const { name, bytes: own } of letters)
		yield {
			name: anonymous(below + name),
			container,
			size: own.length,
			async *open() {
				yield own;
			}
		};
}

/** A letter that lies compressed (`14.html.gz`) as it is read; any other file as it is. */
function letterExpanded(file: FileEntry): FileEntry {
	if (!/\.(?:html?|emlx?|mht|mhtml|md|markdown|org)\.gz$/i.test(file.name)) return file;
	// what is read is not what lies there, so that nobody else reads it anew
	const { path: _, ...others } = file;
	return { ...others, ...expanded(others), name: file.name.slice(0, -3), size: null };
}

/** The beginning of a file. */
export async function firstBytesOf(entry: FileEntry): Promise<Uint8Array> {
	for await (const chunk of entry.open()) return chunk;
	return new Uint8Array();
}

/** All bytes of a file. @throws {Trouble} fileTooLarge */
export async function bytesOf(entry: FileEntry, most: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of entry.open()) {
		length += chunk.length;
		if (length > most) throw new Trouble('fileTooLarge', { file: entry.name, most });
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** The folder that all files of a zip lie in, which says nothing: `12345678/` of an account's export. */
function sharedRoot(entries: readonly ZipEntry[]): string {
	const folders = new Set(entries.map(({ name }) => name.split('/').slice(0, -1)[0] ?? ''));
	const [only] = folders;
	// `posts/` alone is no root: it says what its files are
	return folders.size === 1 && only && entries.every(({ name }) => name.split('/').length > 2)
		? `${only}/`
		: '';
}

async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) =>
			posix.join(
				...join(entry.parentPath, entry.name)
					.slice(folder.length + 1)
					.split(/[\\/]/)
			)
		)
		.filter((name) => !noise.test(name) && !media.test(name))
		.sort();
}
