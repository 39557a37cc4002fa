import { expect, test } from 'vitest';
import { Trouble } from '#lib/trouble.ts';
import { readIssue, takeIssue } from '#lib/issue/read-issue.ts';
import { dealt } from '../combinations.ts';

// What nobody writes and somebody may send: it takes the time that its length warrants.

function typed(name: string, text: string) {
	return { name, bytes: new TextEncoder().encode(text) };
}

const shapes: Record<string, string> = {
	spaces: ' ',
	'empty lines': '\n',
	'opening signs': '<',
	brackets: '(',
	'square brackets': '[',
	'images without end': '![a](',
	stars: '*',
	underscores: '_ ',
	entities: '&amp;',
	ampersands: '&',
	'nested blocks': '<div>',
	'nested inline': '<b>',
	'nested lists': '<ul><li>',
	'nested links': '<a href="https://example.com/a">a',
	'table cells': '<table><tr><td>',
	comments: '<!--',
	attributes: '<p a="',
	quotes: '> ',
	links: 'https://example.com/a ',
	'one long address': 'https://a.example.com/',
	'words without end': 'a',
	mails: 'a@',
	percents: '%25',
	rows: '|a'
};

/** Milliseconds of the processor for a document of so many characters between two headings. */
async function time(name: string, pump: string, length: number): Promise<number> {
	const head = name.endsWith('html') ? '<html><body><h2>News</h2><p>' : '# News\n\nA story. ';
	const text =
		head + pump.repeat(Math.ceil(length / pump.length)) + '\n\n## More\n\nAnother story.';
	const start = process.cpuUsage();
	await takeIssue(typed(name, text)).catch((error: unknown) => {
		// it may be refused, but nothing may fall over
		if (!(error instanceof Trouble)) throw error;
	});
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

const LENGTH = 100_000;
/** Below this nothing can be told, in milliseconds for twice the length. */
const IDLE = 500;

const kinds = ['a.html', 'a.md', 'a.txt'];

test.each(Object.entries(shapes))(
	'a document of %s → time in proportion to its length',
	async (shape, pump) => {
		for (const name of dealt(Object.keys(shapes).indexOf(shape), kinds, kinds.length)) {
			const long = await time(name, pump, 2 * LENGTH);
			let least = long < IDLE ? 0 : Infinity;
			for (let tries = 0; tries < 3 && least > 3; tries++)
				least = Math.min(
					least,
					(await time(name, pump, 2 * LENGTH)) / (await time(name, pump, LENGTH))
				);
			expect([name, least > 3]).toEqual([name, false]);
		}
	},
	600_000
);

test('ten megabytes of spaces on a line, or a million entities → read like any document', async () => {
	const pumps = [
		[' ', 10_000_000],
		['&amp;', 5_000_000]
	] as const;
	for (const [i, [pump, length]] of pumps.entries())
		for (const name of dealt(i, kinds, 2))
			expect([
				name,
				(await time(name, pump, length)) / (await time(name, pump, length / 4)) < 12
			]).toEqual([name, true]);
}, 600_000);

test('a document without end → its beginning, and the length of the rest; a large picture → no rest', async () => {
	const story = (i: number) =>
		`<p><a href="https://example.org/${i}">Story number ${i}</a> of a very long issue</p>\n`;
	const html = Array.from({ length: 40_000 }, (_, i) => story(i)).join('');
	const { document, leftOut, clean } = await takeIssue(typed('x.html', html));

	expect(document.sections[0]!.items[0]!.title).toBe('Story number 0');
	expect(leftOut.characters).toBeGreaterThan(html.length * 0.1);
	expect(clean.body.length).toBeLessThan(html.length);
	const picture = `<img src="data:image/png;base64,${'QUJD'.repeat(1_000_000)}">${story(1)}`;
	expect((await takeIssue(typed('x.html', picture))).leftOut.characters).toBe(0);
});

// 2 s for any document is the promise; a busy machine gets twice that
test.each([
	[
		'nesting',
		'x.html',
		'<div><table><tr><td>'.repeat(5_000) + '<a href="https://example.org/">A deep link</a>'
	],
	['unclosed elements', 'x.html', '<b>'.repeat(300_000)],
	['unclosed links', 'x.html', '<a href="https://example.org/x">word '.repeat(20_000)],
	[
		'ten thousand links',
		'x.html',
		Array.from(
			{ length: 10_000 },
			(_, i) => `<p><a href="https://example.org/${i}">Story number ${i}</a></p>`
		).join('')
	],
	[
		'megabytes of a picture',
		'x.html',
		`<img src="data:image/png;base64,${'QUJD'.repeat(2_000_000)}">`
	],
	['one line', 'x.txt', 'word '.repeat(500_000)],
	['brackets', 'x.md', '['.repeat(100_000)],
	['emphasis', 'x.md', '*a **b '.repeat(15_000)],
	['blanks', 'x.txt', `a${' '.repeat(1_000_000)}b`],
	['open brackets', 'x.txt', '['.repeat(20_000_000)],
	['stray ends', 'x.html', '<div>'.repeat(240) + '</p>'.repeat(4_000_000)],
	['signs', 'x.html', '<html>' + '< <'.repeat(5_000_000)],
	['rows', 'x.md', `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(15_000)}`],
	[
		'parts',
		'x.eml',
		`From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n${'--b\n\nhi\n'.repeat(500_000)}`
	]
])(
	'a document of nothing but %s → read or refused in the time of some fifty letters',
	async (_, name, text) => {
		const raw = typed(name, text);
		const { refused, took } = await read(raw);
		if (refused) expect(refused).toBe('documentUnreadable');
		expect(took).toBeLessThan(50 * (await ofALetter()));
	}
);

/** How a document is read, and how long that took: of the processor, as other work must not matter. */
async function read(raw: Parameters<typeof readIssue>[0]) {
	const start = process.cpuUsage();
	const refused = await readIssue(raw).then(
		() => null,
		({ code }) => code as string
	);
	return { refused, took: process.cpuUsage(start).user };
}

let usual: number | undefined;

/** What a letter of two hundred stories takes here: machines differ. */
async function ofALetter(): Promise<number> {
	if (usual) return usual;
	const story = (i: number) =>
		`<h3><a href="https://example.org/${i}">Story number ${i}</a></h3><p>${'A few words. '.repeat(20)}</p>`;
	const letter = typed('x.html', Array.from({ length: 200 }, (_, i) => story(i)).join(''));
	const took: number[] = [];
	for (let i = 0; i < 7; i++) took.push((await read(letter)).took);
	return (usual = took.sort((a, b) => a - b)[3]!);
}
