import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIssue, readWhole } from '../read-issue.ts';
import { confidenceOf, usualReading } from './doubt.ts';
import { editionsOf } from './editions.ts';
import { learn, type DocumentEvidence } from './learn.ts';
import { hintsOf, alternativesOf } from './hints.ts';

const prose = 'The keeper has counted every boat since April and says what none of them would. ';

/** A daily whose sections look as its stories' titles do, and whose foot has no word of leaving. */
function daily(n: number) {
	const text = `On the day of the ${['heron', 'plaice', 'gale', 'auction'][n]} ${prose}`;
	const story = (name: string) =>
		`<h2>${name} of day ${'abcdef'[n]}</h2><p>${text.repeat(2)}</p><p>${text} As told in <a href="https://example.com/${n}/${name}">a report of that day</a> at length.</p>`;
	return `<!doctype html><title>Harbour ${'abcdef'[n]}</title><p>${text}</p>${story('Cranes that think, and think again')}${story('A bridge that is far too low')}<h2>The long view</h2>${story('What a goat saw at sea yesterday')}<h2>Seen at the quay</h2><p>${text} <a href="https://example.com/${n}/quay">${'uvwxyz'[n]} was seen</a> there.</p><h2>Come to our open days</h2><p>Every first Sunday, with <a href="https://example.com/days?d=${n}">coffee for all who come</a> early.</p><p>Harbour is made by four people and a parrot.</p>`;
}

async function read(text: string, hints: string[] = [], name = 'x.html') {
	const bytes = new TextEncoder().encode(text);
	return readWhole({ name, bytes }, new Set(hints));
}

async function evidence(): Promise<DocumentEvidence[]> {
	const traces = await Promise.all([0, 1, 2, 3].map((n) => read(daily(n))));
	return traces.map(({ trace }, n) => ({ edition: String(n), plain: false, trace }));
}

test('headings that recur over other words each time → sections; over the same words → frame', async () => {
	const known = await evidence();
	const template = learn(known);
	expect([...template.sections].sort()).toEqual(
		expect.arrayContaining(['seen at the quay', 'the long view'])
	);
	expect(template.constant.has('come to our open days')).toBe(true);

	const { document } = await read(daily(1), hintsOf(template, known[1]!, null));
	expect(document.sections.map(({ title, items }) => [title, items.length])).toEqual([
		[null, 2],
		['The long view', 1],
		['Seen at the quay', 1]
	]);
	expect(document.otherLinks.map(({ url }) => url)).toContain('https://example.com/days?d=1');
});

test('the same issues in another order → the same template', async () => {
	const known = await evidence();
	const plain = (list: readonly DocumentEvidence[]) => {
		const { sections, constant, frame, looks } = learn(list);
		return [sections, constant, frame, looks.keys()].map((one) => [...one].sort());
	};
	fc.assert(
		fc.property(fc.shuffledSubarray(known, { minLength: known.length }), (list) => {
			expect(plain(list)).toEqual(plain(known));
		})
	);
});

test('what an editor said of a heading → holds against any count', async () => {
	const known = await evidence();
	const said = { sections: ['a bridge that is far too low of day b'], others: ['the long view'] };
	const { sections } = learn(known, said);
	expect(sections.has('the long view')).toBe(false);
	expect(sections.has('a bridge that is far too low of day b')).toBe(true);
});

test('a text beside its HTML → one issue, read by the HTML where it shows less', async () => {
	const documents = [
		{ name: 'a/12.html', document: { number: null, date: null, title: 'Harbour' } },
		{ name: 'a/12.txt', document: { number: null, date: null, title: 'Other' } },
		{ name: 'a/13.html', document: { number: null, date: null, title: 'Third' } }
	];
	const editions = editionsOf(documents);
	expect(editions[0]).toBe(editions[1]);
	expect(editions[2]).not.toBe(editions[0]);

	const text = ['Tools', 'A crane', prose, 'A rope', prose, 'Goats', 'Goat at sea', prose].join(
		'\n\n'
	);
	const html = `<!doctype html><h2>Tools</h2><h3><a href="https://example.com/1">A crane</a></h3><p>${prose}</p><h3><a href="https://example.com/2">A rope</a></h3><p>${prose}</p><h2>Goats</h2><h3><a href="https://example.com/3">Goat at sea</a></h3><p>${prose}</p>`;
	const parts = [
		{ edition: '1', plain: false, trace: (await read(html)).trace },
		{ edition: '1', plain: true, trace: (await readText(text)).trace }
	];
	const hints = hintsOf(learn(parts), parts[1]!, alternativesOf(parts)[1]!);
	const { document } = await readText(text, hints);
	expect(
		document.sections.map(({ title, items }) => [title, ...items.map((one) => one.title)])
	).toEqual([
		['Tools', 'A crane', 'A rope'],
		['Goats', 'Goat at sea']
	]);
});

async function readText(text: string, hints: string[] = []) {
	return readWhole({ name: 'x.txt', bytes: new TextEncoder().encode(text) }, new Set(hints));
}

test('the blocks of an issue → a title for each item, and the rule that made it one', async () => {
	const { explained, document } = await read(daily(0));
	const blocks = explained();
	expect(blocks.filter(({ as }) => as === 'title')).toHaveLength(
		document.sections.flatMap(({ items }) => items).length
	);
	expect(blocks.find(({ text }) => text.startsWith('A bridge'))).toMatchObject({
		as: 'title',
		because: 'standsOut'
	});
});

