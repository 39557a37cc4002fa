import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { document } from '#lib/server/store/schema/document.ts';
import { listImports } from '#lib/server/store/events/imports.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const weeks = ['', 'spring', 'summer', 'autumn', 'winter'];

const story = (n: number, name: string) =>
	`<p>A paragraph of <a href="https://example.org/${n}/${name}">the ${name} of ${weeks[n]}</a>, and what came of it.</p>`;

/** An issue that shows which of its headings hold several stories. */
const plain = (n: number) =>
	`<title>The Kiln #${n}</title><h2>News</h2><ul><li><a href="https://example.org/${n}/a">First story of ${n}</a></li><li><a href="https://example.org/${n}/b">Second story of ${n}</a></li></ul>` +
	`<h2>From the shed</h2><ul><li><a href="https://example.org/${n}/c">Third story of ${n}</a></li><li><a href="https://example.org/${n}/d">Fourth story of ${n}</a></li></ul>`;

/** One that does not: its only heading is over one story. */
const meagre = (n: number) =>
	`<title>The Kiln #${n}</title><p>${`${weeks[n]} `.repeat(20)}</p><h3>From the shed</h3>${story(n, 'glaze')}`;

const files = {
	'kiln-1.html': Buffer.from(plain(1)),
	'kiln-2.html': Buffer.from(meagre(2)),
	'kiln-3.html': Buffer.from(plain(3)),
	'kiln-4.html': Buffer.from(meagre(4))
};
const names = Object.keys(files) as (keyof typeof files)[];

async function sections({ db }: Workspace) {
	const rows = await db.select().from(document);
	return Object.fromEntries(
		rows.map(({ name, outline }) => [name, outline.sections.map(({ title }) => title)])
	);
}

test('a heading of several stories in two issues → a section of the others too, in any order of files', async () => {
	const usual = {
		'kiln-1.html': ['News', 'From the shed'],
		'kiln-2.html': ['From the shed'],
		'kiln-3.html': ['News', 'From the shed'],
		'kiln-4.html': ['From the shed']
	};
	const all = await newWorkspace();
	await all.take(files);
	const figures = await all.figures();

	await fc.assert(
		fc.asyncProperty(fc.shuffledSubarray(names, { minLength: names.length }), async (order) => {
			const workspace = await newWorkspace();
			for (const name of order) await workspace.take({ [name]: files[name] });
			expect(await sections(workspace)).toEqual(usual);
			expect(await workspace.figures()).toEqual(figures);
		}),
		{ numRuns: 4 }
	);
});

test('the imports that taught a heading undone → nothing is known of it any more', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files);
	const telling = (await listImports(workspace.db, (await workspace.publication()).id)).filter(
		({ name }) => name === 'kiln-1.html' || name === 'kiln-3.html'
	);
	for (const { id } of telling) await workspace.undo(id);

	// of two issues that show nothing by themselves neither tells anything of the other
	expect(await sections(workspace)).toEqual({ 'kiln-2.html': [null], 'kiln-4.html': [null] });
	const rows = await workspace.db.select().from(document).where(eq(document.name, 'kiln-2.html'));
	expect(rows[0]!.habits).toEqual([]);
	expect(await workspace.differences()).toEqual([]);
});
