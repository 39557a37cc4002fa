import { readMarkup } from './markup.ts';
import { textHtml } from './text-html.ts';
import type { Attributes, Sink } from './markup.ts';

/** Where the words under a link lead, as the plain-text part of the same e-mail says; null if it does not. */
export type PlainTextPart = (words: string) => string | null;

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

	return (words) => {
		const key = keyOf(words);
		const addresses = inText.get(key) ?? [];
		if (new Set(addresses).size <= 1) return addresses[0] ?? null;
		if (addresses.length !== inHtml.get(key)?.length) return null;

		const n = turn.get(key) ?? 0;
		turn.set(key, n + 1);
		return addresses[n] ?? null;
	};
}

/** Writes where each link leads, as far as the plain-text part says, into its `data-target`. */
export function resolvedBy(part: PlainTextPart, sink: Sink): Sink {
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
			const target = attributes.href && part(words);
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
