import { unwrap } from '#lib/url/unwrap.ts';
import { readMarkup, type Attributes, type Sink } from './markup.ts';
import { textHtml } from './text-html.ts';

/** What the plain-text part of an e-mail says of the links of its HTML part. */
export type PlainTextPart = {
	/** where the words under a link lead; null if it does not say */
	leadsTo: (words: string) => string | null;
	/** all addresses in it */
	addresses: ReadonlySet<string>;
};

/**
 * Reads the plain-text part of an e-mail for the addresses behind words, so that a tracked link
 * of the HTML part can be resolved without following it.
 *
 * Words that lead to several places ("Read more") are resolved in their order, and only if both
 * parts have them equally often: a wrong destination is worse than none.
 */
export function readPlainTextPart(text: string, html: string): PlainTextPart {
	const inText = addressesByWords(textHtml(text));
	const inHtml = addressesByWords(html);
	const turn = new Map<string, number>();

	function leadsTo(words: string): string | null {
		const key = keyOf(words);
		const addresses = inText.get(key) ?? [];
		if (new Set(addresses).size <= 1) return addresses[0] ?? null;
		if (addresses.length !== inHtml.get(key)?.length) return null;

		const n = turn.get(key) ?? 0;
		turn.set(key, n + 1);
		return addresses[n] ?? null;
	}
	return { leadsTo, addresses: new Set([...inText.values()].flat()) };
}

/**
 * Writes where each link leads, as far as the plain-text part says more of it than the HTML part, into its
 * `data-target`: both are often of one tracker, and what both have is not asked twice.
 *
 * @param reduced an address without what identifies a reader, as links of the HTML part come
 */
export function resolvedBy(
	{ leadsTo, addresses }: PlainTextPart,
	reduced: (address: string) => string,
	sink: Sink
): Sink {
	// of several that are one without their reader nobody knows which is meant
	const times = new Map<string, number>();
	for (const address of addresses)
		times.set(reduced(address), (times.get(reduced(address)) ?? 0) + 1);

	function targetOf(href: string, words: string): string | null {
		const address = leadsTo(words);
		if (address === null || times.get(href) === 1) return null;
		const own = reduced(address);
		return own === href ? null : unwrap(own).target;
	}
	let held: { attributes: Attributes; words: string; events: (() => void)[] } | null = null;

	return {
		open(name, attributes) {
			if (held) held.events.push(() => sink.open(name, attributes));
			else if (name === 'a') held = { attributes, words: '', events: [] };
			else sink.open(name, attributes);
		},
		text(words) {
			if (!held) return sink.text(words);
			held.words += words;
			held.events.push(() => sink.text(words));
		},
		close(name) {
			if (!held) return sink.close(name);
			if (name !== 'a') {
				held.events.push(() => sink.close(name));
				return;
			}

			const { attributes, words, events } = held;
			const target = attributes.href && targetOf(attributes.href, words);
			held = null;
			sink.open('a', target ? { ...attributes, 'data-target': target } : attributes);
			for (const send of events) send();
			sink.close('a');
		}
	};
}

function addressesByWords(html: string): Map<string, string[]> {
	const addresses = new Map<string, string[]>();
	let href = '';
	let words = '';

	readMarkup(html, {
		open(name, attributes) {
			if (name !== 'a') return;
			href = attributes.href ?? '';
			words = '';
		},
		text(more) {
			words += more;
		},
		close(name) {
			const key = name === 'a' && href ? keyOf(words) : '';
			if (!key) return;
			const known = addresses.get(key);
			if (known) known.push(href);
			else addresses.set(key, [href]);
		}
	});

	return addresses;
}

function keyOf(words: string): string {
	return words
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
