import { expect, test } from 'vitest';
import { readIssue } from '../read-issue.ts';
import { withoutDialect } from './text-dialects.ts';

async function read(text: string) {
	const bytes = new TextEncoder().encode(text);
	const { sections } = await readIssue({ name: 'issue.txt', bytes });
	return sections.map(({ title, items }) => [
		title,
		...items.map((item) => `${item.title} ${item.links.length}`)
	]);
}

const prose =
	'The keeper has counted every boat since April and says that none of them came back with less than it left with, which is more than the harbour office can say of its own.';

test('Mailchimp: headings over dashes, pictures by their address → stories with picture, title and call', async () => {
	const story = (title: string, n: number) =>
		`https://example.com/p${n}\n\n** ${title} (https://example.com/s${n})\n${'-'.repeat(60)}\n\nOne line on it.\n\nRead full story → (https://example.com/r${n})\n`;
	const text = `** 6.1.24 | Harbours\n${'-'.repeat(60)}\nAll of it below.\n\n${story('A bridge. Too low, they say', 1)}\n${story('Cranes that think', 2)}\n${story('A goat at sea', 3)}`;

	expect((await read(text)).flat()).toEqual(
		expect.arrayContaining([
			'A bridge. Too low, they say 3',
			'Cranes that think 3',
			'A goat at sea 3'
		])
	);
});

test('an address in brackets below a title, wrapped or with a full stop in it → its link', async () => {
	const text = `🌍 World\n\nThe bridge is too low. Again\n( https://example.com/1 )\n\n${prose}\n\nCranes that think for\nthemselves\n\n(https://example.com/2)\n\n${prose}\n`;
	const titles = (await read(text)).flat();
	expect(titles).toContain('The bridge is too low. Again 1');
	expect(titles).toContain('Cranes that think for themselves 1');
});

test('headings between stars, one of them broken off → headings', () => {
	expect(withoutDialect('***RELEASES***').trim()).toBe('### RELEASES');
	expect(withoutDialect('*\n> **PAST EVENTS***').trim()).toBe('### PAST EVENTS');
	expect(withoutDialect('**Bold** and more.')).toBe('**Bold** and more.');
});

test('beehiiv: pictures in words, marker pens, rows that words cling to → none of them is read', () => {
	const text =
		'View image: (https://example.com/a.png)\nFollow image link: (https://example.com/a)\nCaption: \n##### ==A title==\n----------Good morning';
	expect(withoutDialect(text)).toBe(
		'[![]()](https://example.com/a)\n##### A title\n----------\n\nGood morning'
	);
});

test('Substack: lines without empty ones between, a list that recurs → two stories with their lists', async () => {
	const more = (n: number) =>
		`Further reading:\n– What boats weigh [ https://example.com/m${n} ]\n– What they carry [ https://example.com/n${n} ]\n`;
	const text = `View this post on the web at https://example.com/p/why\n\nWhy harbours are closing early this year\n${prose}\n${prose}\n${more(1)}After the sale, the ferry wants to grow\n${prose}\n${prose}\n${more(2)}`;
	expect(await read(text)).toEqual([
		[
			null,
			'Why harbours are closing early this year 2',
			'After the sale, the ferry wants to grow 2'
		]
	]);
});

test('titles counted from 1 without a sign behind → the items of the heading above', async () => {
	const item = (n: number, title: string) =>
		`${n} ${title}\nThey say so themselves. (Example News (https://example.com/${n}))\n+ What came before. (Example (https://example.com/b${n}))\n\n`;
	const text = `Harbour AM, by Example News\n\n${prose}\n\n## The must-reads\n\n${item(1, 'Harbours reopen')}${item(2, 'A bridge too low')}${item(3, 'Goats at sea')}`;
	expect(await read(text)).toEqual([
		['The must-reads', 'Harbours reopen 2', 'A bridge too low 2', 'Goats at sea 2']
	]);
});

test('blocks that end in their address, one in two and one below who paid for it → a story each', async () => {
	const told =
		'Nobody had expected the figures to be so plain. It took the office three months to answer.';
	const block = (title: string, ...ends: string[]) => [title, told, ...ends].join('\n');
	const text = [
		'NEWS',
		block('Harbours close early', 'https://example.com/1?'),
		block(
			'A bridge too low',
			'https://example.com/2',
			'https://example.com/b2',
			'tel:+33200000000'
		),
		...['Goats at sea', 'Ropes fray', 'Cranes sleep'].map((title, n) =>
			block(title, `https://example.com/${n + 3}`)
		),
		`[Sponsored]\n${block('Acme: coffee that keeps you warm', 'https://acme.example.org/')}`
	].join('\n\n');
	expect((await read(text)).flat()).toEqual(
		expect.arrayContaining([
			'Harbours close early 1',
			'A bridge too low 2',
			'Goats at sea 1',
			'Acme: coffee that keeps you warm 1'
		])
	);
});
