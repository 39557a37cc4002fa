import type { Edition, EditionItem, Run } from './editions.ts';

/** The issue in Markdown, with the front matter that its author keeps. */
export function markdown({
	name,
	number,
	title,
	date,
	items,
	house,
	unsubscribe,
	browser
}: Edition) {
	const lines = [
		'---',
		`title: "${name} #${number} – ${title}"`,
		`number: ${number}`,
		`date: ${date}`,
		'---',
		''
	];
	let section: string | null = null;

	for (const item of items) {
		if (item.section && item.section !== section) lines.push(`## ${item.section}`, '');
		section = item.section;
		lines.push(
			item.format === 'editorial' ? `# ${item.title}` : `### ${item.emoji} ${item.title}`,
			''
		);
		if (item.partner) lines.push(`*En partenariat avec ${item.partner}*`, '');
		if (item.author) lines.push(`Par ${item.author}`, '');
		for (const runs of item.paragraphs)
			lines.push(
				join(runs, (text, url) => `[${text}](${url})`),
				''
			);
		for (const point of item.points) lines.push(`- ${point}`);
		if (item.points.length) lines.push('');
		if (item.more) lines.push(`[${item.more.text}](${item.more.url})`, '');
	}

	const links = [
		[house.text, house.url],
		['Voir dans le navigateur', browser],
		['Se désinscrire', unsubscribe]
	];
	lines.push('---', '', links.map(([text, url]) => `[${text}](${url})`).join(' · '), '');
	return lines.join('\n');
}

/** The issue as plain text: underlined headings, addresses in brackets or after a colon. */
export function plainText(edition: Edition): string {
	const { name, number, title, longDate, items, house, browser, unsubscribe } = edition;
	const lines = [
		`Voir dans le navigateur : ${browser}`,
		'',
		`${name} #${number}`,
		title,
		longDate,
		''
	];
	let section: string | null = null;

	for (const item of items) {
		if (item.section && item.section !== section) lines.push(...underlined(item.section, '='), '');
		section = item.section;
		lines.push(...textItem(item), '');
	}

	lines.push(
		'--',
		'Vous recevez cette lettre parce que vous l’avez demandée sur notre site.',
		`Se désinscrire : ${unsubscribe}`,
		`${house.text} : ${house.url}`,
		''
	);
	return lines.join('\n');
}

function textItem({
	format,
	author,
	partner,
	emoji,
	title,
	paragraphs,
	points,
	more
}: EditionItem) {
	// the editorial's title stands in the head, as the issue's
	const lines = format === 'editorial' ? [] : underlined(`${emoji} ${title}`, '-');
	if (partner) lines.push(`En partenariat avec ${partner}`);
	if (author) lines.push(`Par ${author}`, '');
	for (const runs of paragraphs) {
		lines.push(join(runs, (text, url) => `${text} (${url})`));
		if (!more) lines.push('');
	}
	for (const point of points) lines.push(`- ${point}`);
	if (more) lines.push(`${more.text} : ${more.url}`, '');
	return lines;
}

function underlined(title: string, line: string): string[] {
	return [title, line.repeat([...title].length)];
}

function join(runs: Run[], link: (text: string, url: string) => string): string {
	return runs.map(({ text, url }) => (url ? link(text, url) : text)).join('');
}
