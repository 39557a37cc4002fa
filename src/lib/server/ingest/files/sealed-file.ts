import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
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

// What waits in the spool holds addresses, as their owners wrote them. It is kept encrypted (AES-256 in
// counter mode, a nonce a file), so that no copy of the disk, and no search of it, finds anybody. Whoever
// may read the key beside it may read the files: the key keeps nobody out of the folder, the folder does.

const cipher = 'aes-256-ctr';
const blockBytes = 16;
const magic = Buffer.from('RBQSEAL1');
const headBytes = magic.length + blockBytes;

/** The key of a spool, made when it is first asked for; it lies beside the folder of the spool. */
function keyOf(path: string): Buffer {
	const file = join(dirname(dirname(path)), 'spool.key');
	try {
		// of two processes that begin at once, one makes the key and both read it
		writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}

/** A stream into a new file of the spool, which only its owner may read, and only with the key. */
export function sealingStream(path: string, flags: 'w' | 'wx' = 'wx') {
	const nonce = randomBytes(blockBytes);
	const sealing = createCipheriv(cipher, keyOf(path), nonce);
	const file = createWriteStream(path, { mode: 0o600, flags });
	file.write(Buffer.concat([magic, nonce]));
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
	const nonce = nonceOf(path);
	if (nonce === null) return createReadStream(path, { start, end: end - 1, highWaterMark });

	const whole = start - (start % blockBytes);
	const opening = createDecipheriv(cipher, keyOf(path), counterAt(nonce, whole / blockBytes));
	// bytes of the first block before what was asked for
	let skip = start - whole;
	const raw = createReadStream(path, {
		start: headBytes + whole,
		end: headBytes + end - 1,
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
	return nonceOf(path) === null ? size : size - headBytes;
}

function nonceOf(path: string): Buffer | null {
	const head = Buffer.alloc(headBytes);
	const file = openSync(path, 'r');
	try {
		const read = readSync(file, head, 0, headBytes, 0);
		return read === headBytes && head.subarray(0, magic.length).equals(magic)
			? head.subarray(magic.length)
			: null;
	} finally {
		closeSync(file);
	}
}

/** The counter of a later block: the nonce is a number of 128 bits, to which blocks are added. */
function counterAt(nonce: Buffer, block: number): Buffer {
	const sum = (BigInt(`0x${nonce.toString('hex')}`) + BigInt(block)) & ((1n << 128n) - 1n);
	return Buffer.from(sum.toString(16).padStart(2 * blockBytes, '0'), 'hex');
}
