import { readFileSync } from 'node:fs';
import { sourcesOf } from './sources.ts';

const WORD = /[\p{L}\p{N}_-]+/gu;

/**
 * Messages that nothing says: no code names their key, and none puts it together of a beginning that is
 * written out (`state.${state}`), or an end (`${kind}.title`), and parts that are named somewhere.
 */
export function unsaid(keys: readonly string[]): string[] {
	const text = [...sourcesOf('src'), 'tests/docs.mjs']
		.map((file) => readFileSync(file, 'utf8'))
		.join('\n');
	const named = new Set([...text.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key]) => key!));
	const members = new Set([...text.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key!));
	const words = new Set(text.match(WORD));
	const beginnings = all(text, /`([\w-]+\.[\w.-]*)\$\{|'([\w-]+\.)'\s*\+/g);
	const ends = all(text, /\}(\.[\w.-]+)`/g);

	const isNamed = (rest: string) => rest.split('.').every((part) => !part || words.has(part));
	return keys.filter(
		(key) =>
			!named.has(key) &&
			!members.has(key) &&
			!beginnings.some((one) => key.startsWith(one) && isNamed(key.slice(one.length))) &&
			!ends.some((one) => key.endsWith(one) && isNamed(key.slice(0, -one.length)))
	);
}

function all(text: string, pattern: RegExp): string[] {
	return [...new Set([...text.matchAll(pattern)].map(([, one, other]) => (one ?? other)!))];
}
