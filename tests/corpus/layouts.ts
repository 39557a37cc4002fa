import type { Plan, Story } from './plan.ts';

// Ways to mark a section, a story and the box around both: any of the first with any of the others is a
// letter that somebody sends.

/** What marks the beginning of a section. */
export const heads: Record<string, (title: string, n: number) => string> = {
	'second-heading': (title) => `<h2>${title}</h2>`,
	'first-heading': (title) => `<h1>${title}</h1>`,
	'bold-paragraph': (title) => `<p><strong>${title}</strong></p>`,
	'small-capitals': (title) =>
		`<p style="text-transform:uppercase;font-size:12px;letter-spacing:2px">${title.toUpperCase()}</p>`,
	emoji: (title, n) =>
		`<p style="font-size:22px"><b>${['🌊', '📚', '💼', '🎭'][n % 4]} ${title}</b></p>`,
	tinted: (title) => `<p style="background:#fd0;font-size:20px;font-weight:bold">${title}</p>`,
	banner: (title) => `<p><img src="h.png" alt="${title}" width="560" height="40"></p>`
};

type SetStory = (story: Story, plan: Plan, n: number) => string;

const prose = ({ text }: Story) => `<p>${text[0]} ${text[1]}</p>`;
const call = ({ url }: Story, { tongue }: Plan) =>
	`<a style="background:#06c;color:#fff;padding:8px" href="${url}">${tongue.more}</a>`;
const byline = ({ tongue }: Plan) => `<p style="font-size:12px">${tongue.by} Ana Morel</p>`;

/** How a story is set. */
export const stories: Record<string, SetStory> = {
	'linked-heading': (story) => `<h3><a href="${story.url}">${story.title}</a></h3>${prose(story)}`,
	'signed-heading': (story, plan) =>
		`<h3><a href="${story.url}">${story.title}</a></h3>${byline(plan)}${prose(story)}`,
	'heading-and-button': (story, plan) =>
		`<h3>${story.title}</h3>${byline(plan)}${prose(story)}<p>${call(story, plan)}</p>`,
	'bold-link': (story) =>
		`<p><strong><a href="${story.url}">${story.title}</a></strong><br>${story.text[0]}</p>`,
	'bold-words': (story, { tongue }) =>
		`<p><b>${story.title}.</b> ${story.text[0]} <a href="${story.url}">${tongue.more}</a></p>`,
	'large-words': (story, plan) =>
		`<p style="font-size:20px;font-weight:700">${story.title}</p><p>${story.text[0]} ${call(story, plan)}</p>`,
	'plain-link': (story) => `<p><a href="${story.url}">${story.title}</a></p>${prose(story)}`,
	'link-and-dash': (story) =>
		`<p><a href="${story.url}"><b>${story.title}</b></a> — ${story.text[0]}</p>`,
	'picture-beside': (story, plan) =>
		`<table><tr><td><a href="${story.url}"><img src="i.jpg" width="110"></a></td><td><a href="${story.url}" style="font-weight:bold;font-size:17px">${story.title}</a><br><span>${story.text[0]}</span><br><a href="${story.url}">${plan.tongue.more}</a></td></tr></table>`
};

/** What stands around each part. */
export const boxes: Record<string, (part: string) => string> = {
	none: (part) => part,
	'a division': (part) => `<div class="block">${part}</div>`,
	'a table': (part) => `<table width="100%"><tr><td style="padding:10px">${part}</td></tr></table>`
};

/** How a story's link is written. */
const links: ((url: string, n: number) => string)[] = [
	(url) => url,
	(url, n) =>
		`https://click.example.net/ls/click?u=${encodeURIComponent(`${url}?utm_source=letter`)}&id=${n}`
];

/**
 * A letter of one layout: a greeting, the sections, of which the last is a list of links; in every other
 * one an advertisement below the first section's stories, under a label and a title of its own.
 */
export function letterOf(
	plan: Plan,
	layout: { head: string; story: string; box: string },
	seed: number
): string {
	const { tongue, number, sections } = plan;
	const [head, story, box] = [heads[layout.head]!, stories[layout.story]!, boxes[layout.box]!];
	const written = (one: Story, n: number) => ({ ...one, url: links[seed % 2]!(one.url, n) });
	const parts = sections.map(({ title, stories }, n) => {
		const last = n === sections.length - 1;
		const set = stories.map((one, i) => {
			const own = written(one, n * 10 + i);
			return last ? `<li><a href="${own.url}">${own.title}</a></li>` : box(story(own, plan, i));
		});
		const paid = n === 0 && seed % 2 ? box(advertisement(plan)) : '';
		return box(head(title, n)) + (last ? `<ul>${set.join('')}</ul>` : set.join('')) + paid;
	});
	const foot = `<p style="font-size:11px">${tongue.join} <a href="https://mail.example.com/u/${number}">${tongue.leave}</a></p>`;
	return (
		`<!doctype html><html lang="${tongue.code}"><head><title>${tongue.name} #${number}</title></head><body>` +
		box(`<p><a href="https://www.example.com/"><img src="l.png" alt="${tongue.name}"></a></p>`) +
		parts.join('') +
		box(foot) +
		'</body></html>'
	);
}

function advertisement({ tongue }: Plan): string {
	return (
		`<p style="font-size:11px">${tongue.sponsor}</p><p><strong>Acme: 20 % with PORT</strong></p>` +
		`<p>${tongue.prose[0]} <a href="https://acme.example.org/?ref=letter">${tongue.more}</a></p>`
	);
}
