// One list of how services set letters, which parts would only scatter.
import type { Plan, Story } from './plan.ts';

/** A way of setting an issue; `flat` ones mark no sections. */
export type Style = {
	name: string;
	ending: 'html' | 'txt' | 'md';
	flat?: true;
	set(plan: Plan): string;
};

const link = ({ url, title }: Story) => `<a href="${url}">${title}</a>`;
const paragraphs = ({ text }: Story) => text.map((words) => `<p>${words}</p>`).join('');
const linkedText = (story: Story) =>
	`<p>${story.text[0]} <a href="${story.url}">${story.text[1]}</a> ${story.text[2]}</p>`;
const picture = (story: Story) =>
	`<p><a href="${story.url}"><img src="p.png" alt="" width="600"></a></p>`;
const button = (plan: Plan, { url }: Story) =>
	`<p><a style="background:#123456;color:#ffffff;padding:8px" href="${url}">${plan.tongue.more}</a></p>`;
const shares = (plan: Plan, { url }: Story) =>
	`<table><tr>${[
		'facebook.com/sharer/sharer.php?u=',
		'twitter.com/intent/tweet?url=',
		'www.linkedin.com/shareArticle?url='
	]
		.map(
			(place) => `<td><a href="https://${place}${url}"><img alt="${plan.tongue.share}"></a></td>`
		)
		.join('')}</tr></table>`;

/** The frame that a service sets around it. */
function page({ tongue, number }: Plan, body: string): string {
	return (
		`<!doctype html><html lang="${tongue.code}"><head><title>${tongue.name} #${number}</title></head><body>` +
		`<p style="font-size:11px"><a href="https://mail.example.com/v/${number}">${tongue.online}</a></p>` +
		`<h1 style="font-size:34px">${tongue.name} #${number}</h1>${body}<hr>` +
		`<p style="font-size:11px">${tongue.join}</p>` +
		`<p style="font-size:11px"><a href="https://mail.example.com/u/${number}">${tongue.leave}</a></p></body></html>`
	);
}

function bySection(
	plan: Plan,
	head: (title: string, n: number) => string,
	one: (story: Story, n: number) => string,
	around: (stories: string) => string = (s) => s
) {
	const body = plan.sections
		.map(({ title, stories }, n) => head(title, n) + around(stories.map(one).join('')))
		.join('');
	return page(plan, body);
}

function flat(plan: Plan, one: (story: Story, n: number) => string) {
	return page(
		plan,
		plan.sections
			.flatMap(({ stories }) => stories)
			.map(one)
			.join('')
	);
}

const h2 = (title: string) => `<h2>${title}</h2>`;
const emoji = ['🗞', '🔧', '⚓', '⚡', '📅'];

