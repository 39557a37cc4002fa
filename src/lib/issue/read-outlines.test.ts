import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readIssue } from './read-issue.ts';
import type { IssueDocument } from './source/document.ts';

const outlines = new URL('./outlines/', import.meta.url);
const samples = new URL('./samples/', import.meta.url);

/** As a person would note it down: `#` a section, `-` an item, `$` one that somebody paid for. */
function noted({ sections }: IssueDocument): string {
	const marks = { editorial: '-', house: '+', sponsor: '$' };
	return sections
		.flatMap(({ title, items }) => [
			`# ${title ?? ''}`.trim(),
			...items.map((item) => `${marks[item.role]} ${item.title}`)
		])
		.join('\n');
}

// a person's reading of each sample, written before the parser saw it
test.each(readdirSync(outlines))('%s → the outline that a person noted down', async (name) => {
	const sample = name.replace(/\.outline$/, '');
	const bytes = new Uint8Array(readFileSync(new URL(sample, samples)));
	const { sections, ...rest } = await readIssue({ name: sample, bytes });

	expect(noted({ sections, ...rest })).toBe(readFileSync(new URL(name, outlines), 'utf8').trim());
});
