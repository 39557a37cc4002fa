import { expect, test } from 'vitest';
import { isMeta } from './meta-line.ts';
import { readIssue } from '../read-issue.ts';

async function read(html: string) {
	const bytes = new TextEncoder().encode(`<!doctype html><title>Letter 12</title>${html}`);
	const { sections } = await readIssue({ name: 'issue.html', bytes });
	return sections.map(({ title, items }) => [
		title,
		...items.map((item) => `${item.title} ${item.links.length}`)
	]);
}

const prose = `<p>${'Words that tell a story of some length. '.repeat(5)}</p>`;
const shared = [
	'facebook.com/sharer/sharer.php',
	'twitter.com/intent/tweet',
	'www.linkedin.com/shareArticle'
]
	.map((place) => `<td><a href="https://${place}?u=1"><img alt="Share"></a></td>`)
	.join('');

test('ten headings over paragraphs and share rows → ten stories without the rows', async () => {
	const stories = Array.from(
		{ length: 10 },
		(_, i) =>
			`<h2>Story of harbour ${'abcdefghij'[i]}</h2>${prose}<p>More in <a href="https://example.com/${i}">the report of the day</a> on it.</p><p>Share on</p><table><tr>${shared}</tr></table>`
	);
	const [[title, ...items] = []] = await read(stories.join(''));
	expect(title).toBeNull();
	expect(items).toHaveLength(10);
	expect(items.every((item) => item!.endsWith(' 1'))).toBe(true);
});

test('a share row in words, in one line, behind counted links → in no story, nor in the next', async () => {
	const deeds = ['Share on Facebook', 'Tweet this story', 'Post to LinkedIn'];
	const places = [
		'facebook.com/sharer.php',
		'twitter.com/intent/tweet',
		'linkedin.com/shareArticle'
	];
	const counted = (url: string) =>
		`https://link.example.com/click/12.34/${Buffer.from(url).toString('base64url')}/abc`;
	const row = `<p>${deeds.map((words, i) => `<a href="${counted(`https://${places[i]}?u=1`)}">${words}</a>`).join(' ')} <a href="mailto:?subject=A%20story">E-mail this story to a friend</a></p>`;
	const story = (title: string, n: number) =>
		`<h2>${title}</h2>${prose}<p>More in <a href="https://example.com/${n}">the report of the day</a> on it.</p>${row}`;
	const html = `${story('Harbours close early', 1)}${story('The ferry wants to grow', 2)}`;
	expect(await read(html)).toEqual([[null, 'Harbours close early 1', 'The ferry wants to grow 1']]);
});

test('Substack: subject, subtitle, author, day and tool bar above two stories → these two', async () => {
	const bar = `<p><a href="https://substack.com/@ana">Ana Mar</a></p><p>Apr 1</p><p><a href="https://open.substack.com/pub/x/p/y?action=share">Share</a></p><p><a href="https://open.substack.com/pub/x/p/y">READ IN APP</a></p>`;
	const story = (title: string, n: number) =>
		`<h1>${title}</h1>${prose}<p><b>Where</b> – Nobody knew of it before, and those who did said nothing of it to anybody at all.</p>${prose}<p><b>When</b> – In spring, say those who ought to know, or in autumn, say those who do not.</p><p>So says <a href="https://example.com/${n}">a note of the port</a> today.</p>`;
	const html = `<h1><a href="https://example.com/p/y">Letter 12</a></h1><h3>And also: a ferry grows</h3>${bar}${story('Harbours close early', 1)}${story('The ferry wants to grow', 2)}<p><a href="https://substack.com/app-link/post?action=like">Like</a></p>`;
	expect((await read(html)).flat()).toEqual(
		expect.arrayContaining(['Harbours close early 1', 'The ferry wants to grow 1'])
	);
});

test('quotations of a market below names → no stories', async () => {
	const ticker = ['Nasdaq', 'Dow', 'Bitcoin']
		.map((name) => `<p><b>${name}</b></p><p><b>12,266.41</b></p><p><b>+1.27%</b></p>`)
		.join('');
	const html = `<h3>MARKETS</h3>${ticker}<ul><li>Stocks <a href="https://example.com/1">went up</a> again.</li><li>Prices <a href="https://example.com/2">fell</a>.</li></ul>`;
	expect((await read(html)).flat().join()).not.toContain('Nasdaq');
});

test.each([
	'By Ana Mar • 06.25.24',
	'3 minutes, proposé par Karim Roux',
	'5 min read',
	'April 2021',
	'avr. 1',
	'—Niall Moss',
	'Photo: Ana Mar / Example',
	'12. März 2025',
	'Von Ana Mar'
])('%s → says who, when or how long', (text) => expect(isMeta(text)).toBe(true));

test.each([
	'By the numbers',
	'12 mars : journée de la réparation',
	'Interviewing for evidence 7 minutes, proposé par Vlad Petit',
	'May we live in better harbours',
	'Photos of the week',
	'3 ways to count boats',
	'Speak out',
	'Time out 2025',
	'Long ago'
])('%s → may be a title', (text) => expect(isMeta(text)).toBe(false));

test('a title that leads to another letter on Substack → a story, not a tool bar', async () => {
	const story = (title: string, url: string) => `<h3><a href="${url}">${title}</a></h3>${prose}`;
	const html = `<h1>Tides</h1><h2>Elsewhere</h2>${story('Harbours close early', 'https://example.com/1')}${story('The ferry wants to grow', 'https://open.substack.com/pub/quay/p/ferry?r=1a2b3c&utm_campaign=post')}<p><a href="https://open.substack.com/pub/x/p/y?utm_source=email&redirect=app-store&utm_campaign=email-read-in-app">In the app</a></p>`;
	expect((await read(html)).flat()).toEqual([
		'Elsewhere',
		'Harbours close early 1',
		'The ferry wants to grow 1'
	]);
});
