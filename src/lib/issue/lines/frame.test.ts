import { expect, test } from 'vitest';
import { readIssue } from '../read-issue.ts';

const story = (title: string, words: string) =>
	`<h3>${title}</h3><p>${words}</p><p><a href="https://example.org/${encodeURIComponent(title)}">Lire la suite</a></p>`;

test('a story that mentions unsubscribing → an item, not the end of the issue', async () => {
	const html = `<h1>La lettre</h1><h2>Brèves</h2>
		${story('Combien de fois montrer une annonce', 'Une étude croise répétition et désabonnements.')}
		${story('Le port change ses horaires', 'Les quais ouvrent plus tôt au printemps.')}
		${story('Un phare à vendre', 'La commune cherche quelqu’un qui aime le vent.')}
		${story('Les bateaux du dimanche', 'On répare, on repeint, on discute.')}
		<p>Vous recevez cette lettre. <a href="https://example.org/desabonnement">Se désabonner</a></p>`;

	const { sections, otherLinks } = await readIssue({
		name: 'lettre.html',
		bytes: new TextEncoder().encode(html)
	});
	expect(sections.flatMap(({ items }) => items).map(({ title }) => title)).toEqual([
		'Combien de fois montrer une annonce',
		'Le port change ses horaires',
		'Un phare à vendre',
		'Les bateaux du dimanche'
	]);
	expect(otherLinks.map(({ role }) => role)).toEqual(['footer']);
});

test('a title with a number or a day, among headings like it → an item, no masthead', async () => {
	const titles = [
		'L’écluse numéro 2 est fermée',
		'Le 12 mars 2025, tout change pour la taxe',
		'Un phare à vendre'
	];
	const html = `<h1>La lettre n° 41</h1><h2>Semaine 12</h2>${titles
		.map((title) => story(title, 'On en parle sur les quais.'))
		.join('')}`;

	const read = await readIssue({ name: 'lettre.html', bytes: new TextEncoder().encode(html) });
	expect(read.sections.flatMap(({ items }) => items).map(({ title }) => title)).toEqual(titles);
	expect(read.number).toBe(41);
});

test('one signed story, the first, among titles of its look → an item, no masthead', async () => {
	const story = (title: string, by = '') =>
		`### [${title}](https://example.com/${title.length})\n\n${by}It is the third such case this year, and not the last.\n\n`;
	const text = `# Tide #495\n\nGood morning. Five minutes, ten stories.\n\n## The lead\n\n${story('Radar beats the forecast', 'By Tom Ashdown\n\n')}## Also today\n\n${story('Berths win a reprieve')}${story('Quotas run out of road')}`;

	const { sections } = await readIssue({ name: 'tide.md', bytes: new TextEncoder().encode(text) });

	expect(sections.map(({ title, items }) => [title, items.length])).toEqual([
		['The lead', 1],
		['Also today', 2]
	]);
	expect(sections[0]!.items[0]!.authors).toEqual(['Tom Ashdown']);
});

test('a title that leads nowhere over one paragraph that says who paid, with its link → one advertisement', async () => {
	const html = `<h1>La lettre</h1><h2>À la une</h2>${story('Le port ferme', 'Les quais resteront vides tout le printemps.')}
		<h2>Notre partenaire</h2><h3>Une électricité locale</h3><p>Publicité : Ondine accompagne la lettre. <a href="https://ondine.example.org/offre">Voir l’offre de Ondine</a></p>
		<h2>Brèves</h2>${story('Une annonce', 'Elle a été lue deux fois.')}`;

	const { sections } = await readIssue({ name: 'a.html', bytes: new TextEncoder().encode(html) });

	expect(sections[1]!.items.map(({ title, role }) => [title, role])).toEqual([
		['Une électricité locale', 'sponsor']
	]);
});
