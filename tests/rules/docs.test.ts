import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import { metricKeys } from './docs/metrics.ts';
import { parts, partsIn, renewed } from './docs/pages.ts';

const pages = globSync(['docs/**/*.md', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']).sort();
const read = (page: string) => readFileSync(page, 'utf8');

/** Pages as they are compared: how wide a table is, is the formatter's business. */
function plain(text: string): string {
	return text
		.replace(/ +\| +/g, ' | ')
		.replace(/-{3,}/g, '---')
		.replace(/ +\|$/gm, ' |')
		.replace(/\n{2,}/g, '\n\n');
}

test.each(pages)(
	'%s → what is written from the program is up to date (else `npm run docs`)',
	(page) => {
		if (process.env.RUBRIQUE_DOCS) writeFileSync(page, renewed(read(page)));
		expect(plain(read(page))).toBe(plain(renewed(read(page))));
	}
);

test('a part that the program writes → in exactly one page', () => {
	expect(pages.flatMap((page) => partsIn(read(page))).sort()).toEqual(Object.keys(parts).sort());
});

test('a definition shown on pages → an entry of the metric dictionary, and the other way round', () => {
	const defined = Object.keys(en).filter((key) => key.startsWith('def.'));
	expect(defined.filter((key) => !metricKeys.includes(key))).toEqual([]);
	expect(metricKeys.filter((key) => !(key in en))).toEqual([]);
});

test('a link from one page to another → its file is there, and its heading in it', () => {
	const lost = pages.flatMap((page) =>
		[...read(page).matchAll(/\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?\)/g)]
			.filter(([, file = '', anchor]) => {
				const to = file === '' ? page : join(dirname(page), file);
				return !existsSync(to) || (anchor !== undefined && !anchorsOf(to).includes(anchor));
			})
			.map(([link]) => `${page}: ${link}`)
	);
	expect(lost).toEqual([]);
});

/** Headings as GitHub makes addresses of them. */
function anchorsOf(page: string): string[] {
	return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
		heading!
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-')
	);
}

test('a page of the documentation named by a message or the code → it is there', () => {
	const files = globSync(['messages/*.json', 'src/**/*.{ts,svelte,mjs}'], {
		ignore: ['**/compiled/**', '**/*.test.ts']
	});
	const named = files.flatMap((file) => read(file).match(/(?<![\w/])docs\/[\w/-]+\.md/g) ?? []);
	expect(named.length).toBeGreaterThan(0);
	expect(named.filter((page) => !existsSync(page))).toEqual([]);
});

test('a page of the documentation → reached from the README', () => {
	const reached = new Set(['README.md']);
	for (const page of reached)
		for (const [, file] of read(page).matchAll(/\]\((?!https?:)([^)\s#]+\.md)[^)]*\)/g))
			reached.add(join(dirname(page), file!));
	expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

test('a variable of the environment that the settings read → described in docs/operating.md', () => {
	const settings = read('src/lib/server/settings.ts');
	const names = new Set([
		...[...settings.matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name!),
		...[...settings.matchAll(/\b([A-Z]+(?:_[A-Z]+)+): \w+ ?[,}]/g)].map(([, name]) => name!)
	]);
	expect(names.size).toBeGreaterThan(10);
	expect([...names].filter((name) => !read('docs/operating.md').includes(`\`${name}\``))).toEqual(
		[]
	);
});

test('a source that the documentation names → it is there', () => {
	const lost = pages.flatMap((page) =>
		[...read(page).matchAll(/`((?:[\w-]+\/)+[\w.-]+\.(?:ts|mjs|svelte|sql|json))`/g)]
			.map(([, path]) => path!)
			.filter((path) => !['', 'src/', 'src/lib/'].some((root) => existsSync(root + path)))
			.map((path) => `${page}: ${path}`)
	);
	expect(lost).toEqual([]);
});
