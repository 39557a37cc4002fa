import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../src/lib/locales.ts';
import { languageOf } from '../../src/lib/messages/languages/language.ts';
import { needsAllLanguages, scriptsIn } from '../../src/lib/messages/language-scripts.ts';
import { builtCommand } from './built.ts';
import { folder, started } from './program.ts';

/** Bytes of compressed script that a page may need before it can be used. */
const MOST = 122_000;

const app = join(dirname(await builtCommand()), '../app');
const client = join(app, 'client');

/** Pages and the modules that each begins with, as the built program serves them in a language. */
function pages(language: (typeof locales)[number]): { route: string; begin: string[] }[] {
	const manifest = readFileSync(join(app, 'handler.js'), 'utf8');
	const nodes = '_app/immutable/nodes';
	const files = readdirSync(join(client, nodes));
	// a layout that needs no script has none
	const scriptOf = (n: string) =>
		files.filter((file) => file.startsWith(`${n}.`) && file.endsWith('.js'));
	const entries = [...manifest.matchAll(/^\s*(?:start|app): "([^"]+)"/gm)].map(([, file]) => file!);
	return manifest.split(/\bid: "/).flatMap((text) => {
		const page = /page: \{\s*layouts: \[([^\]]*)\],\s*errors: \[[^\]]*\],\s*leaf: (\d+)/.exec(text);
		if (!page) return [];
		const [, layouts, leaf] = page;
		const route = text.split('"')[0]!;
		const own = [...layouts!.split(',').map((n) => n.trim()), leaf!]
			.filter(Boolean)
			.flatMap(scriptOf);
		const begin = [...entries, ...own.map((file) => `${nodes}/${file}`)];
		if (needsAllLanguages(route)) return { route, begin };
		return { route, begin: begin.map((file) => scriptsIn(language, `/${file}`).slice(1)) };
	});
}

/** These modules and all that they import before they run. */
function loaded(begin: readonly string[]): Set<string> {
	const all = new Set(begin);
	for (const file of all) {
		const code = readFileSync(join(client, file), 'utf8');
		for (const [, path] of code.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g))
			all.add(join(dirname(file), path!));
	}
	return all;
}

/**
 * What a page asks for itself as it comes alive: what its `load` imports, for one. Charts come once
 * somebody uses the page.
 */
function asked(begin: readonly string[]): Set<string> {
	const page = begin.at(-1)!;
	const code = readFileSync(join(client, page), 'utf8');
	const more = [...code.matchAll(/import\(\s*[`"'](\.{1,2}\/[^`"']+\.js)[`"']\s*\)/g)];
	return loaded([...begin, ...more.map(([, path]) => join(dirname(page), path!))]);
}

test.each(locales)('the first load of any page, in %s → at most 122 KB of script', (language) => {
	const sizes = pages(language).map(({ route, begin }) => {
		const files = [...asked(begin)];
		const bytes = files.map((file) => readFileSync(join(client, `${file}.br`)).length);
		return { route, files: files.length, bytes: bytes.reduce((sum, one) => sum + one, 0) };
	});
	expect(sizes.length).toBeGreaterThan(40);
	// what every page needs, so that a module that was not followed is noticed
	expect(Math.min(...sizes.map(({ bytes }) => bytes))).toBeGreaterThan(20_000);
	expect(sizes.filter(({ bytes }) => bytes > MOST)).toEqual([]);
});

test.each(locales)(
	'scripts in %s → have how that language is written, and no other',
	(language) => {
		const folder = join(client, '_app/immutable', language, 'chunks');
		const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
		const code = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
		expect(locales.filter((one) => code.includes(languageOf(one).tag))).toEqual([language]);
	}
);

test('the first load of a page with charts → what draws them is not in it', () => {
	const page = pages('en').find(({ route }) => route === '/p/[publication]')!;
	const code = [...loaded(page.begin)].map((file) => readFileSync(join(client, file), 'utf8'));
	expect(code.filter((text) => text.includes('chartjs'))).toEqual([]);
});

test('the style sheets of all pages → are one, as each is waited for before anything is painted', () => {
	const assets = join(client, '_app/immutable/assets');
	expect(readdirSync(assets).filter((file) => file.endsWith('.css'))).toHaveLength(1);
});

describe('a page is asked for in a language', () => {
	let address: string;
	beforeAll(async () => {
		({ address } = await started({ here: folder() }));
	});

	/** Where the scripts of a page are, as it and its header say. */
	async function scripts(headers: Record<string, string>) {
		const answer = await fetch(address, { headers: { accept: 'text/html', ...headers } });
		const written = [...(await answer.text()).matchAll(/import\("([^"]+)"\)/g)].map(
			([, path]) => path!
		);
		const named = [...(answer.headers.get('link') ?? '').matchAll(/<([^>]+\.js)>/g)].map(
			([, path]) => path!
		);
		expect(written).toHaveLength(2);
		expect(named.length).toBeGreaterThan(3);
		return [...written, ...named].map((path) => new URL(path, answer.url));
	}

	test.each([
		['by a cookie', 'fr', { cookie: 'language=fr', 'accept-language': 'en' }],
		['by the browser', 'fr', { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' }],
		['by none that there is', 'en', { 'accept-language': 'de' }]
	])(
		'%s → its scripts are those of %s, and all of them are there',
		async (_by, language, headers) => {
			const asked = await scripts(headers);
			expect(asked.filter(({ pathname }) => !pathname.includes(`/immutable/${language}/`))).toEqual(
				[]
			);
			for (const script of asked) {
				const { status, headers } = await fetch(script, { headers: { 'accept-encoding': 'br' } });
				expect([status, headers.get('content-encoding')]).toEqual([200, 'br']);
				expect(headers.get('cache-control')).toContain('immutable');
			}
		}
	);
});

test('scripts in one language → have its words and those of no other; a report has all', () => {
	const code = (language: (typeof locales)[number], route: string) => {
		const page = pages(language).find((one) => one.route === route)!;
		return [...loaded(page.begin)].map((file) => readFileSync(join(client, file), 'utf8')).join();
	};
	const said = (text: string) =>
		['Skip to content', 'Aller au contenu'].map((words) => text.includes(words));
	expect(said(code('en', '/p/[publication]'))).toEqual([true, false]);
	expect(said(code('fr', '/p/[publication]'))).toEqual([false, true]);
	expect(said(code('fr', '/p/[publication]/reports/[report]'))).toEqual([true, true]);
});
