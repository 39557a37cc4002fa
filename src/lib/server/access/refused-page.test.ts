import { expect, test } from 'vitest';
import { refusedPage } from './refused-page.ts';

const to = new URL('https://example.com/p/tides/notes?/add');

const page = (forms: string) =>
	`<!doctype html><body><main><!--[--><h1>Notes &amp; “days”</h1>${forms}<!--]--></main></body>`;

const form = `<details class="new"><summary>Add</summary><form method="POST" action="?/add">
	<input type="hidden" name="row" value="7"> <label for="d">Day</label>
	<input id="d" name="date" value=""><select name="kind"><option value="a" selected="">A</option><option>b</option></select>
	<label><input type="checkbox" name="all" checked=""> All</label>
	<textarea name="text"></textarea><input type="password" name="password">
	<svg viewbox="0 0 1 1"><path d="M0 0"></path></svg><button>Add</button></form></details>`;

const refusal = { message: 'No day: “<1>”.', fields: ['date'], given: null };
const sent = [
	['row', '7'],
	['date', '3 "May" & on'],
	['kind', 'b'],
	['text', '<b>é</b>'],
	['password', 'secret']
] as const;

test('a form that is refused → it holds what was typed, is open, and says why at its field, once; the rest of the page is as it was', () => {
	const html = refusedPage(page(form), { refusal, sent, to });
	expect(html).toContain('<details open="" class="new">');
	expect(html).toMatch(/<input id="d" name="date" value="3 &quot;May&quot; &amp; on"[^>]*>/);
	expect(html).toMatch(
		/<input id="d"[^>]*aria-invalid="true" aria-errormessage="refusal-d" autofocus aria-describedby="refusal-d"><small class="refusal" role="alert" id="refusal-d">No day: “&lt;1&gt;”\.<\/small>/
	);
	expect(html).toContain('<option value="a">A</option><option selected>b</option>');
	expect(html).toContain('<input type="checkbox" name="all">');
	expect(html).toMatch(/<textarea name="text">&lt;b&gt;é&lt;\/b&gt;<\/textarea>/);
	expect(html).not.toContain('secret');
	expect(html.match(/No day/g)).toHaveLength(1);
	const rest = (text: string) => text.replace(/<details[^]*<\/details>/, '');
	expect(rest(html)).toBe(rest(page(form)));
});

test('two forms of one action → the one whose row was sent; one that is about no field → said before its button', () => {
	const other = form.replace('value="7"', 'value="6"').replaceAll('"d"', '"e"');
	const about = { ...refusal, fields: ['nowhere'] };
	const html = refusedPage(page(other + form), { refusal: about, sent, to });
	expect(html).toContain(other);
	expect(html).toMatch(/id="d"[^]*No day[^<]*<\/small><button>Add/);
});

test.each(['?/remove', '/p/tides/elsewhere?/add'])(
	'a page without the form, which has one for %s → said at its head',
	(action) => {
		const other = page(form.replace('?/add', action));
		expect(refusedPage(other, { refusal, sent, to })).toBe(
			other.replace('<main>', '<main><small class="refusal" role="alert">No day: “&lt;1>”.</small>')
		);
	}
);
