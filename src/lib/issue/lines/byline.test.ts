import { expect, test } from 'vitest';
import { namesIn } from './byline.ts';
import { cleanDocument } from '../source/clean-document.ts';
import { readIssue } from '../read-issue.ts';

function html(body: string, head = '') {
	const text = `<html><head><title>The Weekly Lock #12</title>${head}</head><body>${body}</body></html>`;
	return { name: 'issue.html', bytes: new TextEncoder().encode(text) };
}

function markdown(text: string) {
	return { name: 'issue.md', bytes: new TextEncoder().encode(text) };
}

async function signedIn(raw: { name: string; bytes: Uint8Array }) {
	const { sections, authors } = await readIssue(raw);
	const items = sections.flatMap(({ items }) => items.map((item) => [item.title, item.authors]));
	return { whole: authors, items: Object.fromEntries(items) };
}

test.each([
	['Ana Mar', ['Ana Mar']],
	['Ana Mar and Léo Le Roux', ['Ana Mar', 'Léo Le Roux']],
	['Ana Mar, Bo Li et Jean-Noël d’Arc', ['Ana Mar', 'Bo Li', 'Jean-Noël d’Arc']],
	['J. R. Okafor', ['J. R. Okafor']],
	['Maria de la Cruz', ['Maria de la Cruz']]
])('%s → read as names', (text, names) => {
	expect(namesIn(text)).toEqual(names);
});

test.each([
	['The Harbour Times'],
	['Harvard Business Review'],
	['our readers'],
	['Ana'],
	['Monday Morning'],
	['train and by boat'],
	['New York'],
	['La Rédaction'],
	['OPEN AI'],
	['a list, Of Things'],
	['12 Mars 2025'],
	['Ana Mar (and others)'],
	['']
])('%s → no name, as it may be something else', (text) => {
	expect(namesIn(text)).toEqual([]);
});

test('a story signed by a line, its reading time or its markup → its author; unsigned → none', async () => {
	const story = (title: string, more: string) =>
		`<h3><a href="https://example.com/${title.length}">${title}</a></h3>${more}<p>What happened there last week, told at some length.</p>`;
	const body = [
		'<h2>News</h2>',
		story('The lock is closed', '<p>By Ana Mar</p>'),
		story('Le pont chante encore', '<p>Par Léo Roux, 12 mars 2025</p>'),
		story('Barges go electric again', '<p>4 min read · Bo Li</p>'),
		story('A river that ran backwards', '<p class="post-byline">Camille</p>'),
		story(
			'Who owns the towpath now?',
			'<p>from <a rel="author" href="https://example.com/ines">Inès</a></p>'
		),
		story('Nobody signed this one here', ''),
		story('Taken from another paper', '<p>6 min read · The Harbour Times</p>')
	].join('');
	const signed = await signedIn(html(body, '<meta name="author" content="Jo Okoro">'));

	expect(signed.whole).toEqual(['Jo Okoro']);
	expect(signed.items).toEqual({
		'The lock is closed': ['Ana Mar'],
		'Le pont chante encore': ['Léo Roux'],
		'Barges go electric again': ['Bo Li'],
		'A river that ran backwards': ['Camille'],
		'Who owns the towpath now?': ['Inès'],
		'Nobody signed this one here': [],
		'Taken from another paper': []
	});

	const clean = await cleanDocument(html(body, '<meta name="author" content="Jo Okoro">'));
	expect(
		await signedIn({ name: 'issue.html', bytes: new TextEncoder().encode(clean.body) })
	).toEqual(signed);
});

test('a name after a list title or under a story → its author; under a quotation → nobody', async () => {
	const { items } = await signedIn(
		markdown(`# Weekly

## Reads

- [Why barges are slow](https://example.com/1) by Ana Mar — and why that is good.
- [How to mend a lock gate](https://example.com/2) (by Léo Roux)
- [Travelling by boat at night](https://example.com/3): a guide.
- [Old maps of the canal](https://example.com/4) by the water.

## Essay

### [What the river keeps](https://example.com/5)

It keeps more than one thinks, and gives back less, and slowly at that.

— Inès Okafor

### [What was said of it](https://example.com/6)

“All rivers run into the sea.”

— King Solomon
`)
	);
	expect(items).toMatchObject({
		'Why barges are slow': ['Ana Mar'],
		'How to mend a lock gate': ['Léo Roux'],
		'Travelling by boat at night': [],
		'What the river keeps': ['Inès Okafor']
	});
	expect(Object.values(items).flat()).not.toContain('King Solomon');
});

test('front matter with one author or several → the authors of the whole issue', async () => {
	const body = '\n\n## News\n\n### [The lock](https://example.com/1)\n\nIt is closed.\n';
	const one = await readIssue(markdown(`---\ntitle: Weekly 4\nauthor: Ana Mar\n---${body}`));
	const two = await readIssue(
		markdown(`---\ntitle: Weekly 4\nauthors:\n  - Ana Mar\n  - Bo\n---${body}`)
	);
	expect(one.authors).toEqual(['Ana Mar']);
	expect(two.authors).toEqual(['Ana Mar', 'Bo']);
});

test('a sponsor’s item with a byline → no author', async () => {
	const { items } = await signedIn(
		html(
			'<h2>News</h2><h3>The lock is closed</h3><p>By Ana Mar</p><p>Until spring.</p>' +
				'<h2>Sponsored</h2><h3><a href="https://hats.example">Hats that float</a></h3><p>By Hatty McHat</p><p>They float.</p>'
		)
	);
	expect(items['Hats that float']).toEqual([]);
});
