import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compressed.ts';

const words = '<p>La marée monte.</p>'.repeat(400);

function asked(encoding: string | null, method = 'GET') {
	const headers = encoding === null ? undefined : { 'accept-encoding': encoding };
	return new Request('https://news.example.com/', { method, ...(headers && { headers }) });
}

const answer = (type: string, more: Record<string, string> = {}) =>
	new Response(words, { headers: { 'content-type': type, ...more } });

test.each([
	['gzip', 'gzip', gunzipSync],
	['gzip;q=0.8, deflate', 'gzip', gunzipSync],
	['gzip, br;q=0', 'gzip', gunzipSync],
	['gzip, deflate, BR', 'br', brotliDecompressSync],
	['br;q=0.1, gzip;q=0.9', 'br', brotliDecompressSync],
	['*', 'br', brotliDecompressSync],
	['br;q=0, *', 'gzip', gunzipSync]
] as const)(
	'a page for a client that takes %s → compressed as %s, whole, with headers of its own',
	async (taken, encoding, unpack) => {
		const packed = compressed(asked(taken), answer('text/html', { etag: '"abc"' }));
		expect(packed.headers.get('content-encoding')).toBe(encoding);
		expect(packed.headers.get('vary')).toContain('accept-encoding');
		expect(packed.headers.get('etag')).toBe('W/"abc"');
		const bytes = Buffer.from(await packed.arrayBuffer());
		expect(bytes.length).toBeLessThan(words.length / 5);
		expect(unpack(bytes).toString()).toBe(words);
	}
);

test('a client that leaves in the middle of a page → nothing falls over', async () => {
	const endless = new ReadableStream<Uint8Array>({
		pull: (controller) => controller.enqueue(crypto.getRandomValues(new Uint8Array(60_000)))
	});
	const headers = { 'content-type': 'text/html' };
	const packed = compressed(asked('br'), new Response(endless, { headers }));
	const reader = packed.body!.getReader();
	expect((await reader.read()).done).toBe(false);
	await reader.cancel();
});

test.each([
	['a page for a client that takes none', asked(null), answer('text/html')],
	[
		'a page for a client that refuses all',
		asked('gzip;q=0, br;q=0.0, deflate'),
		answer('text/html')
	],
	['a picture', asked('gzip'), answer('image/png')],
	['a stream of events', asked('gzip'), answer('text/event-stream')],
	['a page compressed already', asked('gzip'), answer('text/html', { 'content-encoding': 'br' })],
	['a short page', asked('gzip'), answer('text/html', { 'content-length': '200' })],
	[
		'a table that is not to be transformed',
		asked('gzip'),
		answer('text/csv', { 'cache-control': 'no-transform' })
	]
])('%s → as it is', async (_, request, response) => {
	const encoding = response.headers.get('content-encoding');
	const same = compressed(request, response);
	expect(same.headers.get('content-encoding')).toBe(encoding);
	expect(await same.text()).toBe(words);
});
