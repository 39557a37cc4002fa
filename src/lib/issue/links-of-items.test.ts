import { expect, test } from 'vitest';
import { readIssue } from './read-issue.ts';

/** Of each item its title and the paths that it leads to, and where all other links lead. */
async function linksIn(name: string, text: string) {
	const { sections, otherLinks } = await readIssue({ name, bytes: new TextEncoder().encode(text) });
	const items = sections.flatMap(({ items }) => items);
	return {
		items: items.map(({ title, links }) => [title, ...links.map(({ url }) => pathOf(url))]),
		others: otherLinks.map(({ url }) => pathOf(url))
	};
}

const pathOf = (url: string) => url.replace('https://salt.example.com/', '');
const at = (path: string, words: string) =>
	`<a href="https://salt.example.com/${path}">${words}</a>`;
const ad = (words: string, path: string) =>
	`<a href="https://brine.example.com/${path}">${words}</a>`;
const told =
	'The council voted to rebuild the quay after two years of debate and three public inquiries.';

test('notes below an essay → their links are the essay’s, and their marks lead nowhere', async () => {
	const html = `<title>On salt</title><h1>On salt</h1><p>${told}<sup><a href="#n1" id="m1">1</a></sup></p><p>${told} ${at('report', 'A report')} says so.<sup><a href="#n2" id="m2">2</a></sup></p><hr><ol><li id="n1">${at('minutes', 'The minutes of the council')} <a href="#m1">↩</a></li><li id="n2">Not in ${at('archive', 'the archive')}. <a href="#m2">↩</a></li></ol>`;
	expect(await linksIn('on-salt.html', html)).toEqual({
		items: [['On salt', 'minutes', 'report', 'archive']],
		others: ['#n1', '#n2', '#m1', '#m2']
	});
});

test('notes of stories in Markdown → each note’s links are its story’s', async () => {
	const markdown = `# Low tide\n\n## [The new quay](https://salt.example.com/quay)\n\n${told}[^a]\n\n## [Salt was gold](https://salt.example.com/gold)\n\n${told}[^b]\n\n[^a]: See [the minutes](https://salt.example.com/minutes).\n[^b]: See [the table](https://salt.example.com/table).\n`;
	expect((await linksIn('low-tide.md', markdown)).items).toEqual([
		['The new quay', 'quay', 'minutes'],
		['Salt was gold', 'gold', 'table']
	]);
});

test('an advertisement in a box between paragraphs of an essay → the essay goes on below it', async () => {
	const html = `<title>On locks</title><h1>On locks</h1><p>${told} ${told} ${at('one', 'A report')} says more.</p><div><p>SPONSORED</p><p><b>${ad('BrineWorks', 'ad')}</b> Sensors that watch your salt. ${ad('Try it', 'try')}</p></div><p>${told} ${at('two', 'Another report')} disagrees.</p>`;
	expect((await linksIn('on-locks.html', html)).items).toEqual([
		['On locks', 'one', 'two'],
		['BrineWorks', 'https://brine.example.com/ad', 'https://brine.example.com/try']
	]);
});

test('an advertisement of which the mark and title alone are boxed → all that leads to who paid is of it', async () => {
	const html = `<title>On locks</title><h1>On locks</h1><p>${told} ${told} ${told} ${told} ${told} ${at('one', 'A report')} says more.</p><div><p>SPONSORED</p><p><b>${ad('BrineWorks', 'ad')}</b></p></div><p>Sensors that watch your salt, day and night, for less than a bag of it costs. ${ad('Try them', 'try')}</p>`;
	expect((await linksIn('on-locks.html', html)).items).toEqual([
		['On locks', 'one'],
		['BrineWorks', 'https://brine.example.com/ad', 'https://brine.example.com/try']
	]);
});

test('the picture of an advertisement above the next story → an item of its own, and the story is nobody’s', async () => {
	const box = (words: string) => `<table><tr><td>${words}</td></tr></table>`;
	const story = (path: string, title: string) =>
		box(`<h2>${at(path, title)}</h2><p>${told}</p><p>${at(path, 'Read more')}</p>`);
	const ad = box(
		`<p style="font-size:11px">ADVERTISEMENT</p>${at('ad', '<img alt="Tools for a fifth less" width="600">')}`
	);
	const html = `<h1>The Quay</h1>${story('quay', 'A new quay')}${ad}${story('gold', 'Salt was gold')}`;
	const { sections } = await readIssue({ name: 'q.html', bytes: new TextEncoder().encode(html) });
	expect(sections[0]!.items.map(({ title, role }) => [title, role])).toEqual([
		['A new quay', 'editorial'],
		['Tools for a fifth less', 'sponsor'],
		['Salt was gold', 'editorial']
	]);
});

test('a telephone and places in the letter → links of no item', async () => {
	const html = `<h1>School</h1><h2>${at('trip', 'A trip')}</h2><p>${told} <a href="tel:+33100000000">Call us</a></p><p><a href="#top">↑ Top</a></p><h2>${at('photos', 'Photographs')}</h2><p>${told}</p><p><a href="#top">↑ Top</a></p>`;
	const { items, others } = await linksIn('school.html', html);
	expect(items).toEqual([
		['A trip', 'trip'],
		['Photographs', 'photos']
	]);
	expect(others).toContain('#top');
});

test('“Share” beside “Read on” → no link of the story', async () => {
	const story = (path: string, title: string) =>
		`<h2>${title}</h2><p>${told}</p><p>${at(path, 'Read on')} <a href="https://www.facebook.com/sharer/sharer.php?u=${path}">Share</a></p>`;
	const html = `<h1>Quays</h1>${story('quay', 'A new quay')}${story('gold', 'Salt was gold')}`;
	const { items, others } = await linksIn('quays.html', html);
	expect(items).toEqual([
		['A new quay', 'quay'],
		['Salt was gold', 'gold']
	]);
	expect(others).toHaveLength(2);
});

test('“See all news” below the last of a section → no link of that story', async () => {
	const section = (name: string, ...paths: string[]) =>
		`<h2>${name}</h2>${paths.map((path) => `<p>${at(path, `Of ${path} and more`)}<br>${told}</p>`).join('')}<p>${at(`all-${name}`, `See all ${name} news`)}</p>`;
	const html = `<h1>Quays</h1>${section('City', 'quay', 'lock')}${section('Money', 'salt', 'wine')}`;
	const { items, others } = await linksIn('quays.html', html);
	expect(items.map(([, ...links]) => links)).toEqual([['quay'], ['lock'], ['salt'], ['wine']]);
	expect(others).toEqual(['all-City', 'all-Money']);
});
