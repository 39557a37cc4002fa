import type { Plan, Story } from './plan.ts';

// The same for letters in plain text and in Markdown: any mark of a section with any way to set a story.

type Head = (title: string, n: number) => string;
type SetStory = (story: Story, plan: Plan, n: number) => string;

const emoji = ['🌊', '📚', '💼', '🎭'];

const heads: Record<'txt' | 'md', Record<string, Head>> = {
	txt: {
		capitals: (title) => title.toUpperCase(),
		'capitals-underlined': (title) => `${title.toUpperCase()}\n${'='.repeat(title.length)}`,
		underlined: (title) => `${title}\n${'-'.repeat(title.length)}`,
		'between-signs': (title) => `=== ${title} ===`,
		'in-brackets': (title) => `[ ${title} ]`,
		'behind-an-emoji': (title, n) => `${emoji[n % 4]} ${title}`,
		'between-rules': (title) => `${'-'.repeat(40)}\n${title.toUpperCase()}\n${'-'.repeat(40)}`
	},
	md: {
		heading: (title) => `## ${title}`,
		'top-heading': (title) => `# ${title}`,
		bold: (title) => `**${title}**`,
		'behind-an-emoji': (title, n) => `## ${emoji[n % 4]} ${title}`,
		'below-a-rule': (title) => `---\n\n## ${title}`
	}
};

const stories: Record<'txt' | 'md', Record<string, SetStory>> = {
	txt: {
		'title-text-address': ({ title, text, url }) => `${title}\n${text[0]} ${text[1]}\n${url}`,
		'title-address-text': ({ title, text, url }) => `${title}\n${url}\n${text[0]}`,
		counted: ({ title, text, url }, _, n) => `${n + 1}. ${title}\n   ${text[0]}\n   ${url}`,
		'address-in-brackets': ({ title, text, url }) => `${title} <${url}>\n${text[0]}`,
		'address-behind-an-arrow': ({ title, text, url }) =>
			`${title}\n${text[0]} ${text[1]}\n→ ${url}`,
		'address-behind-a-call': ({ title, text, url }, { tongue }) =>
			`${title}\n\n${text[0]}\n\n${tongue.more}: ${url}`
	},
	md: {
		heading: ({ title, text, url }) => `### [${title}](${url})\n\n${text[0]}`,
		'heading-and-call': ({ title, text, url }, { tongue }) =>
			`### ${title}\n\n${text[0]} [${tongue.more}](${url})`,
		'bold-link': ({ title, text, url }) => `**[${title}](${url})**\n\n${text[0]}`,
		'link-and-dash': ({ title, text, url }) => `[${title}](${url}) — ${text[0]}`,
		entry: ({ title, text, url }) => `- [${title}](${url}): ${text[0]}`
	}
};

type Layout = { ending: 'txt' | 'md'; head: string; story: string };

/** Each mark of a section with each way to set a story, of both kinds of text. */
export const textLayouts: Layout[] = (['txt', 'md'] as const).flatMap((ending) =>
	Object.keys(heads[ending]).flatMap((head) =>
		Object.keys(stories[ending]).map((story) => ({ ending, head, story }))
	)
);

/** A letter of one layout. */
export function textLetterOf(plan: Plan, { ending, head, story }: Layout): string {
	const { tongue, number, sections } = plan;
	const parts = sections.flatMap((section, n) => [
		heads[ending][head]!(section.title, n),
		...section.stories.map((one, i) => stories[ending][story]!(one, plan, i))
	]);
	const leave = `https://mail.example.com/u/${number}`;
	const foot =
		ending === 'md' ? `---\n\n[${tongue.leave}](${leave})` : `--\n${tongue.leave}: ${leave}`;
	const name = ending === 'md' ? [] : [`${tongue.name} - #${number}`];
	return [...name, ...parts, foot].join('\n\n');
}