export const htmlStyles: Style[] = [
	{
		name: 'headings-and-lists',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				h2,
				(story) => `<li>${link(story)} – ${story.text[0]}</li>`,
				(all) => `<ul>${all}</ul>`
			)
	},
	{
		name: 'linked-titles',
		ending: 'html',
		set: (plan) => bySection(plan, h2, (story) => `<h3>${link(story)}</h3>${paragraphs(story)}`)
	},
	{
		name: 'stories-and-share-rows',
		ending: 'html',
		flat: true,
		set: (plan) =>
			flat(
				plan,
				(story) =>
					`<h2>${story.title}</h2>${paragraphs(story)}${linkedText(story)}${shares(plan, story)}`
			)
	},
	{
		name: 'boxes-with-buttons',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				(title) =>
					`<table width="100%"><tr><td style="background:#dddddd;font-size:20px;font-weight:bold">${title}</td></tr></table>`,
				(story) =>
					`<table><tr><td>${picture(story)}</td></tr><tr><td style="font-size:18px;font-weight:bold">${story.title}</td></tr><tr><td>${story.text.join(' ')}</td></tr><tr><td>${button(plan, story)}</td></tr></table>`
			)
	},
	{
		name: 'post-with-toolbar',
		ending: 'html',
		flat: true,
		set: (plan) => {
			const bar = `<p><a href="https://substack.com/@ana">Ana Mar</a></p><p>${plan.tongue.share}</p>`;
			const story = (one: Story) =>
				`<h2>${one.title}</h2><p>${one.text[0]}</p><p><b>1985.</b> ${one.text[1]} ${one.text[2]}</p>${linkedText(one)}`;
			return page(
				plan,
				bar +
					plan.sections
						.flatMap(({ stories }) => stories)
						.map(story)
						.join('')
			);
		}
	},
	{
		name: 'emoji-sections',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				(title, n) => `<h1 style="text-align:center;font-size:28px">${emoji[n]} ${title}</h1>`,
				(story) =>
					`<h3 style="font-weight:normal;font-size:20px">${story.title}</h3>${linkedText(story)}`
			)
	},
	{
		name: 'bookmark-cards',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				h2,
				(story) =>
					`<p>${story.text[0]}</p><figure class="kg-bookmark-card"><a class="kg-bookmark-container" href="${story.url}"><div class="kg-bookmark-title">${story.title}</div><div class="kg-bookmark-description">${story.text[1]}</div></a></figure>`
			)
	},
	{
		name: 'curated',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				(title) => `<h3 style="text-transform:uppercase;font-size:13px">${title}</h3>`,
				(story) =>
					`<h4 style="font-size:20px">${link(story)} <span style="font-size:12px">news.example.com</span></h4><p>${story.text.join(' ')}</p>`
			)
	},
	{
		name: 'centred-digest',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				(title, n) =>
					`<div style="text-align:center;font-size:36px">${emoji[n]}</div><div style="text-align:center"><strong><h1>${title}</h1></strong></div>`,
				(story) =>
					`<div><a href="${story.url}"><strong>${story.title} (3 minute read)</strong></a><br><br>${story.text.join(' ')}</div><br>`
			)
	},
	{
		name: 'numbered-and-refrains',
		ending: 'html',
		flat: true,
		set: (plan) =>
			flat(
				plan,
				(story, n) =>
					`<h3 style="font-size:22px">${n + 1}. ${story.title}</h3>${linkedText(story)}<p><b>${plan.tongue.why}:</b> ${story.text[1]} ${story.text[2]}</p>`
			)
	},
	{
		name: 'kickers-and-headlines',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				(title) => `<h3 style="font-size:16px;text-transform:uppercase">${title}</h3>`,
				(story) =>
					`<h1 style="font-size:24px">${story.title}</h1><p style="font-size:13px;font-style:italic">Ana Mar/Example</p>${linkedText(story)}<p>${story.text[2]}</p>`
			)
	},
	{
		name: 'numbered-must-reads',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				h2,
				(story, n) =>
					`<p><b>${n + 1} ${story.title}</b><br>${story.text[0]} (<a href="${story.url}">Example</a>)</p>`
			)
	},
	{
		name: 'labels-over-titles',
		ending: 'html',
		flat: true,
		set: (plan) =>
			flat(
				plan,
				(story) =>
					`<table><tr><td>${picture(story)}</td></tr><tr><td><p style="font-size:13px"><a href="https://news.example.com/tag">${plan.pick(['Salt', 'Rope', 'Tide'])}</a></p><p style="font-size:18px;font-weight:bold">${link(story)}</p><p><a href="${story.url}" style="text-decoration:none">${story.text[0]}</a></p></td></tr></table>`
			)
	},
	{
		name: 'bold-lines-and-breaks',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				(title) => `<div><font size="5"><b>${title}</b></font></div><br>`,
				(story) => `<div><b>${link(story)}</b><br>${story.text.join(' ')}</div><br>`
			)
	},
	{
		name: 'two-columns',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				h2,
				(story) =>
					`<td width="50%">${picture(story)}<p style="font-weight:bold;font-size:17px">${link(story)}</p><p>${story.text[0]}</p></td>`,
				(all) => `<table><tr>${all}</tr></table>`
			)
	},
	{
		name: 'bold-led-roundups',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				h2,
				(story) =>
					`<p><b>${story.title}.</b> ${story.text[0]} <a href="${story.url}">${story.text[1]}</a></p>`
			)
	},
	{
		name: 'plain-kit',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				(title) => `<p><strong>${title}</strong></p>`,
				(story) => `<li>${link(story)}: ${story.text[0]}</li>`,
				(all) => `<ul>${all}</ul>`
			)
	},
	{
		name: 'rows-of-rules',
		ending: 'html',
		flat: true,
		set: (plan) =>
			flat(
				plan,
				(story) => `<hr><p style="font-size:20px">${link(story)}</p><p>${story.text.join(' ')}</p>`
			)
	},
	{
		name: 'tinted-headings',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				(title) =>
					`<div style="background:#003366;color:#ffffff;font-weight:bold;padding:6px">${title}</div>`,
				(story) =>
					`<p style="font-weight:bold">${story.title}</p><p>${story.text.join(' ')} <a href="${story.url}">${plan.tongue.more}</a></p>`
			)
	},
	{
		name: 'titles-like-sections',
		ending: 'html',
		set: (plan) =>
			bySection(
				plan,
				h2,
				(story) => `<h2>${story.title}</h2>${paragraphs(story)}${linkedText(story)}`
			)
	}
];
