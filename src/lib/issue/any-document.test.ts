import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { times } from '../../../tests/combinations.ts';
import { Trouble } from '#lib/trouble.ts';
import { linesOf } from './lines/lines-of.ts';
import { openDocument } from './source/open-document.ts';
import { readIssueAsSent } from './read-issue.ts';
import type { RawDocument } from './source/document.ts';

const samples = new URL('./samples/', import.meta.url);
const texts = readdirSync(samples).map((name) => ({
	name,
	text: readFileSync(new URL(name, samples), 'utf8')
}));

/** What hurts most where it is not expected. */
const splinters = [
	'<table><tr><td>',
	'</td>',
	'</div></div>',
	'<a href="javascript:steal()">x</a>',
	'<a href=" java\tscript:steal()">x</a>',
	'<a href="data:text/html,<script>steal()</script>">x</a>',
	'<a href="https://example.org/1">one',
	'[x](javascript:steal())',
	'<h2>Sponsor</h2>',
	'Together with\n\n',
	'\n---\n',
	'unsubscribe',
	'&#x1F600;',
	'<!--',
	'<style>',
	'\u0000',
	'\ud83d'
];

/** A sample of which parts are left out, told twice, moved, or have splinters in them. */
const mutated = fc
	.record({
		of: fc.nat(texts.length - 1),
		changes: fc.array(
			fc.record({
				at: fc.double({ min: 0, max: 1, noNaN: true }),
				to: fc.double({ min: 0, max: 1, noNaN: true }),
				length: fc.nat(600),
				splinter: fc.option(fc.constantFrom(...splinters))
			}),
			{ maxLength: 6 }
		)
	})
	.map(({ of, changes }): RawDocument => {
		const { name, text } = texts[of]!;
		const changed = changes.reduce((before, { at, to, length, splinter }) => {
			const from = Math.floor(at * before.length);
			const part = before.slice(from, from + length);
			const rest = before.slice(0, from) + before.slice(from + length);
			const there = Math.floor(to * rest.length);
			return rest.slice(0, there) + (splinter ?? part + part) + rest.slice(there);
		}, text);
		return { name, bytes: new TextEncoder().encode(changed) };
	});

/** How often each address is linked, in the lines that a document is turned into. */
async function linked(raw: RawDocument): Promise<Map<string, number>> {
	const counts = new Map<string, number>();
	const { lines } = linesOf(await openDocument(raw), raw.name, (url) => url);
	for (const { url } of lines.flatMap((line) => line.links))
		if (url) counts.set(url, (counts.get(url) ?? 0) + 1);
	return counts;
}

test('any document, however damaged → each link in one item or in none, and none that runs anything', async () => {
	await fc.assert(
		fc.asyncProperty(mutated, async (raw) => {
			const read = await readIssueAsSent(raw).catch((error: unknown) => error);
			if (read instanceof Trouble) return;
			if (read instanceof Error) throw read;

			const { sections, otherLinks } = (read as Awaited<ReturnType<typeof readIssueAsSent>>)
				.document;
			const items = sections.flatMap((section) => section.items);
			const kept = [...items.flatMap((item) => item.links), ...otherLinks].map(({ url }) => url);
			expect(kept.filter((url) => /^\W*(?:java|vb)script:|^\W*data:/i.test(url))).toEqual([]);

			const there = await linked(raw);
			expect(new Set(kept)).toEqual(new Set(there.keys()));
			for (const url of new Set(kept)) {
				expect(kept.filter((one) => one === url).length).toBeLessThanOrEqual(there.get(url)!);
			}
		}),
		{ numRuns: times(100, 300) }
	);
});
