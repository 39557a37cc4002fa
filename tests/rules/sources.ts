import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';

/** Something that a file imports. */
export type Import = {
	/** a path from the top, or the name of a package */
	to: string;
	/** nothing of it is left when running */
	typesOnly: boolean;
};

/** The files of a room that run in the product, from the top. */
export function sourcesOf(room: string): string[] {
	const pattern = /\.\w+$/.test(room) ? room : `${room}/**/*.{ts,svelte,mjs}`;
	return globSync(pattern, { ignore: ['**/*.test.ts', '**/compiled/**'] }).sort();
}

/** What a file imports, by `from '…'`, `import '…'` or `import('…')`. */
export function importsOf(file: string): Import[] {
	const text = readFileSync(file, 'utf8');
	const matches = text.matchAll(
		/\b(?:(import|export)\b([^'"`;]*?)\bfrom\s*|import\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm
	);

	return [...matches].map(([, , names = '', to = '']) => ({
		to: target(file, to),
		typesOnly: /^\s*type\b/.test(names) || /^\s*\{(\s*type\s[^,}]*,?)+\s*\}\s*$/.test(names)
	}));
}

function target(file: string, to: string): string {
	if (to.startsWith('.')) return join(dirname(file), to);
	return to.replace(/^#lib\//, 'src/lib/');
}

export function isWithin(path: string, room: string): boolean {
	return `${path}/`.startsWith(`${room}/`);
}
