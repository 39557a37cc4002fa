import { Parser } from 'htmlparser2';
import { mailDate } from '../mail.ts';
import type { Letter } from './as-mail.ts';

type Field = 'title' | 'local' | 'published' | 'changed' | 'whole' | 'part' | 'type' | 'status';
type Fields = Partial<Record<Field, string>>;

/** Fields of an entry, by what they are called in RSS, Atom and WordPress' export. */
const FIELDS = new Map<string, Field>([
	['title', 'title'],
	['wp:post_date', 'local'],
	['pubdate', 'published'],
	['published', 'published'],
	['dc:date', 'published'],
	['updated', 'changed'],
	['content:encoded', 'whole'],
	['content', 'whole'],
	['description', 'part'],
	['summary', 'part'],
	['wp:post_type', 'type'],
	['wp:status', 'status']
]);

/** What WordPress keeps beside posts. */
const NO_POST =
	/^(?:page|attachment|revision|nav_menu_item|custom_css|customize_changeset|wp_\w+)$/;

/**
 * The letters of a feed (RSS 2.0, Atom, WordPress' WXR) that hold more than a summary, as archives are
 * published and exported.
 */
export function lettersOfFeed(xml: string): Letter[] {
	return entriesOfFeed(xml).flatMap((entry) => {
		const { title = '', local, published, changed, whole, part, type, status } = entry;
		if ((type && NO_POST.test(type)) || (status && status !== 'publish')) return [];
		const html = [whole, part].find((text) => text && /<a\s/i.test(text));
		if (html === undefined) return [];
		// a feed says when a post was published in its server's zone, WordPress' export in the site's too
		const date = dayOf(local ?? published ?? changed ?? '');
		return [{ title, date, body: { html } }];
	});
}

/** `2026-03-10T07:00:00+01:00`, `Tue, 10 Mar 2026 07:00:00 +0100` → `2026-03-10`: the day as it is written. */
export function dayOf(date: string): string | null {
	return /^\s*(\d{4}-\d{2}-\d{2})/.exec(date)?.[1] ?? mailDate(date);
}

function entriesOfFeed(xml: string): Fields[] {
	const entries: Fields[] = [];
	let entry: Fields | null = null;
	let field: Field | undefined;
	let depth = 0;
	/** where XHTML begins that stands in an entry as elements */
	let markup: number | null = null;

	const parser = new Parser(
		{
			onopentag(name, { type }) {
				if (!entry) {
					if (/^(?:item|entry)$/i.test(name)) [entry, depth] = [{}, 0];
					return;
				}
				depth++;
				// what stands deeper is of a picture, of an author, of where it came from
				if (depth !== 1) return;
				const own = FIELDS.get(name.toLowerCase());
				field = own && entry[own] === undefined ? own : undefined;
				if (field) entry[field] = '';
				markup = field && type === 'xhtml' ? parser.endIndex + 1 : null;
			},
			ontext(text) {
				if (entry && field && depth === 1) entry[field] += text;
			},
			onclosetag() {
				if (!entry) return;
				if (depth === 0) {
					entries.push(entry);
					entry = null;
					return;
				}
				if (depth === 1 && field && markup !== null)
					entry[field] = xml.slice(markup, parser.startIndex);
				if (depth === 1) [field, markup] = [undefined, null];
				depth--;
			}
		},
		{ xmlMode: true }
	);
	parser.end(xml);
	return entries;
}
