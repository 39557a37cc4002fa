/** What an author wrote about a document above it. */
export type FrontMatter = {
	title: string | null;
	date: string | null;
	number: string | null;
	tags: string[];
	authors: string[];
};

/**
 * Takes the front matter (YAML between `---`, TOML between `+++`, org's `#+title:`) off a text.
 *
 * Reads the few plain keys that newsletters use, not the whole of those languages.
 */
export function splitFrontMatter(text: string): { matter: FrontMatter; body: string } {
	const fenced = /^\s*(---|\+\+\+)[ \t]*\n([^]{0,20000}?)\n\1[ \t]*(?:\n|$)/.exec(text);
	if (fenced && /^[\w-]+\s*[:=]/m.test(fenced[2]!)) {
		return { matter: readKeys(fenced[2]!), body: text.slice(fenced[0].length) };
	}

	// Pelican and others: plain `Key: value` lines above an empty one
	const bare = /^\s*((?:[A-Z][\w-]*:[^\n]*\n){1,20})\s*\n/.exec(text);
	if (bare && /^(?:title|subject|date):/im.test(bare[1]!)) {
		return { matter: readKeys(bare[1]!), body: text.slice(bare[0].length) };
	}

	const org = /^(?:#.*\n|\s*\n)*?(?:#\+\w+:.*\n|#[ ].*\n|\s*\n)+/.exec(text.slice(0, 20_000));
	if (org && /^#\+\w+:/m.test(org[0])) {
		const keys = org[0].replace(/^#\+(\w+):/gm, (_, key: string) => `${key.toLowerCase()}:`);
		return { matter: readKeys(keys), body: text.slice(org[0].length) };
	}

	return { matter: { title: null, date: null, number: null, tags: [], authors: [] }, body: text };
}

function readKeys(text: string): FrontMatter {
	const found = new Map<string, string[]>();
	let key = '';

	for (const line of text.split('\n')) {
		const pair = /^([\w-]+)\s*[:=]\s*(.*)$/.exec(line);
		const entry = /^\s*-\s+(.+)$/.exec(line);
		if (pair) {
			key = pair[1]!.toLowerCase();
			found.set(key, pair[2] ? [pair[2]] : []);
		} else if (entry && key) {
			found.get(key)!.push(entry[1]!);
		}
	}

	const one = (...names: string[]) => {
		for (const name of names) {
			const value = unquoted(found.get(name)?.[0] ?? '');
			if (value) return value;
		}
		return null;
	};

	return {
		title: one('title', 'subject', 'titre'),
		date: one('date', 'publish_date', 'published', 'pubdate', 'sent'),
		number: one('issue', 'number', 'edition', 'numero', 'num'),
		tags: list(found.get('tags') ?? found.get('filetags') ?? found.get('keywords') ?? []),
		authors: list(found.get('authors') ?? found.get('author') ?? found.get('auteur') ?? [])
	};
}

function unquoted(value: string): string {
	return value
		.trim()
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
