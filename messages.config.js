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
	writeFileSync(stamp, made);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileMessages();
