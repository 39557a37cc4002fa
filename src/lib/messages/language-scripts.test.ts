import { expect, test } from 'vitest';
import { needsAllLanguages, scriptsIn } from './language-scripts.ts';

test('a page and its header name scripts → those of its language, styles and letters as they are', () => {
	const page =
		'<link href="../_app/immutable/assets/styles.Ab1.css" rel="stylesheet">' +
		'import("../_app/immutable/entry/start.Bc2.js")';
	expect(scriptsIn('fr', page)).toBe(page.replace('entry/', 'fr/entry/'));
	const header = '</rubrique/_app/immutable/nodes/0.Cd3.js>; rel="modulepreload"; nopush';
	expect(scriptsIn('en', header)).toBe(header.replace('nodes/', 'en/nodes/'));
});

test('a report in a language of its own → needs all languages; other pages and missing ones do not', () => {
	expect(needsAllLanguages('/p/[publication]/reports/[report]')).toBe(true);
	expect(needsAllLanguages('/p/[publication]/reports')).toBe(false);
	expect(needsAllLanguages(null)).toBe(false);
});
