import { expect, test } from 'vitest';
import { readIssue } from '../read-issue.ts';
import { preformatted } from './preformatted.ts';

const letter = `TIDE NOTES 5

* THE NEW QUAY
  The council voted to rebuild it.
  <a href="https://q.example.com/new">https://q.example.com/new</a>

* SALT WAS GOLD
  Salt &amp; wine, <a href="https://s.example.com/gold">a story</a>.

* NINE THOUSAND TOOLS
  The museum opens its stores.
  <a href="https://m.example.com/tools">https://m.example.com/tools</a>
`;
const page = (body: string) =>
	`<html><head><title>[tide] Tide Notes 5</title></head><body>${body}</body></html>`;

test('a letter in an archive of a mailing list → read as the plain text that it is', async () => {
	const html = page(`<p><a href="/thread">Thread</a></p><pre>${letter}</pre>`);
	const bytes = new TextEncoder().encode(html);
	const { title, sections } = await readIssue({ name: '005.html', bytes });
	expect(title).toBe('[tide] Tide Notes 5');
	expect(sections.flatMap(({ items }) => items.map(({ title }) => title))).toEqual([
		'THE NEW QUAY',
		'SALT WAS GOLD',
		'NINE THOUSAND TOOLS'
	]);
});

test('a link’s words in it → its address behind them; an address in sight → as it stands', () => {
	const text = preformatted(page(`<pre>${letter}</pre>`))!.text;
	expect(text).toContain('Salt & wine, a story <https://s.example.com/gold>.');
	expect(text).toContain('\n  https://q.example.com/new\n');
});

test('an example of a program in a letter → no text of its own', () => {
	expect(preformatted(page(`<p>${letter.repeat(2)}</p><pre>${letter}</pre>`))).toBeNull();
	expect(preformatted(page('<pre>a\nb</pre>'))).toBeNull();
});
