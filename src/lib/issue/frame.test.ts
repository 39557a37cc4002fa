import { expect, test } from 'vitest';
import { readIssue } from './read-issue.ts';

const story = (title: string, words: string) =>
	`<h3>${title}</h3><p>${words}</p><p><a href="https://example.org/${encodeURIComponent(title)}">Lire la suite</a></p>`;

test('a story that speaks of unsubscribing does not end the issue', async () => {
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
