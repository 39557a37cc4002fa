import { expect, test } from 'vitest';
import { readWhole } from '../read-issue.ts';
import { hintsOnImport } from './hints.ts';
import { learn, type DocumentEvidence } from './learn.ts';

const read = (text: string, hints: readonly string[] = []) =>
	readWhole({ name: 'x.md', bytes: new TextEncoder().encode(text) }, new Set(hints));

/** How each issue reads once the publication has all of them: what each says is learnt from all. */
async function readTogether(issues: readonly string[]) {
	const alone = await Promise.all(issues.map((text) => read(text)));
	const evidence = alone.map(({ trace }, i): DocumentEvidence => ({
		edition: String(i),
		plain: false,
		trace
	}));
	const template = learn(evidence);
	const documents = [];
	for (const [i, text] of issues.entries())
		documents.push((await read(text, hintsOnImport(template, evidence[i]!, null))).document);
	return documents;
}

const rolesOf = (documents: Awaited<ReturnType<typeof readTogether>>, title: string) =>
	documents.flatMap(({ sections }) =>
		sections.flatMap(({ items }) =>
			items.filter((item) => item.title.startsWith(title)).map(({ role }) => role)
		)
	);

const names = ['herons', 'cranes', 'gales', 'plaice', 'ropes', 'buoys'];

const list = (name: string, n: number, entries: readonly string[]) =>
	[
		`# Quay ${n}`,
		'',
		'### Stories',
		'',
		`- [What ${name} do at night](https://example.com/night/${n})`,
		`- [Why ${name} come back](https://example.com/back/${n})`,
		'',
		'### Jobs',
		'',
		...entries
	].join('\n');

test('an entry with the same words and link in issue after issue → of the newsletter, and no story', async () => {
	const standing = '- [How an offer comes to stand here](https://example.com/jobs)';
	const documents = await readTogether(
		names.map((name, n) =>
			list(name, n, [`- [Keeper of ${name}](https://example.com/job/${n})`, standing])
		)
	);
	expect(rolesOf(documents, 'How an offer')).toEqual(names.map(() => 'house'));
	expect(new Set(rolesOf(documents, 'Keeper'))).toEqual(new Set(['editorial']));
	expect(new Set(rolesOf(documents, 'What'))).toEqual(new Set(['editorial']));
});

test('an entry called alike that leads elsewhere each time, or of three issues → a story', async () => {
	const documents = await readTogether(
		names.map((name, n) =>
			list(name, n, [
				`- [The picture of the week](https://example.com/picture/${n})`,
				n < 3
					? '- [Come to the open day](https://example.com/open)'
					: `- [Painter of ${name}](https://example.com/painter/${n})`
			])
		)
	);
	expect(new Set(rolesOf(documents, 'The picture'))).toEqual(new Set(['editorial']));
	expect(rolesOf(documents, 'Come to')).toEqual(['editorial', 'editorial', 'editorial']);
});

test('dated entries that are announced for weeks, each over what happens → items of their section', async () => {
	const evening = (day: number) =>
		`- 2026-03-${day} | Brest | [Quay Club](https://example.com/club)\n    - [**An evening on ropes**](https://example.com/evening/${day})`;
	const issues = names.map((name, n) =>
		[
			list(name, n, [`- [Keeper of ${name}](https://example.com/job/${n})`]),
			'',
			'### Evenings',
			'',
			...[0, 1, 2].map((later) => evening(10 + n + later))
		].join('\n')
	);
	for (const { sections } of await readTogether(issues)) {
		expect(sections.map(({ title }) => title)).toEqual(['Stories', 'Jobs', 'Evenings']);
		expect(sections.at(-1)!.items).toHaveLength(3);
	}
});

test('pictures between the entries of lists that have headings → no sections', async () => {
	const { document } = await read(
		[
			'### Stories',
			'',
			'- [What herons do at night](https://example.com/1)',
			'- [Why cranes come back](https://example.com/2)',
			'',
			'<img alt="heron at dawn" src="https://example.com/a.png">',
			'',
			'- [Who counts the plaice](https://example.com/3)',
			'- [How ropes are laid](https://example.com/4)',
			'',
			'![Screenshot of a buoy](https://example.com/b.png)',
			'',
			'- [Where buoys drift](https://example.com/5)',
			'- [When gales rise](https://example.com/6)',
			'',
			'### Tools',
			'',
			'- [A knot for every day](https://example.com/7)',
			'- [A better lantern](https://example.com/8)'
		].join('\n')
	);
	expect(document.sections.map(({ title, items }) => [title, items.length])).toEqual([
		['Stories', 6],
		['Tools', 2]
	]);
});
