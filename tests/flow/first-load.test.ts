import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand } from './built.ts';

/** Bytes of compressed script that a page may need before it can be used. */
const MOST = 130_000;

const app = join(dirname(await builtCommand()), '../app');
const client = join(app, 'client');

/** Pages and the modules that each begins with, as the built program serves them. */
function pages(): { route: string; begin: string[] }[] {
	const chunks = join(app, 'server/chunks');
	const name = readdirSync(chunks).find((file) => /^manifest\.js-.*\.js$/.test(file))!;
	const manifest = readFileSync(join(chunks, name), 'utf8');
	const nodes = '_app/immutable/nodes';
	const files = readdirSync(join(client, nodes));
	// a layout that needs no script has none
	const scriptOf = (n: string) =>
		files.filter((file) => file.startsWith(`${n}.`) && file.endsWith('.js'));
	const entries = [...manifest.matchAll(/(?:start|app):"([^"]+)"/g)].map(([, file]) => file!);
	return manifest.split(/\bid: "/).flatMap((text) => {
		const page = /page: \{ layouts: \[(.*)\], errors: .*, leaf: (\d+) \}/.exec(text);
		if (!page) return [];
		const [, layouts, leaf] = page;
		const own = [...layouts!.split(',').filter(Boolean), leaf!].flatMap(scriptOf);
		return { route: text.split('"')[0]!, begin: [...entries, ...own.map((f) => `${nodes}/${f}`)] };
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

test('the first load of any page → at most 130 KB of compressed script', () => {
	const sizes = pages().map(({ route, begin }) => {
		const files = [...loaded(begin)];
		const bytes = files.map((file) => readFileSync(join(client, `${file}.br`)).length);
		return { route, files: files.length, bytes: bytes.reduce((sum, one) => sum + one, 0) };
	});
	expect(sizes.length).toBeGreaterThan(40);
	// what every page needs, so that a module that was not followed is noticed
	expect(Math.min(...sizes.map(({ bytes }) => bytes))).toBeGreaterThan(20_000);
	expect(sizes.filter(({ bytes }) => bytes > MOST)).toEqual([]);
});

test('the first load of a page with charts → what draws them is not in it', () => {
	const page = pages().find(({ route }) => route === '/p/[publication]')!;
	const code = [...loaded(page.begin)].map((file) => readFileSync(join(client, file), 'utf8'));
	expect(code.filter((text) => text.includes('chartjs'))).toEqual([]);
});

test('the style sheets of all pages → are one, as each is waited for before anything is painted', () => {
	const assets = join(client, '_app/immutable/assets');
	expect(readdirSync(assets).filter((file) => file.endsWith('.css'))).toHaveLength(1);
});
