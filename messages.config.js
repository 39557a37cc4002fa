import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';

const root = import.meta.dirname;
const project = join(root, 'project.inlang');
const outdir = join(root, 'src/lib/messages/compiled');

/**
 * How `messages/*.json` become functions, for pages, commands and tests alike.
 *
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
const messages = {
	project,
	outdir,
	strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
	cookieName: 'language',
	// a file for each language: used-messages.config.ts takes out of them what a page says
	outputStructure: 'locale-modules',
	// a browser is known as one when scripts are built: what it cannot reach is left out
	isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'"
};

/** What the functions were made of, told beside them. */
const stamp = join(outdir, '.made-of');

/** Compiles the messages, if they or what compiles them changed since that was done. */
export async function compileMessages() {
	const sources = ['package-lock.json', 'messages.config.js', 'project.inlang/settings.json'];
	const words = readdirSync(join(root, 'messages')).map((name) => `messages/${name}`);
	const hash = createHash('sha256');
	for (const file of [...sources, ...words.sort()])
		hash.update(`${file}\0`).update(readFileSync(join(root, file)));
	const made = hash.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return;

	// one that is broken off is done again
	rmSync(stamp, { force: true });
	await compile(messages);
	addToRegistry();
	groupNumbers();
	gatherMessages();
	writeFileSync(stamp, made);
}

/** What a message is told that is a name and no amount, though it is of digits. */
const NAMES = ['id', 'port', 'other', 'year', 'version', 'issue'];

/**
 * Lets every message write the numbers that it is told as its language does (“12,345”, « 12 345 »), as all
 * tables do, whoever hands them on: what chooses between singular and plural is still the number.
 */
const GROUPED = `

/**
 * @param {string} locale
 * @param {Record<string, any>} inputs
 * @returns {any}
 */
export function grouped(locale, inputs) {
	const own = { ...inputs };
	for (const [name, value] of Object.entries(own))
		if (typeof value === 'number' && !${JSON.stringify(NAMES)}.includes(name))
			own[name] = {
				valueOf: () => value,
				// the fonts lack the narrow space
				toString: () => value.toLocaleString(locale).replace(/\\u202f/g, '\\xa0')
			};
	return own;
}
`;

/** A message as it is compiled. */
const MESSAGE = /^export const \w+ = [^]*?^\};$/gm;
/** What messages call a count, and what they choose between singular and plural by. */
const COUNTS = ['n', 'of', 'done', 'above', 'below'];
const CHOSEN = /registry\.plural\("\w+", i\?\.(\w+)/g;

/** Whether a message writes out a number that it is told: many are told it in words as well. */
function writesNumbers(message) {
	const chosen = [...message.matchAll(CHOSEN)].map(([, name]) => name);
	return [...COUNTS, ...chosen].some((name) => message.includes(`\${i?.${name}}`));
}

/** How Paraglide tells singular from plural, and how it is told here: to make the rules takes 13 µs, to ask them 0.4. */
const RULES_EACH_TIME = 'new Intl.PluralRules(locale, options).select(';
const RULES_KEPT = `rulesOf(locale, options?.type).select(`;
const RULES = `

/** @type {Map<string, Intl.PluralRules>} */
const rules = new Map();

/**
 * @param {string} locale
 * @param {Intl.PluralRuleType} [type]
 */
function rulesOf(locale, type) {
	const key = \`\${locale} \${type}\`;
	const known = rules.get(key) ?? new Intl.PluralRules(locale, { type });
	rules.set(key, known);
	return known;
}
`;

/** What all messages count and write numbers by. */
function addToRegistry() {
	const registry = join(outdir, 'registry.js');
	const code = readFileSync(registry, 'utf8');
	if (!code.includes(RULES_EACH_TIME)) throw new Error('Paraglide counts in another way now');
	writeFileSync(registry, code.replace(RULES_EACH_TIME, RULES_KEPT) + RULES + GROUPED);
}

function groupNumbers() {
	for (const locale of languages()) {
		const file = join(outdir, 'messages', `${locale}.js`);
		const begin = `(i) => {i = registry.grouped("${locale}", i);`;
		// those alone: a browser holds each of them
		const code = readFileSync(file, 'utf8').replace(MESSAGE, (message) =>
			writesNumbers(message) ? message.replace('(i) => {', begin) : message
		);
		if (!code.includes(begin)) throw new Error('Paraglide writes messages in another way now');
		writeFileSync(file, code);
	}
}

/** A message of a language, and the key under which it is handed out. */
const OF_A_LANGUAGE = /^export const (\w+) = (?:\/\*\*.*?\*\/ )?([^]*?^\});$/gm;
const KEYS = /^export (?:\{ (\w+) as "(.+)" \}|const (\w+) = )/gm;

const languages = () => JSON.parse(readFileSync(join(project, 'settings.json'), 'utf8')).locales;

/**
 * Every message as it is compiled: by its key, the code of its function in each language.
 *
 * @returns {Map<string, Record<string, string>>}
 */
export function messagesAsCompiled() {
	const all = languages().map((locale) => {
		const code = readFileSync(join(outdir, 'messages', `${locale}.js`), 'utf8');
		return [locale, new Map([...code.matchAll(OF_A_LANGUAGE)].map(([, name, own]) => [name, own]))];
	});
	const index = readFileSync(join(outdir, 'messages/_index.js'), 'utf8');
	return new Map(
		[...index.matchAll(KEYS)].map(([, name, key, plain]) => {
			const own = all.map(([locale, known]) => [locale, known.get(name ?? plain)]);
			const missing = own.find(([, says]) => !says);
			if (missing)
				throw new Error(`${key ?? plain} is not compiled in ${missing[0]} as messages were`);
			return [key ?? plain, Object.fromEntries(own)];
		})
	);
}

/**
 * Hands all messages out as one table for each language. As Paraglide writes them, each of the four
 * thousand is an export three times over: every process took 60 ms longer to start, and 40 MB more.
 */
function gatherMessages() {
	const messages = [...messagesAsCompiled()];
	for (const locale of languages()) {
		const table = messages.map(([key, own]) => `\t${JSON.stringify(key)}: ${own[locale]}`);
		writeFileSync(
			join(outdir, 'messages', `all-${locale}.js`),
			`import * as registry from '../registry.js';\n\nexport default {\n${table.join(',\n')}\n};\n`
		);
	}
	writeFileSync(join(outdir, 'messages.js'), gathered(languages()));
}

/** The module by which messages are asked for: its types are those of Paraglide’s own. */
function gathered(locales) {
	const imports = locales.map((locale, i) => `import in${i} from './messages/all-${locale}.js';`);
	const tables = locales.map((locale, i) => `'${locale}': in${i}`);
	return `import { getLocale } from './runtime.js';
${imports.join('\n')}

const languages = { ${tables.join(', ')} };

/** @type {typeof import('./messages/_index.js')} */
export const m = /** @type {any} */ (Object.create(null));
for (const key of Object.keys(in0))
	m[key] = (inputs = {}, options = {}) => languages[options.locale ?? getLocale()][key](inputs);
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileMessages();
