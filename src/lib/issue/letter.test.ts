import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { letterHtml, type Badge } from './letter.ts';
import { takeIssue } from './read-issue.ts';

const samples = new URL('samples/', import.meta.url);

function badge(words: string): Badge {
	return { words, title: `${words} clickers`, tone: 'plain' };
}

function html(body: string) {
	return { format: 'html' as const, body };
}

/** The words of a page, with each badge as [n] where it stands. */
function shown(page: string): string {
	return page
		.slice(page.indexOf('<body>'))
		.replace(/<span class="rubrique-badge[^>]*>([^<]*)<\/span>/g, '[$1]')
		.replace(/<[^>]+>/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

test('a link with clicks → its badge stands behind it and hides no word', () => {
	const page = letterHtml(
		html('<p>Read <a href="https://example.com/a">of bridges</a> today</p>'),
		new Map([['https://example.com/a', badge('12')]]),
		'en'
	);
	expect(shown(page)).toBe('Read of bridges [12] today');
});

test('a picture and a title that lead to one page → one badge, behind the title', () => {
	const page = letterHtml(
		html(
			'<a href="https://example.com/a"><img alt="A bridge"></a> <h2><a href="https://example.com/a">Bridges</a></h2> <a href="https://example.com/a">Read more</a>'
		),
		new Map([['https://example.com/a', badge('12')]]),
		'en'
	);
	expect(shown(page)).toBe('Bridges [12] Read more');
});

test('a page that pictures alone lead to → its badge stands behind the first', () => {
	const link = '<a href="https://example.com/a"><img alt="A bridge"></a>';
	const page = letterHtml(
		html(`${link} then ${link}`),
		new Map([['https://example.com/a', badge('3')]]),
		'en'
	);
	expect(shown(page)).toBe('[3] then');
});

test('words of a badge that look like markup → they are words', () => {
	const page = letterHtml(
		html('<a href="https://example.com/a">a</a>'),
		new Map([
			[
				'https://example.com/a',
				{ words: '<b>1</b>', title: '"><script>steal()</script>', tone: 'plain' as const }
			]
		]),
		'en'
	);
	expect(page).not.toMatch(/<script|<b>/);
});

test('a document that was kept with a script in it → it is cleaned again', () => {
	const page = letterHtml(
		html(
			'<script>steal()</script><p onclick="steal()">a</p><img src="https://example.com/pixel.png" width="40" height="40">'
		),
		new Map(),
		'en'
	);
	expect(page).not.toMatch(/steal|pixel/);
});

test.each(readdirSync(samples))(
	'%s → a badge behind each page that its reading names',
	async (name) => {
		const bytes = new Uint8Array(readFileSync(new URL(name, samples)));
		const { document, clean } = await takeIssue({ name, bytes });
		const urls = [
			...document.sections.flatMap(({ items }) => items.flatMap(({ links }) => links)),
			...document.otherLinks
		].map(({ url }) => url);
		const pages = [...new Set(urls)].filter((url) => /^https?:/.test(url));
		const badges = new Map(pages.map((url, i) => [url, badge(`n${i}`)]));

		const page = letterHtml(clean, badges, 'en');
		const missing = pages.filter((_, i) => !page.includes(`>n${i}</span>`));
		expect(missing).toEqual([]);
	}
);
