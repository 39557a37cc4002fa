import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import {
	closeSync,
	createReadStream,
	createWriteStream,
	openSync,
	readFileSync,
	readSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline as joined, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Trouble } from '#lib/trouble.ts';
import { replaceFile } from '../../reader-key.ts';

// What waits in the spool holds addresses, as their owners wrote them. It is kept encrypted (AES-256 in
// counter mode, a nonce a file), so that no copy of the disk, and no search of it, finds anybody. Whoever
// may read the key beside it may read the files: the key keeps nobody out of the folder, the folder does.

const cipher = 'aes-256-ctr';
const blockBytes = 16;
// the first form says nothing of its key: it is the oldest that there is
const magics = [Buffer.from('RBQSEAL1'), Buffer.from('RBQSEAL2')] as const;
const printBytes = 8;
const printOf = (key: Buffer) => createHash('sha256').update(key).digest().subarray(0, printBytes);

/** The keys of a spool, the one that holds first, made when it is first asked for. */
function keysIn(folder: string): Buffer[] {
	const file = keyFile(folder);
	try {
		// of two processes that begin at once, one makes the key and both read it
		writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	return readFileSync(file, 'utf8')
		.trim()
		.split('\n')
		.map((hex) => Buffer.from(hex, 'hex'));
}

/** It lies beside the folder of the spool. */
const keyFile = (folder: string) => join(dirname(folder), 'spool.key');

const textOf = (keys: readonly Buffer[]) => keys.map((key) => key.toString('hex')).join('\n');

/** Makes a key by which files are encrypted from now on; those there are read by theirs. */
export function makeSpoolKey(folder: string) {
	replaceFile(keyFile(folder), textOf([randomBytes(32), ...keysIn(folder)]));
}

/** Forgets all keys but the one that holds: no file needs them. */
export function keepNewestSpoolKey(folder: string) {
	replaceFile(keyFile(folder), textOf(keysIn(folder).slice(0, 1)));
}

/** Whether a file is encrypted by the key that holds. */
export function isSealedByNewest(path: string): boolean {
	const [newest] = keysIn(dirname(path));
	return headOf(path)?.print?.equals(printOf(newest!)) === true;
}

/** A stream into a new file of the spool, which only its owner may read, and only with the key. */
export function sealingStream(path: string, flags: 'w' | 'wx' = 'wx') {
	const nonce = randomBytes(blockBytes);
	const [key, ...others] = keysIn(dirname(path));
	const sealing = createCipheriv(cipher, key!, nonce);
	const file = createWriteStream(path, { mode: 0o600, flags });
	// where there is one key there is no question which it is
	const head = others.length === 0 ? [magics[0], nonce] : [magics[1], nonce, printOf(key!)];
	file.write(Buffer.concat(head));
	const written = pipeline(sealing, file);
	// whoever writes hears of a full disk by the stream itself
	written.catch((error: Error) => sealing.destroy(error));
	return { stream: sealing, written };
}

/** Writes bytes into a new file of the spool. @throws what writing throws: EEXIST, ENOSPC, EROFS … */
export async function seal(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
	const { stream, written } = sealingStream(path);
	await Promise.all([pipeline(bytes, stream), written]);
}

/**
 * The bytes of a file of the spool as they were given. A file that is not encrypted is one of before
 * files were.
 *
 * @param start the first byte asked for, and `end` the one after the last
 * @throws ENOENT where there is none
 */
export function openSealed(
	path: string,
	{ start = 0, end = Infinity, highWaterMark }: Range = {}
): Readable {
	const head = headOf(path);
	if (head === null) return createReadStream(path, { start, end: end - 1, highWaterMark });

	const whole = start - (start % blockBytes);
	const opening = createDecipheriv(
		cipher,
		keyFor(path, head),
		counterAt(head.nonce, whole / blockBytes)
	);
	// bytes of the first block before what was asked for
	let skip = start - whole;
	const raw = createReadStream(path, {
		start: head.bytes + whole,
		end: head.bytes + end - 1,
		highWaterMark
	});
	async function* opened(chunks: AsyncIterable<Buffer>) {
		for await (const chunk of chunks) {
			const plain = opening.update(chunk);
			yield skip > 0 ? plain.subarray(skip) : plain;
			skip = Math.max(0, skip - plain.length);
		}
	}
	// a trouble of the file comes out of the stream
	return joined(raw, opened, () => {}) as unknown as Readable;
}

type Range = { start?: number; end?: number; highWaterMark?: number };

/** How many bytes a file of the spool holds, given how long it is. */
export function sealedSize(path: string, size: number): number {
	return size - (headOf(path)?.bytes ?? 0);
}

/** What stands before the bytes of a file: how long it is, by which key (if it says so), and from what on. */
type Head = { bytes: number; print: Buffer | null; nonce: Buffer };

function headOf(path: string): Head | null {
	const most = magics[1].length + printBytes + blockBytes;
	const head = Buffer.alloc(most);
	const file = openSync(path, 'r');
	try {
		const read = readSync(file, head, 0, most, 0);
		const form = magics.findIndex((magic) => head.subarray(0, magic.length).equals(magic));
		const begin = magics[0].length + blockBytes;
		const bytes = form === 1 ? most : begin;
		if (form < 0 || read < bytes) return null;
		return {
			bytes,
			print: form === 1 ? head.subarray(begin) : null,
			nonce: head.subarray(magics[0].length, begin)
		};
	} finally {
		closeSync(file);
	}
}

function keyFor(path: string, { print }: Head): Buffer {
	const keys = keysIn(dirname(path));
	const key = print === null ? keys.at(-1) : keys.find((one) => printOf(one).equals(print));
	if (!key) throw new Trouble('wrongKey');
	return key;
}

/** The counter of a later block: the nonce is a number of 128 bits, to which blocks are added. */
function counterAt(nonce: Buffer, block: number): Buffer {
	const sum = (BigInt(`0x${nonce.toString('hex')}`) + BigInt(block)) & ((1n << 128n) - 1n);
	return Buffer.from(sum.toString(16).padStart(2 * blockBytes, '0'), 'hex');
}
