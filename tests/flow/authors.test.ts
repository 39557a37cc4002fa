import { expect, test } from 'vitest';
import { correct, undoCorrection } from '#lib/server/editing/corrections.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { everything } from '#lib/filters/filters.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const actor = { by: null, now: 0 };
const day = (n: number) => new Date(Date.UTC(2025, 0, 2 + 7 * n)).toISOString().slice(0, 10);

/** Issues of four items, of which some are signed, and clicks that like the second author better. */
function letters(issues: number) {
	const files: Record<string, Uint8Array> = {};
	const rows = ['email;campagne;date;url'];
	for (let n = 1; n <= issues; n++) {
		const by = n % 2 ? ['Ana Mar', 'Léo Roux'] : ['Leo Roux', 'Ana Mar'];
		files[`${day(n)}_lettre-${n}.md`] = Buffer.from(`---
title: "Les quais #${n}"
number: ${n}
date: ${day(n)}
---

## Nouvelles

### [L’écluse est encore fermée ${n}](https://example.com/a-${n})

Par ${by[0]}

Jusqu’au printemps, et même un peu après.

### [Le pont chante encore ${n}](https://example.com/b-${n})

Par ${by[1]}

Dans le vent du matin comme dans celui du soir.

### [La crue est passée ${n}](https://example.com/c-${n})

Elle a laissé du limon sur les quais et dans les caves.

### [Le halage reprend ${n}](https://example.com/d-${n})

Avec des chevaux, cette fois, et un peu de patience.
`);
		for (let reader = 0; reader < 400; reader++)
			for (const [i, page] of ['a', 'b', 'c', 'd'].entries()) {
				const second = by[i]?.startsWith('L') ? 2 : 1;
				if ((reader * 7 + n * 13 + i * 29) % 60 < second * 3)
					rows.push(
						`r${reader}@example.org;Les quais #${n};${day(n)} 1${i}:${String(reader % 60).padStart(2, '0')}:00;https://example.com/${page}-${n}`
					);
			}
	}
	return { ...files, 'clics.csv': Buffer.from(rows.join('\n')) };
}

async function authors(workspace: Workspace, filters = everything) {
	return authorFigures(workspace.db, await workspace.publication(), filters);
}

const named = async (workspace: Workspace) =>
	Object.fromEntries(
		(await authors(workspace)).authors.map(({ author, items }) => [author, items])
	);

test('authors in bylines, then a spreadsheet, then corrections → the later source holds, until undone', async () => {
	const workspace = await newWorkspace();
	await workspace.take(letters(12));

	// one name however it is accented, as most items have it; what nobody signed is nobody's
	const { authors: read, totals } = await authors(workspace);
	expect(totals).toEqual({ issues: 12, items: 48, signed: 24 });
	expect(read.map(({ items }) => items)).toEqual([12, 12]);
	const [leo, ana] = read;
	expect([leo!.author, ana!.author]).toEqual(['Leo Roux', 'Ana Mar']);
	expect(leo!.lift! / ana!.lift!).toBeGreaterThan(1.4);
	expect(leo!.low).toBeGreaterThan(1);
	expect([leo!.rank, ana!.rank]).toEqual([1, 2]);

	const of = async (author: string) =>
		(
			await itemFigures(workspace.db, await workspace.publication(), {
				...everything,
				authors: [author]
			})
		).items;
	expect(await of('LÉO ROUX')).toHaveLength(12);
	expect((await of('leo roux')).every(({ authors }) => authors[0] === 'Leo Roux')).toBe(true);

	// a spreadsheet knows better than a byline, and says what nobody signed
	await workspace.take({
		'auteurs.csv': Buffer.from(
			[
				'numéro;article;auteur',
				...[1, 2, 3, 4, 5].map((n) => `${n};La crue est passée ${n};Inès Okafor`),
				'1;Le pont chante encore 1;Inès Okafor; '
			].join('\n')
		)
	});
	expect(await named(workspace)).toEqual({ 'Ana Mar': 12, 'Leo Roux': 11, 'Inès Okafor': 6 });

	// an editor knows better than both, also that it was nobody
	const publication = await workspace.publication();
	const item = (await workspace.items()).find(({ title }) => title === 'La crue est passée 1')!;
	const confirmAuthors = (authors: string[]) =>
		correct(
			workspace.db,
			publication,
			item.issueId,
			{ kind: 'authors', item: item.id, authors },
			actor
		);
	await confirmAuthors(['Ana Mar', 'Bo Li']);
	expect(await named(workspace)).toMatchObject({ 'Ana Mar': 13, 'Bo Li': 1, 'Inès Okafor': 5 });
	await confirmAuthors([]);
	expect(await named(workspace)).toEqual({ 'Ana Mar': 12, 'Leo Roux': 11, 'Inès Okafor': 5 });
	await undoCorrection(workspace.db, publication, item.issueId, actor);
	await undoCorrection(workspace.db, publication, item.issueId, actor);
	expect(await named(workspace)).toEqual({ 'Ana Mar': 12, 'Leo Roux': 11, 'Inès Okafor': 6 });

	// the spreadsheet taken back, bylines hold again
	const sheet = (await workspace.receipts()).find(({ file }) => file.endsWith('auteurs.csv'))!;
	expect(sheet).toMatchObject({ kind: 'tags', accepted: 6, rejected: 0 });
	await workspace.undo(sheet.id);
	expect(await named(workspace)).toEqual({ 'Ana Mar': 12, 'Leo Roux': 12 });
	expect(await workspace.differences()).toEqual([]);
});

