import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { sourcesOf } from './sources.ts';

/** The first names of our paths: `p`, `api`, `sign-in`, … */
const firsts = [
	...new Set(
		globSync('src/routes/**/+{page,server}*')
			.map((file) => file.split('/').slice(2, -1))
			.map((folders) => folders.find((folder) => !folder.startsWith('(')) ?? '')
			.filter(Boolean)
	)
];

/** Paths as the program calls them among itself, and as a description of its API does. */
const amongUs = /^src\/routes\/api\/openapi(-\w+)?\.ts$/;

/** A path of ours that no `pathTo` is before; names of routes hold brackets, and are no paths. */
const bare = new RegExp(
	`(?<!(?:pathTo|startsWith)\\(\\s*)(["'\`])/(?:${firsts.join('|')})(?![\\w-])(?:/(?!\\[))?(?!/)[^"'\`[]*\\1`,
	'g'
);

/** An attribute, a header or a call that takes the root of the host for ours. */
const rooted = [
	/\b(?:href|action|formaction|src|srcset|poster|csv|base)=(?:"|\{\s*["'`])\/(?!\/)/g,
	/\b(?:goto|fetch|EventSource|replaceState|pushState|preloadData)\(\s*["'`]\//g,
	/\bpath(?:: ["'`]|=)\/["'`;]/g,
	/\borigin\}\//g,
	/\bpage\.url\.pathname/g
];

/** A redirect to neither a path of ours nor an address that somebody else gave. */
const redirects = /\bredirect\(\s*30\d,(?![^;]*(?:pathTo\(|begun\.to\)))[^;]*;/g;

function strays(file: string, text: string): string[] {
	const code = text.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/gm, '');
	const patterns = [bare, ...rooted, redirects];
	return patterns
		.flatMap((pattern) => code.match(pattern) ?? [])
		.map((match) => `${file}: ${match}`);
}

test('a path that a browser is given → goes through pathTo, so that the program may be below a path of a site', () => {
	const files = ['src/routes', 'src/lib/ui', 'src/lib/chart', 'src/lib/columns']
		.flatMap(sourcesOf)
		.concat('src/hooks.server.ts')
		.filter((file) => !amongUs.test(file));
	expect(files.length).toBeGreaterThan(300);
	expect(files.flatMap((file) => strays(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
	'<a href="/account">',
	'<a href="/p/{slug}/issues">',
	'<form action={`/p/${slug}`}>',
	'const base = $derived(`/p/${slug}`);',
	"redirect(303, '/');",
	'redirect(303, next(url));',
	'redirect(303, `/p/${slug}`);',
	"await fetch('/find');",
	"cookies.set('a', 'b', { path: '/' });",
	'const link = `${url.origin}/s/${token}`;',
	"const to = may ? '/p/new' : pathTo('/account');"
])('a path without pathTo → found: %s', (text) => {
	expect(strays('here', text)).not.toEqual([]);
});

test.each([
	"<a href={pathTo('/account')}>",
	'<a href="{base}/issues">',
	"const own = '/p/[publication]/topics';",
	'redirect(303, pathTo(next(url)));',
	"redirect(307, may ? pathTo('/p/new') : pathTo('/account'));"
])('a path through pathTo, or the name of a route → not found: %s', (text) => {
	expect(strays('here', text)).toEqual([]);
});

/** A link inside a publication that is made by hand, and so forgets the filters of the page. */
const byHand =
	/\bhref=(?:"\{base\}[^"]*"|\{[^}]*\$\{base\}[^\n]*|\{pathTo\(`\/p\/\$\{(?!slug)[^\n]*)/g;

/** Views and files are as they were named, and one link shows all items. */
const asNamed = /view\.path|download|rejects\.csv|base\}\/items`|itemsOf/;

test('a link inside a publication → goes through onward, so that filters hold on the way', () => {
	const files = sourcesOf('src/routes/p/[[]publication]').filter((file) =>
		file.endsWith('.svelte')
	);
	expect(files.length).toBeGreaterThan(100);
	const found = files.flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.filter((line) => !asNamed.test(line))
			.flatMap((line) => (line.match(byHand) ?? []).map((match) => `${file}: ${match}`))
	);
	expect(found).toEqual([]);
});
