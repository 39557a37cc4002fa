import { expect, test } from 'vitest';
import { markdownHtml } from './markdown-html.ts';

test('a link in a footnote → is kept where the footnote stands', () => {
	const html = markdownHtml(
		'A story.[^1]\n\n[^1]: By the [harbour](https://example.com/harbour).\n'
	);
	expect(html).toContain('<a href="https://example.com/harbour">harbour</a>');
});

test('a reference defined within a quotation → leads where that says', () => {
	const html = markdownHtml('Read [the report][r].\n\n> [r]: https://example.com/report\n');
	expect(html).toContain('<a href="https://example.com/report">the report</a>');
});

test('two definitions of one name → the first holds', () => {
	const html = markdownHtml('[a][x]\n\n[x]: https://example.com/1\n[x]: https://example.com/2\n');
	expect(html).toContain('https://example.com/1');
	expect(html).not.toContain('https://example.com/2');
});
