import { expect, test } from 'vitest';
import { readIssue } from '#lib/issue/read-issue.ts';
import { boxes, heads, letterOf, stories } from './layouts.ts';
import { planOf, type Plan } from './plan.ts';
import { tongues } from './tongues.ts';

/** Each way to mark a section with each to set a story, in each box. */
const layouts = Object.keys(heads).flatMap((head) =>
	Object.keys(stories).flatMap((story) => Object.keys(boxes).map((box) => ({ head, story, box })))
);

const words = (text: string | null) => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

/** What of a letter is not read as it was planned: stories that are missing, elsewhere or without their link. */
async function faults(plan: Plan, html: string): Promise<string[]> {
	const bytes = new TextEncoder().encode(html);
	const read = await readIssue({ name: `${plan.day}_${plan.number}.html`, bytes });
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

test('a letter of any layout → every story in its section, with its link', async () => {
	const wrong: string[] = [];
	for (const [seed, layout] of layouts.entries()) {
		const plan = planOf(tongues[seed % tongues.length]!, seed, 1 + (seed % 7));
		const found = await faults(plan, letterOf(plan, layout, seed));
		if (found.length)
			wrong.push(
				`${Object.values(layout).join(' / ')} ${plan.tongue.code}: ${found.slice(0, 3).join('; ')}`
			);
	}
	expect(wrong).toEqual([]);
});
