import { expect, test } from 'vitest';
import { takeIssue } from '#lib/issue/read-issue.ts';
import { traces, waysToWrite } from './traces.ts';

const address = 'zoe.quemener@example.com';

/** Places of a letter where one may stand. */
const places: ((written: string) => string)[] = [
	(one) => `<a href="https://example.org/a?x=${one}&b=2">Lire</a>`,
	(one) => `<a href="https://example.org/u/${one}/unsubscribe">Se désabonner</a>`,
	(one) => `<a href="https://example.org/unsubscribe/${one}/done">Se désabonner</a>`,
	(one) => `<a href="https://example.org/a?${one}=unsubscribe">Se désabonner</a>`,
	(one) => `<a href="https://example.org/a;id=${one};b=1/c">Lire</a>`,
	(one) => `<a href="https://example.org/a#${one}">Lire</a>`,
	(one) => `<a href="https://${one}:secret@example.org/a">Lire</a>`,
	(one) => `<a href="/u/${one}">Lire</a>`,
	(one) => `<a href="mailto:${one}?subject=Bonjour">Écrire</a>`,
	(one) => `<a href="sms:+331?body=${one}">Écrire</a>`,
	(one) => `<a href="javascript:open('${one}')">Lire</a>`,
	(one) => `<a href="data:text/plain,${one}">Lire</a>`,
	(one) => `<a href="https://example.org/?a=1">https://example.org/p/${one}</a>`,
	(one) => `<p>Cette lettre a été envoyée à ${one}.</p>`,
	(one) => `<h2>Pour ${one}</h2>`,
	(one) => `<pre>${one}</pre>`,
	(one) => `<img src="https://example.org/i.png" alt="${one}">`,
	(one) => `<img src="https://example.org/o.gif?u=${one}" width="1" height="1">`,
	(one) => `<p title="${one}" id="${one}" class="${one}" data-reader="${one}">Texte</p>`,
	(one) => `<td style="background: url(https://example.org/b?u=${one})">Texte</td>`,
	(one) => `<input type="hidden" value="${one}">`,
	(one) => `<script>let reader = "${one}"</script>`,
	(one) => `<!-- ${one} -->`
];

const files: ((place: string, written: string) => [name: string, text: string])[] = [
	(place) => ['lettre.html', htmlOf(place)],
	(place) => [
		'lettre.md',
		`# Lettre n° 4\n\n## À la une\n\n[Un sujet](https://example.org/1)\n\n${place}\n`
	],
	(place, written) => [
		'lettre.eml',
		[
			'From: lettre@example.org',
			`Subject: Lettre n° 4 ${written}`,
			`List-Unsubscribe: <https://example.org/u/${written}/unsubscribe>`,
			`X-Reader: ${written}`,
			'Content-Type: text/html; charset=utf-8',
			'',
			htmlOf(place)
		].join('\n')
	]
];

function htmlOf(place: string): string {
	return `<html><head><title>Lettre n° 4</title></head><body><h1>Lettre n° 4</h1><h2>À la une</h2>
<h3><a href="https://example.org/1">Un premier sujet</a></h3><p>Du texte qui suit.</p>${place}
<h3><a href="https://example.org/2">Un second sujet</a></h3><p>Du texte.</p></body></html>`;
}

test.each(Object.entries(waysToWrite(address)))(
	'an address of nobody that the file names, %s, anywhere in a letter → nothing of it is kept',
	async (_, written) => {
		const kept = new Map<string, Buffer>();
		for (const place of places)
			for (const file of files) {
				const [name, text] = file(place(written), written);
				const taken = await takeIssue({ name, bytes: new TextEncoder().encode(text) });
				expect(taken.document.sections.length).toBeGreaterThan(0);
				kept.set(`${name}: ${place('…')}`, Buffer.from(JSON.stringify(taken)));
			}
		expect(traces(kept, ['zoe.quemener'])).toEqual([]);
	}
);
