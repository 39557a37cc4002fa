import { expect, test } from 'vitest';
import { withShortHeader } from './preloads.ts';

const html = '<!doctype html><head><title>Ä</title></head><body>&lt;/head></body>';
const link = [
	'<./a.css>; rel="preload"; as="style"; nopush',
	'<./a.woff2>; rel="preload"; as="font"; crossorigin',
	...Array.from({ length: 60 }, (_, i) => `<./${i}.js>; rel="modulepreload"; nopush`)
].join(', ');
const page = (body: string | null, more: HeadersInit = {}) =>
	new Response(body, { headers: { 'content-type': 'text/html', link, ...more } });

test('a page of many modules → they stand in its head, and its header stays short', async () => {
	const length = String(Buffer.byteLength(html));
	const answer = withShortHeader(page(html, { 'content-length': length, etag: '"a"' }));
	expect(answer.headers.get('link')).toBe('<./a.woff2>; rel="preload"; as="font"; crossorigin');
	expect(answer.headers.get('etag')).toBe('"a"');
	const text = await answer.text();
	expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
	const [head, body] = text.split('</head>');
	expect(head!.match(/<link rel="modulepreload" href="\.\/\d+\.js">/g)).toHaveLength(60);
	expect(head + '</head>' + body).toBe(text);
	expect(text.replace(/<link[^>]+>/g, '')).toBe(html);
});

test('what is no page, or names nothing, goes as it is', () => {
	const file = new Response('a,b', { headers: { 'content-type': 'text/csv', link } });
	expect(withShortHeader(file)).toBe(file);
	const plain = new Response(html, { headers: { 'content-type': 'text/html' } });
	expect(withShortHeader(plain)).toBe(plain);
});

test('a page without a body → its header is as short', () => {
	expect(withShortHeader(page(null)).headers.get('link')).not.toContain('modulepreload');
});
