import { withoutAddresses } from '#lib/url/address.ts';
import { countLeftOut, nothingLeftOut, type LeftOut } from './left-out.ts';
import {
	withoutHidden,
	withoutMergeTags,
	withoutNamesInUrl,
	withoutTraces
} from './reader-traces.ts';
import { readMarkup, type Attributes, type Sink } from './markup.ts';
import {
	readStylesheet,
	styleOf,
	writeDeclarations,
	type Declarations,
	type Stylesheet
} from './stylesheet.ts';
import { resolvedBy, type PlainTextPart } from './plain-text-part.ts';
import type { Recipients } from './recipients.ts';

/** Elements that stay; of all others only the words stay. */
const allowed = new Set(
	(
		'a abbr address article aside b big blockquote br caption center cite code dd del details dfn div ' +
		'dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ' +
		'ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th ' +
		'thead time tr tt u ul var'
	).split(' ')
);

/** Elements that go with everything inside them. */
const dropped = new Set(
	(
		'applet audio button canvas datalist embed frame frameset iframe input keygen map math meter noembed ' +
		'noframes noscript object optgroup option param plaintext progress script select source style svg ' +
		'template textarea title track video xmp'
	).split(' ')
);

const attributesKept = new Set(
	'align alt aria-level bgcolor class color colspan dir height lang role rowspan size start valign width'.split(
		' '
	)
);

const safeScheme = /^(https?:|mailto:|tel:|[^a-z]|[a-z0-9+.-]*(?:[^a-z0-9+.:-]|$))/i;

/** Says what an HTML document holds besides its body. */
export type DocumentHead = {
	title: string | null;
	date: string | null;
	/** who wrote the whole, as its markup names them */
	author: string | null;
	leftOut: LeftOut;
};

export type Cleaning = {
	/** what becomes of an address: what identifies a reader is taken out, unless nothing is stored */
	url: (href: string) => string;
	/** who this copy was sent to */
	recipients: Recipients;
	/** where the words under a link lead, if another part of the e-mail says so */
	plainTextPart: PlainTextPart | null;
};

/**
 * Hears of an HTML document only what may be stored and shown: no scripts, forms, event handlers,
 * hidden words, tracking pixels, remote images, per-reader addresses or `javascript:` and `data:` links.
 *
 * What passes is written with its computed style, so that the outcome read again is the same.
 */
export function sanitise(html: string, cleaning: Cleaning, out: Sink): DocumentHead {
	const reduced = (href: string) => withoutNamesInUrl(cleaning.url(href), cleaning.recipients);
	const { plainTextPart: beside } = cleaning;
	const sink = beside ? resolvedBy(beside, reduced, out) : out;
	const sheet: Stylesheet = new Map();
	const shown: boolean[] = [];
	const head: DocumentHead = { title: null, date: null, author: null, leftOut: nothingLeftOut() };
	let hidden = 0;
	let catching: 'style' | 'title' | null = null;
	let caught = '';
	let recent = '';

	function pass(words: string) {
		const clean = withoutReaderNames(words);
		if (!clean) return;
		recent = (recent + clean).slice(-160);
		sink.text(clean);
	}

	function withoutReaderNames(words: string) {
		return withoutTraces(words, recent, cleaning.recipients);
	}

	readMarkup(html, {
		open(name, attributes) {
			if ((name === 'style' || name === 'title') && !(name === 'title' && head.title !== null)) {
				catching = name;
				caught = '';
			}

			if (name === 'meta' && attributes.name === 'date')
				head.date = withoutAddresses(attributes.content ?? '') || null;
			if (name === 'meta' && attributes.name?.toLowerCase() === 'author')
				head.author ??= withoutReaderNames(attributes.content ?? '').slice(0, 200) || null;

			countLeftOut(head.leftOut, name, attributes);
			const style = styleOf(sheet, name, attributes);
			// what hides a whole document waits for its script
			const hides = name !== 'html' && name !== 'body' && isHidden(attributes, style);
			const gone = dropped.has(name) || hides || isPixel(name, attributes, style);
			if (gone || hidden) hidden++;

			const show = !hidden && allowed.has(name);
			shown.push(show);
			if (show) {
				const kept = keptAttributes(name, attributes, style, cleaning);
				if (name === 'a' && attributes.href?.trim() && !isSafe(attributes.href))
					head.leftOut.links++;
				sink.open(name, kept);
			}
		},

		text(words) {
			if (catching) caught += words;
			else if (!hidden) pass(words);
		},

		close(name) {
			if (catching === name) {
				if (name === 'style') readStylesheet(caught, sheet);
				else head.title = withoutReaderNames(caught).replace(/\s+/g, ' ').trim() || null;
				catching = null;
			}

			if (shown.pop()) sink.close(name);
			if (hidden) hidden--;
		}
	});

	return head;
}

function isSafe(href: string): boolean {
	return safeScheme.test(href.replace(/[\u0000-\u0020]/g, ''));
}

function isHidden(attributes: Attributes, style: Declarations): boolean {
	return (
		attributes.hidden !== undefined ||
		style.display === 'none' ||
		style.visibility === 'hidden' ||
		style['mso-hide'] === 'all' ||
		/^0(\.0+)?$/.test(style.opacity ?? '') ||
		(/^0(px)?$/.test(style['max-height'] ?? '') && /^[01](px)?$/.test(style['font-size'] ?? '0'))
	);
}

/** An image of at most 3 × 3 px, or with a side of none: nobody is meant to see it. */
function isPixel(name: string, attributes: Attributes, style: Declarations): boolean {
	if (name !== 'img') return false;
	const width = parseFloat(style.width ?? attributes.width ?? '');
	const height = parseFloat(attributes.height ?? '');
	return (width <= 3 && !(height > 3)) || (height <= 3 && !(width > 3)) || width === 0;
}

function keptAttributes(
	name: string,
	attributes: Attributes,
	style: Declarations,
	cleaning: Cleaning
): Attributes {
	const kept: Attributes = {};

	for (const [key, value] of Object.entries(attributes)) {
		if (!attributesKept.has(key) || value.length > 500) continue;
		kept[key] =
			key === 'alt'
				? withoutTraces(value, '', cleaning.recipients)
				: withoutHidden(withoutMergeTags(value));
	}

	const href = attributes.href?.trim();
	if (name === 'a' && href && isSafe(href)) {
		kept.href = withoutNamesInUrl(cleaning.url(href), cleaning.recipients);
		if (/(?:^|\s)author(?:\s|$)/i.test(attributes.rel ?? '')) kept.rel = 'author';
		const target = attributes['data-target'];
		if (target && /^https?:/i.test(target))
			kept['data-target'] = withoutNamesInUrl(cleaning.url(target), cleaning.recipients);
	}

	const written = writeDeclarations(style);
	if (written) kept.style = written;
	return kept;
}
