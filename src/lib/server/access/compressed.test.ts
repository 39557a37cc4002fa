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
	'a page for whoever takes %s → packed as %s, whole, told apart from the plain one',
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

test('who goes away in the middle of a page → nothing falls over', async () => {
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
	['who takes none', asked(null), answer('text/html')],
	['who refuses all', asked('gzip;q=0, br;q=0.0, deflate'), answer('text/html')],
	['a picture', asked('gzip'), answer('image/png')],
	['what is told bit by bit', asked('gzip'), answer('text/event-stream')],
	['what is packed already', asked('gzip'), answer('text/html', { 'content-encoding': 'br' })],
	['little', asked('gzip'), answer('text/html', { 'content-length': '200' })],
	[
		'what is not to be changed',
		asked('gzip'),
		answer('text/csv', { 'cache-control': 'no-transform' })
	]
])('%s → as it is', async (_, request, response) => {
	const encoding = response.headers.get('content-encoding');
	const same = compressed(request, response);
	expect(same.headers.get('content-encoding')).toBe(encoding);
	expect(await same.text()).toBe(words);
});
