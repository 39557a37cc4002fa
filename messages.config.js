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
export const messages = {
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
	groupNumbers();
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

function groupNumbers() {
	const registry = join(outdir, 'registry.js');
	writeFileSync(registry, readFileSync(registry, 'utf8') + GROUPED);
	const { locales } = JSON.parse(readFileSync(join(project, 'settings.json'), 'utf8'));
	for (const locale of locales) {
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileMessages();
