import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import inlang from '../../project.inlang/settings.json' with { type: 'json' };
import { fallbackFirst, fallbackLocale, locales, readLanguages } from '#lib/locales.ts';
import { languageOf } from '#lib/messages/languages/language.ts';
import { packKeys } from '#lib/topics/packs/keys.ts';
import { packs } from '#lib/topics/packs.ts';
import { sourcesOf } from './sources.ts';

/** Files that are of languages: the words of one, or the list of those there are. */
const OF_LANGUAGES =
	/(?:^|\/)(?:languages\/\w+|languages|locales|stop-words-elsewhere|(?:words|packs)\/[a-z]{2})\.ts$/;
/** The menus of a service are in its own language, not in one of ours. */
const OF_SERVICES = 'src/lib/providers/services.ts';

const one = `(?:${locales.join('|')})`;
const capitals = locales.map((locale) => locale[0]!.toUpperCase() + locale.slice(1));
const suffixed = new RegExp(`\\b([a-z]\\w*)(${capitals.join('|')})\\b`, 'g');

/** What chooses or calls something by a language that is written there; strings are emptied for the others. */
const inStrings = [
	// `locale === 'fr'`, `'fr' === locale`, `case 'fr':`, `language.startsWith('fr')`
	new RegExp(`(?:[=!]==?|\\bcase)\\s*'${one}'|'${one}'\\s*[=!]==?`),
	new RegExp(`\\.(?:startsWith|includes|indexOf|endsWith)\\(\\s*'${one}[-_]?'`),
	// `a ? 'fr' : b`, `language ?? 'en'`, `{ language: 'en' }`
	new RegExp(`(?:\\?\\??|\\|\\||:)\\s*'${one}'`),
	// `words('…', {}, 'en')`, `createFormats('en', zone)`
	new RegExp(`\\b(?:words|createFormats|languageOf|\\w+Words|locale: )\\([^()]*'${one}'`)
];
const outside = [
	// `topic.en`, `names['fr']`
	new RegExp(`(?<=[\\w)\\]?!])\\.${one}\\b`),
	// `{ en: [], fr: [] }`
	new RegExp(`(?<![\\w.?-])${one}\\??:(?!:)`)
];

const TEMPLATE = /`(?:[^`\\$]|\\.|\$(?!\{)|\$\{[^`}]*\})*`/g;

/** The lines of a source in which something is chosen or called by a language that is written there. */
function byHand(text: string): string[] {
	const code = text
		.replace(/\/\*[^]*?\*\/|<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''))
		.replace(/(?<=^|\s)\/\/.*$/gm, '')
		// of a text of several lines, what is computed within
		.replace(TEMPLATE, (words) =>
			words.replace(/\$\{([^`}]*)\}|[^\n]/g, (_, inner?: string) => (inner ? ` ${inner} ` : ''))
		);
	// `nameEn` beside `nameFr`: alone it may be any word, `wordsOfIt`
	const ends = new Map<string, Set<string>>();
	for (const [, stem = '', end = ''] of code.matchAll(suffixed))
		ends.set(stem, (ends.get(stem) ?? new Set<string>()).add(end));
	const isOfOne = (line: string) =>
		[...line.matchAll(suffixed)].some(([, stem = '']) => ends.get(stem)!.size > 1);
	return code.split('\n').filter((line) => {
		const bare = line.replace(/'(?:[^'\\]|\\.)*'|"[^"]*"/g, "''");
		return (
			inStrings.some((way) => way.test(line)) ||
			outside.some((way) => way.test(bare)) ||
			isOfOne(bare)
		);
	});
}

test('a language chosen by hand → found, whichever way it is written', () => {
	const [a, b] = locales;
	const [A, B] = capitals;
	const lines = [
		`const name = language === '${a}' ? one : other;`,
		`if ('${b}' !== locale) return;`,
		`case '${a}':`,
		`const locale = asked.startsWith('${a}') ? x : y;`,
		`const language = asked ?? '${b}';`,
		`return isFrench ? '${a}' : '${b}';`,
		`const made = { language: '${b}' };`,
		`const said = words('cli.made', {}, '${b}');`,
		`const { date } = createFormats('${b}', zone);`,
		`const list = topic.words.${a};`,
		`const words = { ${b}: [], ${a}: [] };`,
		`const { name${A}, name${B} } = topic;`,
		`const label = \`\${topic.${a}}: \${n}\`;`
	];
	expect(lines.filter((line) => byHand(line).length === 0)).toEqual([]);
	expect(
		byHand(
			`// ${lines[0]}\nconst site = 'example.${a}';\nnew Intl.Collator('${b}');\nconst is${A} = 1;`
		)
	).toEqual([]);
});

test('a source → chooses nothing and calls nothing by a language that is written there', () => {
	const found = sourcesOf('src')
		.filter((file) => !OF_LANGUAGES.test(file) && file !== OF_SERVICES)
		.flatMap((file) => byHand(readFileSync(file, 'utf8')).map((line) => `${file}: ${line.trim()}`));
	expect(found).toEqual([]);
});

test('a list by language → each of them, and nothing but them', () => {
	const all = [...locales].sort();
	// pages show them in this order
	expect(inlang.locales).toEqual([...locales]);
	expect(inlang.baseLocale).toBe(fallbackLocale);
	expect([...fallbackFirst].sort()).toEqual(all);
	// what is typed or pasted in a page's language has to be read
	for (const locale of locales) expect(readLanguages).toContain(locale);
	for (const { names, topics } of packs)
		for (const by of [names, ...topics.flatMap((topic) => [topic.names, topic.words])]) {
			expect(Object.keys(by).sort()).toEqual(all);
			for (const said of Object.values(by).flat()) expect(said).toMatch(/\S/);
		}
	expect(packs.map(({ key }) => key)).toEqual(Object.keys(packKeys));
	for (const locale of locales)
		expect(new Intl.Locale(languageOf(locale).tag).language).toBe(locale);
});
