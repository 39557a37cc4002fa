import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';

/** What an author wrote about a document above it. */
export type FrontMatter = {
	title: string | null;
	date: string | null;
	number: string | null;
	tags: string[];
	authors: string[];
};

/** What keys say: a list has several values, everything else one. */
type Keys = Map<string, string[]>;

/**
 * Takes the front matter (YAML between `---`, TOML between `+++`, org's `#+title:`) off a text. One that
 * no parser accepts is read line by line: an author's slip costs one key, not all.
 */
export function splitFrontMatter(text: string): { matter: FrontMatter; body: string } {
	const fenced = /^\s*(---|\+\+\+)[ \t]*\n([^]{0,20000}?)\n\1[ \t]*(?:\n|$)/.exec(text);
	if (fenced && /^[\w-]+\s*[:=]/m.test(fenced[2]!)) {
		const read = fenced[1] === '---' ? yamlKeys : tomlKeys;
		const keys = read(fenced[2]!) ?? plainKeys(fenced[2]!);
		return { matter: matterOf(keys), body: text.slice(fenced[0].length) };
	}

	// Pelican and others: plain `Key: value` lines above an empty one
	const bare = /^\s*((?:[A-Z][\w-]*:[^\n]*\n){1,20})\s*\n/.exec(text);
	if (bare && /^(?:title|subject|date):/im.test(bare[1]!)) {
		return { matter: matterOf(plainKeys(bare[1]!)), body: text.slice(bare[0].length) };
	}

	const org = /^(?:#.*\n|\s*\n)*?(?:#\+\w+:.*\n|#[ ].*\n|\s*\n)+/.exec(text.slice(0, 20_000));
	if (org && /^#\+\w+:/m.test(org[0])) {
		const lines = org[0].replace(/^#\+(\w+):/gm, (_, key: string) => `${key.toLowerCase()}:`);
		return { matter: matterOf(plainKeys(lines)), body: text.slice(org[0].length) };
	}

	return { matter: { title: null, date: null, number: null, tags: [], authors: [] }, body: text };
}

/** Every scalar as it is written: "007" is no number here, and a day no instant. */
function yamlKeys(text: string): Keys | null {
	const document = parseDocument(text, {
		schema: 'failsafe',
		uniqueKeys: false,
		logLevel: 'silent'
	});
	if (document.errors.length > 0) return null;
	try {
		return keysOf(document.toJS({ maxAliasCount: 20 }));
	} catch {
		return null;
	}
}

function tomlKeys(text: string): Keys | null {
	try {
		return keysOf(parseToml(text));
	} catch {
		return null;
	}
}

function keysOf(read: unknown): Keys | null {
	if (read === null || typeof read !== 'object' || Array.isArray(read)) return null;
	return new Map(
		Object.entries(read).map(([key, value]) => [key.toLowerCase(), valuesOf(value)] as const)
	);
}

/** Texts of a value; of `{ name: … }` its name. */
function valuesOf(value: unknown): string[] {
	if (value === null || value === undefined) return [];
	if (Array.isArray(value)) return value.flatMap(valuesOf);
	if (value instanceof Date) return [value.toISOString()];
	if (typeof value !== 'object') return [String(value)];
	const { name, title } = value as { name?: unknown; title?: unknown };
	return valuesOf(name ?? title);
}

/** Lines of `key: value` or `key = value`, and of `- value` below a key. */
function plainKeys(text: string): Keys {
	const keys: Keys = new Map();
	let key = '';

	for (const line of text.split('\n')) {
		const pair = /^([\w-]+)\s*[:=]\s*(.*)$/.exec(line);
		const entry = /^\s*-\s+(.+)$/.exec(line);
		if (pair) {
			key = pair[1]!.toLowerCase();
			keys.set(key, pair[2] ? [pair[2]] : []);
		} else if (entry && key) {
			keys.get(key)!.push(entry[1]!);
		}
	}
	return keys;
}

function matterOf(keys: Keys): FrontMatter {
	const one = (...names: string[]) => {
		for (const name of names) {
			const value = unquoted(keys.get(name)?.[0] ?? '');
			if (value) return value;
		}
		return null;
	};

	return {
		title: one('title', 'subject', 'titre'),
		date: one('date', 'publish_date', 'published', 'pubdate', 'sent'),
		number: one('issue', 'number', 'edition', 'numero', 'num'),
		tags: list(keys.get('tags') ?? keys.get('filetags') ?? keys.get('keywords') ?? []),
		authors: list(keys.get('authors') ?? keys.get('author') ?? keys.get('auteur') ?? [])
	};
}

/** A value without its quotes, and without the empty tag that generators of sites write above them: `! 'No. 3'`. */
function unquoted(value: string): string {
	return value
		.trim()
		.replace(/^!\s+(?=["'])/, '')
		.replace(/^(["'])(.*)\1$/, '$2')
		.trim();
}

function list(values: string[]): string[] {
	return values
		.flatMap((value) =>
			/^\[.*\]$/.test(value.trim())
				? value.trim().slice(1, -1).split(',')
				: /^:.*:$/.test(value.trim())
					? value.trim().slice(1, -1).split(':')
					: values.length === 1
						? value.split(',')
						: [value]
		)
		.map(unquoted)
		.filter(Boolean);
}
