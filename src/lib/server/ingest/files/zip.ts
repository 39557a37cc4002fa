import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import {
	fromRandomAccessReader,
	open as openCallback,
	RandomAccessReader,
	type Entry as YauzlEntry,
	type Options,
	type ZipFile
} from 'yauzl';
import { Trouble } from '#lib/trouble.ts';
import { withoutAddresses } from '#lib/url/address.ts';
import { openSealed, sealedSize } from './sealed-file.ts';

/** No export is larger: more entries, or more bytes from fewer, is a bomb or a mistake. */
const mostEntries = 50_000;
const mostBytes = 50 * 2 ** 30;
/** CSV text shrinks to a twentieth; a file of zeros to a thousandth. */
const mostShrinking = 400;
const smallBytes = 50 * 2 ** 20;

export type ZipEntry = { name: string; size: number; trouble?: Trouble };

export type Zip = {
	entries: ZipEntry[];
	/** The bytes of one entry; may be asked for again. */
	read(entry: ZipEntry): AsyncIterable<Uint8Array>;
};

const openZipFile = promisify<string, Options, ZipFile>(openCallback);
const openZipReader = promisify<RandomAccessReader, number, Options, ZipFile>(
	fromRandomAccessReader
);

/** A zip of the spool, which is encrypted. */
class SealedReader extends RandomAccessReader {
	readonly path: string;

	constructor(path: string) {
		super();
		this.path = path;
	}

	override _readStreamForRange(start: number, end: number) {
		return openSealed(this.path, { start, end });
	}
}

const options = { lazyEntries: true, autoClose: false, decodeStrings: false };

async function opened(path: string, sealed: boolean): Promise<ZipFile> {
	if (!sealed) return openZipFile(path, options);
	const { size } = await stat(path);
	return openZipReader(new SealedReader(path), sealedSize(path, size), options);
}

/**
 * Opens a zip and lists its files without expanding any.
 *
 * An entry that would lie outside the zip's folder, is encrypted or grows out of all proportion is
 * listed with its trouble; the rest of the zip is not lost for it.
 *
 * @param sealed it lies in the spool, encrypted
 * @throws {Trouble} zipUnreadable, zipTooMany, zipTooLarge
 */
export async function openZip(path: string, sealed = false): Promise<Zip> {
	const file = await opened(path, sealed).catch((error: unknown) => {
		throw new Trouble('zipUnreadable', { reason: error instanceof Error ? error.message : '' });
	});
	if (file.entryCount > mostEntries) throw new Trouble('zipTooMany', { most: mostEntries });

	const entries = new Map<ZipEntry, YauzlEntry>();
	let bytes = 0;

	await new Promise<void>((done, fail) => {
		file.on('entry', (entry: YauzlEntry) => {
			const name = nameOf(entry);
			if (!name.endsWith('/')) {
				bytes += entry.uncompressedSize;
				const trouble = troubleOf(name, entry);
				entries.set({ name, size: entry.uncompressedSize, ...(trouble && { trouble }) }, entry);
			}
			file.readEntry();
		});
		file.once('end', done);
		file.once('error', (error: Error) =>
			fail(new Trouble('zipUnreadable', { reason: error.message }))
		);
		file.readEntry();
	});
	if (bytes > mostBytes) throw new Trouble('zipTooLarge', { most: mostBytes });

	return {
		entries: [...entries.keys()].sort((a, b) => (a.name < b.name ? -1 : 1)),
		read: (entry) => expand(file, entries.get(entry)!)
	};
}

function nameOf(entry: YauzlEntry): string {
	const bytes = entry.fileName as unknown as Buffer;
	// bit 11 says UTF-8; else it is a code page nobody names, in which ASCII at least is safe
	const utf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
	return bytes.toString(utf8 ? 'utf8' : 'latin1').replaceAll('\\', '/');
}

function troubleOf(name: string, entry: YauzlEntry): Trouble | null {
	if (/^\/|^[a-z]:|(^|\/)\.\.(\/|$)/i.test(name))
		return new Trouble('zipPathOutside', { file: withoutAddresses(name) });
	if ((entry.generalPurposeBitFlag & 1) !== 0)
		return new Trouble('zipEncrypted', { file: withoutAddresses(name) });

	const { uncompressedSize, compressedSize } = entry;
	const bomb = uncompressedSize > smallBytes && uncompressedSize > compressedSize * mostShrinking;
	return bomb ? new Trouble('zipTooLarge', { most: smallBytes }) : null;
}

async function* expand(file: ZipFile, entry: YauzlEntry): AsyncGenerator<Uint8Array> {
	try {
		const stream = await promisify(file.openReadStream.bind(file) as typeof file.openReadStream)(
			entry
		);
		yield* stream as AsyncIterable<Uint8Array>;
	} catch (error) {
		throw new Trouble('zipUnreadable', { reason: error instanceof Error ? error.message : '' });
	}
}
