import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDocument } from './clean-document.ts';

const samples = new URL('../samples/', import.meta.url);

function typed(name: string, text: string) {
	return { name, bytes: new TextEncoder().encode(text) };
}

async function cleaned(name: string, text: string) {
	return (await cleanDocument(typed(name, text))).body;
}

test.each([
	['<p onclick="steal()">a</p>', /steal/, 'event handlers'],
	['<p>a</p><script>steal()</script>', /script|steal/, 'scripts'],
	['<p>a</p><svg><script>steal()</script></svg>', /svg|steal/, 'drawings'],
	['<p>a</p><a href="javascript:steal()">b</a>', /steal/, 'javascript: links'],
	[
		'<p>a</p><a href=" java\nscript:steal()">b</a>',
		/steal/,
		'javascript: links with blanks inside'
	],
	['<p>a</p><a href="&#106;avascript:steal()">b</a>', /steal/, 'javascript: links in entities'],
	['<p>a</p><a href="data:text/html,steal">b</a>', /steal/, 'data: links'],
	[
		'<p>a</p><form action="https://example.com/steal"><input name="q"></form>',
		/form|input/,
		'forms'
	],
	['<p>a</p><iframe src="https://example.com/steal"></iframe>', /iframe|steal/, 'frames'],
	['<p>a</p><math><mtext><style><img src=x onerror=steal()>', /steal/, 'what parsers disagree on'],
	['<p style="background:url(https://example.com/steal)">a</p>', /steal/, 'remote backgrounds'],
	[
		'<p>a</p><img src="https://example.com/steal.gif" width="1" height="1">',
		/img/,
		'tracking pixels'
	],
	['<p>a</p><img src="https://example.com/steal.jpg" alt="b">', /steal/, 'remote images'],
	['<p>a</p><div style="display:none">steal</div>', /steal/, 'hidden words'],
	[
		'<style>.h{display:none}</style><p>a</p><p class="h">steal</p>',
		/steal/,
		'words hidden by class'
	],
	['<p>Dear *|STEAL|*, {{ steal }} %%steal%%</p>', /steal/i, 'merge tags'],
	[
		'<p>a</p><p>This e-mail was sent to <a href="mailto:steal@example.org">steal@example.org</a></p>',
		/steal/,
		'the recipient'
	],
	['<p>a</p><a href="https://example.org/a?mc_eid=steal">b</a>', /steal/, 'per-reader parameters']
])('%j → nothing of %s (%s)', async (html, gone, _what) => {
	const body = await cleaned('x.html', `<html><body>${html}</body></html>`);

	expect(body).not.toMatch(gone);
	expect(body).toMatch(/>a<|Dear/);
});

test.each([
	['[a](javascript:steal())', /javascript/],
	['a <script>steal()</script> b', /steal/],
	['a <b onmouseover="steal()">b</b>', /steal/],
	['![](https://example.com/steal.gif)', /steal/],
	['[a](https://example.org/a?mc_eid=steal)', /steal/]
])('Markdown %j → nothing that acts or tracks', async (markdown, gone) => {
	expect(
		await cleaned('x.md', `# Title\n\n${markdown}\n\n[b](https://example.org/b)\n`)
	).not.toMatch(gone);
});

test('an e-mail → cleaned of its headers and every trace of its recipient', async () => {
	const bytes = new Uint8Array(readFileSync(new URL('two-parts.eml', samples)));
	const { format, body } = await cleanDocument({ name: 'two-parts.eml', bytes });

	expect(format).toBe('html');
	expect(body).toContain('<title>La Gazette des clés n° 27</title>');
	expect(body).not.toMatch(/ana|received|bounce|alert/i);
});

test.each(readdirSync(samples))('%s, cleaned twice → the same as cleaned once', async (name) => {
	const bytes = new Uint8Array(readFileSync(new URL(name, samples)));
	const { body } = await cleanDocument({ name, bytes });

	expect(await cleaned(name, body)).toBe(body);
});

test('any broken markup → nothing left that runs, and the same when cleaned again', async () => {
	const pieces = fc.constantFrom(
		'<script>',
		'</script>',
		'<svg>',
		'<style>',
		'</style>',
		'<img src=x onerror=steal()>',
		'<a href="javascript:steal()">',
		'"',
		"'",
		'>',
		'<',
		'</',
		'<!--',
		'-->',
		'<![CDATA[',
		']]>',
		'<p ',
		'onload=steal()',
		' ',
		'<noscript>',
		'<template>',
		'<table>',
		'<td>',
		'&lt;script&gt;',
		'text'
	);

	await fc.assert(
		fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
			const body = await cleaned('x.html', `<html><body><p>a</p>${parts.join('')}</body></html>`);
			const tags = body.match(/<[^>]*>/g) ?? [];
			for (const tag of tags)
				expect(tag).not.toMatch(/<\/?(script|svg|noscript|template)|\son\w+\s*=|javascript:/i);
			expect(await cleaned('x.html', body)).toBe(body);
		}),
		{ numRuns: 200 }
	);
});

test.each([
	'<p>Bonjour lea.morin@example.org,</p><p>Voici le numéro.</p>',
	'<p>Dear reader lea.morin@example.org</p><p>Here it is.</p>'
])('a greeting with an address → no address: %s', async (html) => {
	const { body } = await cleanDocument({ name: 'a.html', bytes: new TextEncoder().encode(html) });
	expect(body).not.toContain('lea.morin');
});
