import type { RawDocument } from '../document.ts';
import { decodeDocument } from '../decode.ts';
import { asMail, named, type Letter } from './as-mail.ts';
import { dayOf, lettersOfFeed } from './feed.ts';
import { mailsIn } from './mailbox.ts';

type ArchiveFormat = 'mbox' | 'feed' | 'jsonFeed';

/** Names that an archive of letters may have. Apple Mail exports a folder `Letters.mbox` with a file `mbox`. */
const NAME = /\.(?:mbox|mbx|xml|rss|atom|json)$|(?:^|[\\/])mbox$/i;

/** Whether a file is called as an archive of letters may be: no other is opened to look. */
export function mayBeArchive(name: string): boolean {
	return NAME.test(name);
}

/** As what a file holds several letters, by its name and its first few kilobytes; null: it holds none. */
export function archiveFormat(name: string, firstBytes: Uint8Array): ArchiveFormat | null {
	if (!mayBeArchive(name)) return null;
	const start = new TextDecoder()
		.decode(firstBytes.subarray(0, 4096))
		.replaceAll('\\/', '/')
		.trimStart();
	if (/^From \S/.test(start)) return 'mbox';
	if (start.startsWith('<') && /<(?:rss|feed|rdf:rdf)[\s>]/i.test(start)) return 'feed';
	return start.startsWith('{') && start.includes('jsonfeed.org/version') ? 'jsonFeed' : null;
}

/**
 * The letters that an archive holds (an mbox, a feed, WordPress' export), each as a document of its own.
 *
 * @returns none where it holds only summaries
 */
export function lettersIn({ name, bytes }: RawDocument, format: ArchiveFormat): RawDocument[] {
	if (format === 'mbox') return mailsIn(bytes);
	const text = decodeDocument(name, bytes);
	const letters = format === 'feed' ? lettersOfFeed(text) : lettersOfJson(text);
	return named(letters.map((letter) => ({ ...letter, bytes: asMail(letter) })));
}

/** Of a JSON Feed, version 1 (https://www.jsonfeed.org). */
function lettersOfJson(text: string): Letter[] {
	const { items } = parsed(text);
	if (!Array.isArray(items)) return [];
	return items.flatMap((item: unknown) => {
		const fields = (item ?? {}) as Record<string, unknown>;
		const field = (key: string) => (typeof fields[key] === 'string' ? fields[key] : '');
		const [html, plain] = [field('content_html'), field('content_text')];
		if (!html && !plain) return [];
		const date = dayOf(field('date_published'));
		return [{ title: field('title'), date, body: html ? { html } : { text: plain } }];
	});
}

function parsed(text: string): { items?: unknown } {
	try {
		return (JSON.parse(text) ?? {}) as { items?: unknown };
	} catch {
		// cut off in the middle: it is told of as a table that cannot be read
		return {};
	}
}
