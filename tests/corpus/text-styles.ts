import type { Style } from './html-styles.ts';
import type { Plan, Story } from './plan.ts';

const DASHES = '-'.repeat(60);

function wrapped(text: string, width = 72): string {
	const lines = [''];
	for (const word of text.split(' ')) {
		if (`${lines.at(-1)} ${word}`.length > width) lines.push(word);
		else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
	}
	return lines.join('\n');
}

function bySection(
	plan: Plan,
	head: (title: string, n: number) => string,
	one: (story: Story, n: number) => string
) {
	const { tongue, number } = plan;
	const body = plan.sections.map(
		({ title, stories }, n) => head(title, n) + stories.map(one).join('')
	);
	return `${tongue.name} #${number}\n\n${tongue.online} https://mail.example.com/v/${number}\n\n${body.join('')}\n\n${DASHES}\n${tongue.leave}: https://mail.example.com/u/${number}\n`;
}

const emoji = ['🗞', '🔧', '⚓', '⚡', '📅'];

export const textStyles: Style[] = [
	{
		name: 'markdown-lists',
		ending: 'md',
		set: (plan) =>
			bySection(
				plan,
				(title) => `## ${title}\n\n`,
				(story) => `- [${story.title}](${story.url}) – ${story.text[0]}\n\n`
			)
	},
	{
		name: 'markdown-titles',
		ending: 'md',
		set: (plan) =>
			bySection(
				plan,
				(title) => `## ${title}\n\n`,
				(story) => `### [${story.title}](${story.url})\n\n${story.text.join(' ')}\n\n`
			)
	},
	{
		name: 'starred-over-dashes',
		ending: 'txt',
		set: (plan) =>
			bySection(
				plan,
				(title) => `\n** ${title}\n${DASHES}\n`,
				(story) =>
					`\nhttps://img.example.com/${story.url.length}\n\n** ${story.title} (${story.url})\n${DASHES}\n\n${story.text.join(' ')}\n\n${plan.tongue.more} → (${story.url})\n`
			).replace(/^(.*#\d+)$/m, '** $1')
	},
	{
		name: 'brackets-below-titles',
		ending: 'txt',
		set: (plan) =>
			bySection(
				plan,
				(title) => `${title}\n\n`,
				(story) => `${story.title}\n\n(${story.url})\n\n${story.text.join(' ')}\n\n`
			)
	},
	{
		name: 'emoji-lines-wrapped',
		ending: 'txt',
		set: (plan) =>
			bySection(
				plan,
				(title, n) => `${emoji[n]} ${title}\n\n`,
				(story) =>
					`${wrapped(story.title, 40)}\n( ${story.url} )\n\n${wrapped(story.text.join(' '))}\n\n`
			)
	},
	{
		name: 'capitals-wrapped',
		ending: 'txt',
		set: (plan) =>
			bySection(
				plan,
				(title) => `${title.toUpperCase()}\n\n`,
				(story) => `${wrapped(story.title)}\n${wrapped(story.text.join(' '))}\n${story.url}\n\n`
			)
	},
	{
		name: 'between-stars',
		ending: 'txt',
		set: (plan) =>
			bySection(
				plan,
				(title) => `***${title.toUpperCase()}***\n\n`,
				(story) => `${wrapped(story.title)}\n\n${wrapped(story.text.join(' '))}\n${story.url}\n\n`
			)
	},
	{
		name: 'underlined-and-lists',
		ending: 'txt',
		set: (plan) =>
			bySection(
				plan,
				(title) => `${title}\n${'='.repeat(title.length)}\n\n`,
				(story) => `* ${story.title}: ${story.url}\n`
			).replace(/\n(?=[^\n]+\n=+\n)/g, '\n\n')
	},
	{
		name: 'markdown-in-text',
		ending: 'txt',
		set: (plan) =>
			bySection(
				plan,
				(title, n) => `# ${emoji[n]} ${title}\n\n`,
				(story) =>
					`View image: (https://img.example.com/a.png)\nCaption: \n\n### ${story.title}\n\n${story.text[0]} **[${story.text[1]}](${story.url})** ${story.text[2]}\n\n`
			)
	},
	{
		name: 'numbers-and-plus',
		ending: 'txt',
		set: (plan) =>
			bySection(
				plan,
				(title) => `** ${title}\n${DASHES}\n\n`,
				(story, n) => `${n + 1} ${story.title}\n${story.text[0]} (Example (${story.url}))\n\n`
			)
	}
];
