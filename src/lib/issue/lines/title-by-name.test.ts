import { expect, test } from 'vitest';
import { readIssue } from '../read-issue.ts';

const letter = (first: string) =>
	`${first}\n\nView this email in your browser (https://letters.example.com/1)\n\n` +
	'The mill that would not stop\n\nIt was sold three times, and each time for less.\n' +
	'https://archive.example.org/mill\n\nUnsubscribe (https://letters.example.com/out)\n';

const titleOf = async (name: string, text: string) =>
	(await readIssue({ name, bytes: new TextEncoder().encode(text) })).title;

test.each([
	['2025-03-27_the-mill-that-would-not-stop.txt', 'The mill that would not stop'],
	// cut where archives cut, without apostrophes and accents
	['2025-03-27_the-mill-that-would-not-stop-and-the-peo.txt', 'Hands wanted at the quay'],
	['letter-12.txt', 'Hands wanted at the quay']
])('plain text in %s, a preview in its first line → called %j', async (name, title) => {
	expect(await titleOf(name, letter('Hands wanted at the quay'))).toBe(title);
});

test('a name that was cut → the line that goes on after it', async () => {
	const long = 'L’été où l’on a refait tous les quais du vieux port';
	expect(await titleOf('2025-03-27_lete-ou-lon-a-refait-tous-les-q.txt', letter(long))).toBe(long);
});

test('a first line that only greets → no title', async () => {
	expect(await titleOf('letter.txt', letter('Hey!'))).toBeNull();
	expect(await titleOf('letter.txt', letter('Bonjour à tous'))).toBeNull();
});

test.each([
	['Fwd: Le port vend ses grues', 'Le port vend ses grues'],
	['TR : Fwd: Le port vend ses grues', 'Le port vend ses grues'],
	['WG: Der Hafen', 'Der Hafen'],
	['RE[2]: The harbour', 'The harbour'],
	['Re-reading the harbour', 'Re-reading the harbour']
])('a letter passed on as %j → called %j', async (subject, title) => {
	const html = `<title>${subject}</title><h2>Grues</h2><p><a href="https://a.example.org">Vendues</a></p>`;
	expect(await titleOf('letter.html', html)).toBe(title);
});
