import { expect, test } from 'vitest';
import { givenFiles } from './given-files.ts';

const now = Date.UTC(2026, 2, 5, 8, 12);

function form(...fields: [name: string, value: string | File][]) {
	const filled = new FormData();
	for (const [name, value] of fields) filled.append(name, value);
	return filled;
}

test('several files of a form → each under its own name, an empty one among them', async () => {
	const given = givenFiles(
		form(['file', new File(['a,b'], 'clicks.csv')], ['file', new File([], 'C:\\vide.csv')]),
		now
	);
	expect(given.map(({ name, size }) => [name, size])).toEqual([
		['clicks.csv', 3],
		['vide.csv', 0]
	]);
	expect(await new Response(given[0]!.stream()).text()).toBe('a,b');
});

test.each([
	['Les quais\n\nUne phrase.', 'pasted-2026-03-05-08-12.txt'],
	['<!doctype html><p>Les quais', 'pasted-2026-03-05-08-12.html']
])('an issue that was pasted → a file as the page with scripts sends it', (text, name) => {
	expect(givenFiles(form(['pasted', text]), now).map((one) => one.name)).toEqual([name]);
});

test('no file chosen, as browsers send that, or nothing but blanks → refused', () => {
	const none = form(['file', new File([], '')], ['pasted', ' \n']);
	expect(() => givenFiles(none, now)).toThrow('nothingGiven');
});
