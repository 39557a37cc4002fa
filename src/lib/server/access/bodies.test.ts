import { expect, test } from 'vitest';
import { bounded, mostBytes } from './bodies.ts';

const tooLarge = () => new Error('too large');
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
	new Request('http://localhost/', {
		method: 'POST',
		body,
		headers,
		duplex: 'half'
	} as RequestInit);

/** A body that goes on for ever, and says how far it was read. */
function endless() {
	const read = { bytes: 0 };
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			read.bytes += 1024;
			controller.enqueue(new Uint8Array(1024));
		}
	});
	return { body, read };
}

test.each<[string, string, number]>([
	['/account', '?/password', 65_536],
	['/p/[publication]/topics/manage', '?/make', 65_536],
	['/p/[publication]/settings', '?/save', 65_536],
	['/p/[publication]/settings', '?/logo', 2 ** 20 + 65_536],
	['/p/[publication]/imports', '?/map', 65_536],
	['/p/[publication]/drafts', '?/try', 5_065_536],
	['/p/[publication]/drafts', '', 65_536],
	['/p/[publication]/imports/upload', '', Infinity],
	['/p/[publication]/imports/upload', '?name=a.html&pasted', 5_000_000],
	['/api/imports', '', Infinity]
])('%s%s → at most %d bytes', (route, search, most) => {
	expect(mostBytes(route, new URL(`http://localhost/${search}`))).toBe(most);
});

test('a path that leads nowhere → at most as much as a form', () => {
	expect(mostBytes(null, new URL('http://localhost/'))).toBe(65_536);
});

test('a declared length that is too large → refused before the body is read', () => {
	const { body, read } = endless();
	expect(() => bounded(post(body, { 'content-length': '1200000000' }), 65_536, tooLarge)).toThrow(
		'too large'
	);
	// a stream fills its own small buffer
	expect(read.bytes).toBeLessThanOrEqual(2048);
});

test('an endless body of undeclared length → cut', async () => {
	const { body, read } = endless();
	const request = bounded(post(body), 65_536, tooLarge);
	await expect(request.text()).rejects.toThrow('too large');
	expect(read.bytes).toBeLessThan(2 * 65_536);
});

test('a body that fits → arrives as it was sent', async () => {
	const text = 'é'.repeat(32_768);
	expect(await bounded(post(text), 65_536, tooLarge).text()).toBe(text);
	const form = bounded(post(new URLSearchParams({ a: 'b' })), 65_536, tooLarge);
	expect((await form.formData()).get('a')).toBe('b');
});
