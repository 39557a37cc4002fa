import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compressed.ts';

const words = '<p>La marée monte.</p>'.repeat(400);

function asked(encoding: string | null, method = 'GET') {
	const headers = encoding === null ? undefined : { 'accept-encoding': encoding };
	return new Request('https://news.example.com/', { method, ...(headers && { headers }) });
}

const answer = (type: string, more: Record<string, string> = {}) =>
	new Response(words, { headers: { 'content-type': type, ...more } });

test('a page for whoever takes gzip → packed, whole, told apart from the plain one', async () => {
	const packed = compressed(asked('br, gzip;q=0.8'), answer('text/html', { etag: '"abc"' }));
	expect(packed.headers.get('content-encoding')).toBe('gzip');
	expect(packed.headers.get('vary')).toContain('accept-encoding');
	expect(packed.headers.get('etag')).toBe('W/"abc"');
	const bytes = Buffer.from(await packed.arrayBuffer());
	expect(bytes.length).toBeLessThan(words.length / 5);
	expect(gunzipSync(bytes).toString()).toBe(words);
});

test.each([
	['who takes none', asked(null), answer('text/html')],
	['who refuses gzip', asked('gzip;q=0, br'), answer('text/html')],
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
