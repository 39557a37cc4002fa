import { createCipheriv } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entriesOfSpooled } from './entries.ts';
import { openSealed, seal, sealedSize, sealingStream } from './sealed-file.ts';

let data: string;
let n = 0;

beforeAll(() => {
	data = mkdtempSync(join(tmpdir(), 'rubrique-sealed-'));
	mkdirSync(join(data, 'spool'));
});

afterAll(() => rmSync(data, { recursive: true }));

const place = () => join(data, 'spool', `file-${n++}`);

async function* inChunks(bytes: Uint8Array, size: number) {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('bytes are sealed → any range of them comes back as it was', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uint8Array({ minLength: 1, maxLength: 400 }),
			fc.integer({ min: 1, max: 100 }),
			fc.nat(500),
			fc.nat(500),
			async (bytes, size, one, other) => {
				const path = place();
				await seal(path, inChunks(bytes, size));
				expect(new Uint8Array(await buffer(openSealed(path)))).toEqual(bytes);
				expect(sealedSize(path, statSync(path).size)).toBe(bytes.length);
				const start = Math.min(one % bytes.length, other % bytes.length);
				const end = Math.max(one % bytes.length, other % bytes.length) + 1;
				const part = await buffer(openSealed(path, { start, end, highWaterMark: size }));
				expect(new Uint8Array(part)).toEqual(bytes.slice(start, end));
			}
		),
		{ numRuns: 60 }
	);
});

test('a nonce that is nearly full → later blocks are counted over its end', async () => {
	const path = place();
	const bytes = Buffer.from('abcdefghijklmnop'.repeat(40));
	await seal(path, inChunks(bytes, 64));
	const key = Buffer.from(readFileSync(join(data, 'spool.key'), 'utf8'), 'hex');
	const nonce = Buffer.alloc(16, 0xff);
	const head = readFileSync(path).subarray(0, 8);
	const sealed = createCipheriv('aes-256-ctr', key, nonce).update(bytes);
	writeFileSync(path, Buffer.concat([head, nonce, sealed]));
	for (const start of [0, 15, 16, 17, 300])
		expect((await buffer(openSealed(path, { start }))).equals(bytes.subarray(start))).toBe(true);
});

test('what is sealed → its text stands nowhere in the file, and two copies differ', async () => {
	const [one, other] = [place(), place()];
	const bytes = Buffer.from('Email\nana@example.org\n'.repeat(30));
	await seal(one, inChunks(bytes, 1000));
	await seal(other, inChunks(bytes, 1000));
	expect(readFileSync(one).includes('example')).toBe(false);
	expect(readFileSync(one).equals(readFileSync(other))).toBe(false);
	expect(statSync(one).mode & 0o077).toBe(0);
	expect(statSync(join(data, 'spool.key')).mode & 0o077).toBe(0);
});

test('a file of before files were sealed → read as it is', async () => {
	const path = place();
	writeFileSync(path, 'Email\nana@example.org\n');
	expect((await buffer(openSealed(path))).toString()).toBe('Email\nana@example.org\n');
	expect(sealedSize(path, 23)).toBe(23);
	const part = await buffer(openSealed(path, { start: 6, end: 9 }));
	expect(part.toString()).toBe('ana');
});

test('a zip of the spool → its files are read where they lie', async () => {
	const path = place();
	const csv = Buffer.from('Email\nana@example.org\n'.repeat(5000));
	await seal(path, inChunks(zipSync({ 'a.csv': csv, 'b/c.csv': csv.subarray(0, 22) }), 777));
	const read: [string, string | null, number][] = [];
	for await (const entry of entriesOfSpooled(path, 'export.zip'))
		read.push([
			entry.name,
			entry.container,
			(await buffer(entry.open() as AsyncIterable<Buffer>)).length
		]);
	expect(read).toEqual([
		['a.csv', 'export.zip', csv.length],
		['b/c.csv', 'export.zip', 22]
	]);
});

test('a place where nothing can be written → an error for the writer', async () => {
	await expect(
		seal(join(data, 'gone', 'x', 'file'), inChunks(Buffer.from('a'), 1))
	).rejects.toThrow();
	const taken = place();
	writeFileSync(taken, '');
	await expect(seal(taken, inChunks(Buffer.from('a'), 1))).rejects.toMatchObject({
		code: 'EEXIST'
	});
	const { stream, written } = sealingStream(taken);
	stream.end('a');
	await expect(written).rejects.toMatchObject({ code: 'EEXIST' });
	expect(() => openSealed(join(data, 'spool', 'none'))).toThrow(/ENOENT/);
});