test('an issue with a fifth of the usual items → doubtful, and its siblings are not', async () => {
	const issue = (n: number) => ({
		sections: [
			{
				title: 'News',
				items: Array.from({ length: n }, () => ({ links: [{ url: 'https://example.com/a' }] }))
			}
		],
		otherLinks: []
	});
	const all = [10, 11, 9, 10, 2].map(issue) as unknown as Parameters<typeof confidenceOf>[0][];
	const usual = usualReading(all);
	expect(all.map((one) => confidenceOf(one, usual).doubts.map(({ code }) => code))).toEqual([
		[],
		[],
		[],
		[],
		['itemsUnlikeOthers']
	]);
	expect(usualReading(all.slice(0, 2))).toBeNull();
});

test('an advertisement that runs in every issue → an item of a sponsor, not a section', async () => {
	const advertisement = `<p style="font-size:11px">Sponsored</p><p><strong>Acme: coffee that keeps you warm</strong></p><p>Get 20% off with the code PORT. <a href="https://acme.example.org/">Shop now</a></p>`;
	const story = (title: string) =>
		`<h3><a href="https://example.com/${title.replaceAll(' ', '-')}">${title}</a></h3><p>${prose}</p>`;
	const issue = (n: number) => {
		const names = ['News', 'Tools', 'Events', 'Culture'].map((_, i, all) => all[(i + n) % 4]!);
		const sections = names.slice(0, 3).map((name, i) => {
			const who = ['Cranes', 'Goats', 'Ropes', 'Ferries'][n];
			const stories = story(`${who} in ${name} sleep`) + story(`${who} in ${name} wake`);
			return `<h2>${name}</h2>${stories}${i ? '' : advertisement}`;
		});
		return `<!doctype html><title>Harbour ${'abcd'[n]}</title><h1>Harbour</h1>${sections.join('')}`;
	};
	const known = await Promise.all(
		[0, 1, 2, 3].map(async (n) => ({
			edition: String(n),
			plain: false,
			trace: (await read(issue(n))).trace
		}))
	);
	const { document } = await read(issue(1), hintsOf(learn(known), known[1]!, null));
	expect(
		document.sections.map(({ title, items }) => [title, ...items.map(({ role }) => role)])
	).toEqual([
		['Tools', 'editorial', 'editorial', 'sponsor'],
		['Events', 'editorial', 'editorial'],
		['Culture', 'editorial', 'editorial']
	]);
});

test('the mark of an advertisement at its end, above the next section of every issue → a section all the same', async () => {
	const story = (title: string) =>
		`### [${title}](https://example.com/${title.replaceAll(' ', '-')})\n\nA word on it, and on the weather.\n`;
	const issue = (n: number) => {
		const who = ['Cranes', 'Goats', 'Ropes', 'Ferries'][n];
		const paid = `## Advertisement\n\n### [A spade by Ferro, week ${n}](https://ferro.example.org/${n})\n\nIn partnership with Ferro.\n`;
		return `# Garden ${'abcd'[n]}\n\n## In front\n\n${story(`${who} sleep`)}${story(`${who} wake`)}${paid}\n## At the back\n\n${story(`${who} eat`)}${story(`${who} leave`)}`;
	};
	const known = await Promise.all(
		[0, 1, 2, 3].map(async (n) => ({
			edition: String(n),
			plain: false,
			trace: (await read(issue(n), undefined, `${n}.md`)).trace
		}))
	);
	const hints = hintsOf(learn(known), known[1]!, null);
	const { document } = await read(issue(1), hints, '1.md');
	expect(
		document.sections.map(({ title, items }) => [title, ...items.map(({ role }) => role)])
	).toEqual([
		['In front', 'editorial', 'editorial'],
		['Advertisement', 'sponsor'],
		['At the back', 'editorial', 'editorial']
	]);
});

test('a file that holds several issues → read, and doubted', async () => {
	const issue = (n: number) =>
		`# Tide ${n}\n\nHello! Here is what was read on the quay, by those who had the time for it, in one line each.\n\n## News\n\n- [The quay of week ${n}](https://q.example.com/${n})\n- [The lock](https://l.example.com/${n})\n`;
	const codes = async (...numbers: number[]) => {
		const bytes = new TextEncoder().encode(numbers.map(issue).join('\n'));
		const document = await readIssue({ name: 'tide.md', bytes });
		return confidenceOf(document, null).doubts.map(({ code }) => code);
	};
	expect(await codes(12, 13, 14)).toEqual(['severalIssues']);
	expect(await codes(12)).toEqual([]);
});

test('advertisements below a sponsor’s heading whose titles recur → titles, also where nothing else has their look', async () => {
	const story = (n: number, name: string) =>
		`<h3><a href="https://example.com/${n}/${name}">The ${name} of week ${'abcdefgh'[n]}</a></h3><p>${prose}</p>`;
	const letter = (n: number) =>
		`<title>Tide ${'abcdefgh'[n]}</title><h1>Tide</h1><p>Good morning, all of you on the quay.</p><h2>The lead</h2>${story(n, 'harbour')}<h2>Sponsored</h2><h3>${n % 2 ? 'Hull cover in ten minutes' : 'Berths without the spreadsheets'}</h3><p>Presented by Lark. Try it free for a month. <a href="https://example.org/${n % 2}">Book a demo</a></p><h2>Also today</h2>${story(n, 'crane')}${story(n, 'ferry')}`;
	const all = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((n) => read(letter(n))));
	const known = all.map(({ trace }, n) => ({ edition: String(n), plain: false, trace }));

	const { document } = await read(letter(6), hintsOf(learn(known), known[6]!, null));
	expect(
		document.sections.map(({ title, items }) => [title, items.map((one) => one.title)])
	).toEqual([
		['The lead', ['The harbour of week g']],
		['Sponsored', ['Berths without the spreadsheets']],
		['Also today', ['The crane of week g', 'The ferry of week g']]
	]);
});
