import { expect, test } from 'vitest';
import { readIssue } from './read-issue.ts';
import type { IssueDocument } from './source/document.ts';

// Letters of which parts were lost in silence, or counted for what they are not.

function read(name: string, text: string): Promise<IssueDocument> {
	return readIssue({ name, bytes: new TextEncoder().encode(text) });
}

function contents({ sections }: IssueDocument) {
	return sections.map(({ title, items }) => [
		title,
		...items.map((item) => (item.role === 'sponsor' ? `$ ${item.title}` : item.title))
	]);
}

const url = (page: string) => `https://example.com/${page}`;

test('a line of templating right above the addresses of references → these lead there, and nothing is one essay', async () => {
	const told = 'says the harbour board in a letter to all captains and to whoever else may ask';
	const document = await read(
		'letter.md',
		`This week two stories about the quay, and one that ${told}.\n\n## News\n\n- **The quay sinks:** a report [says so][report], ${told}.\n\n- **Fares rise:** by a tenth, [on line B][fares], ${told}.\n\n## Releases\n\n- [Tide 2.1][tide] is the newest release, ${told}.\n\n{% include references.md %}\n{{< issues "12,13" >}}\n[report]: ${url('report')}\n[fares]: ${url('fares')}\n[tide]: ${url('tide')}\n`
	);
	expect(contents(document)).toEqual([
		['News', expect.stringContaining('The quay sinks'), expect.stringContaining('Fares rise')],
		['Releases', expect.stringContaining('Tide 2.1')]
	]);
	expect(document.sections.flatMap(({ items }) => items.map(({ links }) => links[0]?.url))).toEqual(
		['report', 'fares', 'tide'].map(url)
	);
});

test('blocks and remarks of org → no words of the letter; a link whose words have brackets → a link', async () => {
	const document = await read(
		'letter.org',
		`#+title: Harbour letter 9\n# Intro\n\n* News\n\n#+begin_quote\nA quay that sinks by a hand each year, as all who moor there know.\n#+end_quote\n\n- [[${url('talk')}][[Talk] How quays sink]] : an hour, with slides.\n- [[${url('fares')}][Fares rise]] : by a tenth.\n\n* Tools\n\n- [[${url('saw')}][A saw]] : it listens.\n`
	);
	expect(contents(document)).toEqual([
		['News', '[Talk] How quays sink', 'Fares rise'],
		['Tools', 'A saw']
	]);
	expect(JSON.stringify(document)).not.toMatch(/begin_quote|end_quote|Intro/);
});

const entry = (title: string) =>
	`<p>⚓ <a href="${url(title)}"><em>${title}</em></a> | What the board said of it on Tuesday, in short.</p>`;

const harbour = (body: string) =>
	`<html><head><title>Harbour daily</title></head><body><h2>Tools</h2>${entry('A saw that listens')}<h2>Quick hits</h2>${entry('The ferry stops for good')}${entry('Nine kites in the rain')}${entry('Bread without bakers')}${body}</body></html>`;

test('stories that begin with a link, above a title in the same section → are items, as it is', async () => {
	const document = await read(
		'letter.html',
		harbour(
			`<h3>A quay for everybody</h3><p>The council voted on Tuesday, and by one vote, to open it. <a href="${url('quay')}">Read more</a></p>`
		)
	);
	expect(document.sections.flatMap(({ items }) => items.map(({ title }) => title))).toEqual([
		'A saw that listens',
		'The ferry stops for good',
		'Nine kites in the rain',
		'Bread without bakers',
		'A quay for everybody'
	]);
});

test('“That’s a wrap!” and a poll under headings of their own → the end of the issue, and no items', async () => {
	const document = await read(
		'letter.html',
		harbour(
			`<h3>👋 That's a wrap! Thanks for reading Harbour daily!</h3><p>Write to us, or <a href="${url('more')}">read another</a>.</p><h3>How did you like today's newsletter?</h3><ul><li><a href="${url('a')}">👍 Loved it!</a></li><li><a href="${url('b')}">👎 Not for me</a></li></ul>`
		)
	);
	expect(contents(document)).toEqual([
		['Tools', 'A saw that listens'],
		['Quick hits', 'The ferry stops for good', 'Nine kites in the rain', 'Bread without bakers']
	]);
});

test('a bold call below the heading of an advertisement → the sponsor’s link, and no item', async () => {
	const story = (title: string) =>
		`<hr><h2>${title}</h2><p>The council voted on Tuesday, and by one vote, to open the quay to everybody. <a href="${url(title)}">The Post</a></p>`;
	const document = await read(
		'letter.html',
		`<html><head><title>Harbour daily</title></head><body>${story('A quay for everybody')}${story('Fares rise on line B')}<hr><p style="font-size:12px"><i>In partnership with Lark.</i></p><h2>Paper work takes your week</h2><p>One minute you paint the hull, and the next you look for the receipt of the paint that you used.</p><p><b>Lark</b> keeps all of it, in one place.</p><p>👉 <a href="${url('lark')}"><b>Get half a year with Lark</b></a></p>${story('Nine kites in the rain')}</body></html>`
	);
	const items = document.sections.flatMap((section) => section.items);
	expect(items.map(({ title, role, links }) => [title, role, links.length])).toEqual([
		['A quay for everybody', 'editorial', 1],
		['Fares rise on line B', 'editorial', 1],
		['Paper work takes your week', 'sponsor', 1],
		['Nine kites in the rain', 'editorial', 1]
	]);
});