test('an author given for a whole issue → wrote its unsigned items; a single author → not compared', async () => {
	const workspace = await newWorkspace();
	await workspace.take(letters(6));
	const rows = [1, 2, 3, 4, 5, 6].map((n) => `Les quais #${n},Bo Li`);
	await workspace.take({ 'authors.csv': Buffer.from(['issue,author', ...rows].join('\n')) });
	expect(await named(workspace)).toEqual({ 'Ana Mar': 6, 'Leo Roux': 6, 'Bo Li': 12 });

	const alone = await newWorkspace();
	const files = Object.entries(letters(4)).map(([name, text]) => [
		name,
		Buffer.from(text.toString().replace(/Par L[eé]o Roux/gi, 'Par Ana Mar'))
	]);
	await alone.take(Object.fromEntries(files) as Record<string, Uint8Array>);
	expect((await authors(alone)).authors).toEqual([]);
	expect((await authors(alone)).totals.signed).toBe(8);
});

test('a second spreadsheet of authors → holds, whichever it is', async () => {
	const sheet = (author: string) => Buffer.from(`issue,author\nLes quais #1,${author}\n`);
	const sheets = { 'un.csv': sheet('Bo Li'), 'deux.csv': sheet('Inès Okafor') };
	for (const [first, second, holds] of [
		['un.csv', 'deux.csv', 'Inès Okafor'],
		['deux.csv', 'un.csv', 'Bo Li']
	] as const) {
		const workspace = await newWorkspace();
		await workspace.take({ ...letters(1), [first]: sheets[first] });
		await workspace.take({ [second]: sheets[second] });
		const given = new Set((await workspace.items()).flatMap(({ authors }) => authors));
		expect(given).toEqual(new Set(['Ana Mar', 'Léo Roux', holds]));
	}
});

test('a publication of one author → what is expected of topics is a number', async () => {
	const workspace = await newWorkspace();
	const one = Object.entries(letters(6)).map(([name, bytes]): [string, Uint8Array] => [
		name,
		Buffer.from(String(bytes).replace(/Par (?:Ana|L[eé]o) .*/gu, 'Par Ana Mar'))
	]);
	const themes = [1, 2, 3, 4, 5, 6].flatMap((n) =>
		['a', 'b', 'c', 'd'].map(
			(page, i) => `${n};https://example.com/${page}-${n};${(n + i) % 2 ? 'Rives' : 'Crues'}`
		)
	);
	await workspace.take({
		...Object.fromEntries(one),
		'themes.csv': Buffer.from(['Numéro;Lien;Thème', ...themes].join('\n'))
	});
	expect((await authors(workspace)).totals.signed).toBe(12);
	const publication = await workspace.publication();
	const { topics } = await topicFigures(workspace.db, publication, everything);
	expect(topics.map(({ expected }) => expected! > 0)).toEqual([true, true]);
});

test('a filter that leaves items of one issue → they are said to be in one, not in all of the period', async () => {
	const workspace = await newWorkspace();
	const themes = [1, 2, 3, 4].flatMap((n) =>
		['a', 'b', 'c', 'd'].map((page) => {
			const isTheOne = page === 'd' && n === 2;
			return `${n};https://example.com/${page}-${n};${isTheOne ? 'Halage' : 'Rives'}`;
		})
	);
	await workspace.take({
		...letters(4),
		'themes.csv': Buffer.from(['Numéro;Lien;Thème', ...themes].join('\n'))
	});
	const publication = await workspace.publication();
	const { topics } = await topicFigures(workspace.db, publication, everything);
	const { id } = topics.find(({ topic }) => topic === 'Halage')!;
	const asked = { ...everything, topics: [id] };
	const items = await itemFigures(workspace.db, publication, asked);
	expect(items).toMatchObject({ total: 1, itemIssues: 1, issues: 4 });
	const { totals } = await topicFigures(workspace.db, publication, asked);
	expect(totals).toMatchObject({ itemIssues: 1, issues: 4 });
});
