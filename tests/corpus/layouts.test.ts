import { expect, test } from 'vitest';
import { readIssue } from '#lib/issue/read-issue.ts';
import { boxes, heads, letterOf, stories } from './layouts.ts';
import { planOf, type Plan } from './plan.ts';
import { textLayouts, textLetterOf } from './text-layouts.ts';
import { tongues } from './tongues.ts';

/** Each way to mark a section with each to set a story, in each box. */
const layouts = Object.keys(heads).flatMap((head) =>
	Object.keys(stories).flatMap((story) => Object.keys(boxes).map((box) => ({ head, story, box })))
);

const words = (text: string | null) => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

/** What of a letter is not read as it was planned: stories that are missing, elsewhere or without their link. */
async function faults(plan: Plan, ending: string, letter: string): Promise<string[]> {
	const bytes = new TextEncoder().encode(letter);
	const read = await readIssue({ name: `${plan.day}_${plan.number}.${ending}`, bytes });
	const found = read.sections.flatMap(({ title, items }) =>
		items.map((item) => ({ section: words(title).trim(), item }))
	);
	return plan.sections.flatMap(({ title, stories }) =>
		stories.flatMap((story): string[] => {
			const own = found.find(({ item }) => words(item.title).trim() === words(story.title).trim());
			if (!own) return [`lost: ${story.title}`];
			if (own.section !== words(title).trim()) return [`in “${own.section}”: ${story.title}`];
			return own.item.links.some(({ url }) => url.startsWith(story.url))
				? []
				: [`without its link: ${story.title}`];
		})
	);
}

/** The layouts of which something is not read as planned, with what. */
async function wrongOf<Layout extends object>(
	layouts: readonly Layout[],
	set: (plan: Plan, layout: Layout, seed: number) => { ending: string; letter: string }
): Promise<string[]> {
	const wrong: string[] = [];
	for (const [seed, layout] of layouts.entries()) {
		const plan = planOf(tongues[seed % tongues.length]!, seed, 1 + (seed % 7));
		const { ending, letter } = set(plan, layout, seed);
		const found = (await faults(plan, ending, letter)).slice(0, 3).join('; ');
		if (found) wrong.push(`${Object.values(layout).join(' / ')} ${plan.tongue.code}: ${found}`);
	}
	return wrong;
}

test('a letter of any layout → every story in its section, with its link', async () => {
	const set = (plan: Plan, layout: (typeof layouts)[number], seed: number) => {
		return { ending: 'html', letter: letterOf(plan, layout, seed) };
	};
	expect(await wrongOf(layouts, set)).toEqual([]);
});

test('a letter in text or Markdown of any layout → every story in its section, with its link', async () => {
	const set = (plan: Plan, layout: (typeof textLayouts)[number]) => {
		return { ending: layout.ending, letter: textLetterOf(plan, layout) };
	};
	expect(await wrongOf(textLayouts, set)).toEqual([]);
});