test('a picture called as the entry above it is → the entry’s, and no section', async () => {
	const list = (...titles: string[]) =>
		titles.map((title) => `+ [${title}](${url(encodeURI(title))})\n`).join('\n');
	const document = await read(
		'letter.md',
		`### Real world\n\n${list('Who mends the quay', 'Circles of tides')}\n![Circles of tides](${url('tides.png')})\n\n${list('Nine kites', 'Bread without bakers')}\n### Tools\n\n${list('A saw', 'A plane')}`
	);
	expect(contents(document)).toEqual([
		['Real world', 'Who mends the quay', 'Circles of tides', 'Nine kites', 'Bread without bakers'],
		['Tools', 'A saw', 'A plane']
	]);
});

test('a letter without a title, whose first of two headings is right over a list of links → a section', async () => {
	const document = await read(
		'letter.md',
		`### Real world\n\n- [Who mends the quay](${url('a')})\n- [Nine kites](${url('b')})\n\n### Workshop\n\n- [A saw](${url('c')})\n`
	);
	expect(contents(document)).toEqual([
		['Real world', 'Who mends the quay', 'Nine kites'],
		['Workshop', 'A saw']
	]);
});

test('paragraphs without a link, and a last line with an address → one story, from its first sentence on', async () => {
	const document = await read(
		'letter.md',
		`# Verein\n\nNach dem Umbau der Halle, der den ganzen Winter gedauert hat, haben wir im Mai wieder geöffnet, und alle waren da.\n\nWir suchen noch Leute für die Werft, freuen uns aber schon, Nora bei uns zu haben, die im ersten Monat zwei Boote gestrichen hat.\n\nBewerbungen sind jederzeit möglich unter: [${url('jobs')}](${url('jobs')}).\n\n# Werft\n\n## [Kran](${url('kran')})\n\n* Der Kran dreht [wieder](${url('dreht')}).\n\n## [Halle](${url('halle')})\n\n* Das Tor schließt.\n\n# Termine\n\nAlle sind willkommen.\n\n* **Treffen der Werft:** dienstags um acht.\n* **Treffen des Vereins:** am 8. Juli.\n`
	);
	const [verein] = document.sections;
	expect(verein?.title).toBe('Verein');
	expect(verein?.items).toHaveLength(1);
	expect(verein?.items[0]?.text).toContain('Nora');
	expect(verein?.items[0]?.links.map((link) => link.url)).toEqual([url('jobs')]);
});

test('a title of address at the beginning of an entry → ends no sentence', async () => {
	const document = await read(
		'letter.md',
		`## Models\n\n- 3rd: [Tide 3](${url('a')}) - the newest of its kind. It is small.\n- 30th: [Mr. Chatterbox sails around the world alone](${url('b')}) - a boat of 1890. It creaks.\n`
	);
	expect(document.sections[0]?.items[1]?.title).toContain('Mr. Chatterbox sails');
});

test('“Contribute to Tide Weekly” over how to → the house’s, and no item', async () => {
	const document = await read(
		'letter.md',
		`# Jobs\n\n- [A captain](${url('a')})\n- [A cook](${url('b')})\n\n# Contribute to Tide Weekly Newsletter\n\nThis would not be possible without the many who write.\n\nYou can help too! Comment on the [next one](${url('next')}).\n`
	);
	expect(contents(document)).toEqual([['Jobs', 'A captain', 'A cook']]);
});

test('who did it, linked to where they are found, before what they did → the sentence is the title', async () => {
	const document = await read(
		'letter.md',
		`### Commits\n\n[Ana Mar](https://x.com/anamar) mended [the crane](${url('crane')}) of the quay. It turns again.\n\n[Bo Lund](https://github.com/bolund) painted [the gate](${url('gate')}) of the hall. It is green.\n\n[Ida Vik](https://tide.example/@ida) asked whether [boats dream](${url('dream')}) of harbours.\n\n### Tools\n\n- [A saw](${url('saw')})\n- [A plane](${url('plane')})\n`
	);
	expect(contents(document)).toEqual([
		[
			'Commits',
			'Ana Mar mended the crane of the quay.',
			'Bo Lund painted the gate of the hall.',
			'Ida Vik asked whether boats dream of harbours.'
		],
		['Tools', 'A saw', 'A plane']
	]);
});
