import { expect, test } from 'vitest';
import { Trouble } from '#lib/trouble.ts';
import { takeIssue } from './read-issue.ts';

// What nobody writes and somebody may send: it takes the time that its length warrants.

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
	await takeIssue({ name, bytes: new TextEncoder().encode(text) }).catch((error: unknown) => {
		// it may be refused, but nothing may fall over
		if (!(error instanceof Trouble)) throw error;
	});
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

const LENGTH = 100_000;
/** Below this nothing can be told, in milliseconds for twice the length. */
const IDLE = 500;

test.each(Object.entries(shapes))(
	'a document of %s → time in proportion to its length',
	async (_shape, pump) => {
		for (const name of ['a.html', 'a.md', 'a.txt']) {
			const long = await time(name, pump, 2 * LENGTH);
			if (long < IDLE) continue;
			let least = Infinity;
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
	for (const [pump, length] of [
		[' ', 10_000_000],
		['&amp;', 5_000_000]
	] as const)
		for (const name of ['a.html', 'a.md', 'a.txt'])
			expect([
				name,
				(await time(name, pump, length)) / (await time(name, pump, length / 4)) < 12
			]).toEqual([name, true]);
}, 600_000);
