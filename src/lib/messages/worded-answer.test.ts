import { expect, test } from 'vitest';
import { wordedAnswer } from './worded-answer.ts';

const reply = (status: number, body: unknown) => Response.json(body, { status });

test.each([
	[404, 'Cette page n’existe pas.'],
	[400, /^Impossible ici/],
	[500, /^Une erreur s’est produite/]
])('a number of the framework (%i) → a sentence in the reader’s language', async (status, said) => {
	const answer = await wordedAnswer(reply(status, { message: `Error: ${status}` }), 'fr');
	expect(answer.status).toBe(status);
	expect(((await answer.json()) as { message: string }).message).toMatch(said);
});

test('words of our own, figures and pages → as they are', async () => {
	const own = { message: 'Ce fichier est vide.', code: 'fileEmpty' };
	expect(await (await wordedAnswer(reply(400, own), 'fr')).json()).toEqual(own);
	expect(await (await wordedAnswer(reply(400, ['Error: 400']), 'fr')).json()).toEqual([
		'Error: 400'
	]);
	const good = reply(200, { message: 'Error: 404' });
	expect(await wordedAnswer(good, 'fr')).toBe(good);
	const page = new Response('Error: 404', {
		status: 404,
		headers: { 'content-type': 'text/html' }
	});
	expect(await wordedAnswer(page, 'fr')).toBe(page);
	const head = new Response(null, { status: 404, headers: { 'content-type': 'application/json' } });
	expect(await (await wordedAnswer(head, 'fr')).text()).toBe('');
});
