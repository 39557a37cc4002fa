import { withoutReader } from '#lib/url/without-reader.ts';
import { documentHtml } from './lines/lines-of.ts';
import { escapeHtml } from './source/escape.ts';
import { recipientsOf } from './source/recipients.ts';
import { sanitise } from './source/sanitise.ts';
import type { Clean } from './source/clean-document.ts';
import type { Attributes, Sink } from './source/markup.ts';

/** What stands beside a link: `words` in sight, `title` for whoever points at it. */
export type Badge = {
	words: string;
	title: string;
	/** which side of what its position usually gets; `plain` where nothing is compared */
	tone: 'above' | 'below' | 'unclear' | 'plain';
};

/** Void elements: they have no closing tag. */
const voids = new Set(['br', 'hr', 'img']);

/**
 * A kept document as a page of its own, as it was sent, with a badge behind each link that `badges`
 * knows by its address. Where links share an address their clicks are counted together: the badge
 * stands behind the first of them that has words. It is cleaned once more, so that it holds no script,
 * form or remote picture, whatever an older version kept.
 *
 * @param document as `cleanDocument` gives it
 * @param language of the badges, as an HTML language tag
 */
export function letterHtml(
	document: Clean,
	badges: ReadonlyMap<string, Badge>,
	language: string
): string {
	const format = document.format === 'eml' ? 'html' : document.format;
	const { html } = documentHtml({ format, text: document.body });
	const places = badgePlaces(html, badges);
	const out: string[] = [];
	const anchors: (Badge | undefined)[] = [];
	let nth = 0;

	const title = clean(html, {
		open(name, attributes) {
			if (name === 'a') anchors.push(places.get(nth++));
			out.push(openingTag(name, name === 'a' ? inNewTab(attributes) : attributes));
		},
		text(words) {
			out.push(escapeHtml(words));
		},
		close(name) {
			if (!voids.has(name)) out.push(`</${name}>`);
			const badge = name === 'a' ? anchors.pop() : undefined;
			if (badge) out.push(written(badge, language));
		}
	});

	return [
		'<!doctype html><html><head><meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width">',
		`<title>${escapeHtml(title ?? '')}</title><style>${styles}</style></head><body>`,
		...out,
		'</body></html>'
	].join('');
}

/** Which link of a document, counted from 0, each badge stands behind. */
function badgePlaces(html: string, badges: ReadonlyMap<string, Badge>): Map<number, Badge> {
	const first = new Map<string, { nth: number; words: boolean }>();
	const open: { nth: number; href: string }[] = [];
	let nth = 0;

	clean(html, {
		open(name, attributes) {
			if (name === 'a') open.push({ nth: nth++, href: attributes.href ?? '' });
		},
		text(words) {
			const link = open.at(-1);
			if (!link || !badges.has(link.href) || !/[\p{L}\p{N}]/u.test(words)) return;
			if (!first.get(link.href)?.words) first.set(link.href, { nth: link.nth, words: true });
		},
		close(name) {
			const link = name === 'a' ? open.pop() : undefined;
			if (link && badges.has(link.href) && !first.has(link.href))
				first.set(link.href, { nth: link.nth, words: false });
		}
	});
	return new Map([...first].map(([href, place]) => [place.nth, badges.get(href)!]));
}

function clean(html: string, sink: Sink): string | null {
	return sanitise(
		html,
		{ url: withoutReader, recipients: recipientsOf([]), plainTextPart: null },
		sink
	).title;
}

function openingTag(name: string, attributes: Attributes): string {
	const written = Object.entries(attributes).map(
		([key, value]) => ` ${key}="${escapeHtml(value)}"`
	);
	return `<${name}${written.join('')}>`;
}

function inNewTab(attributes: Attributes): Attributes {
	return { ...attributes, target: '_blank', rel: 'noopener noreferrer' };
}

function written({ words, title, tone }: Badge, language: string): string {
	const label = escapeHtml(title);
	return ` <span class="rubrique-badge ${tone}" lang="${language}" role="note" title="${label}" aria-label="${label}">${escapeHtml(words)}</span>`;
}

/**
 * The letter is paper, in either theme. None of its own stylesheets is kept, only style attributes,
 * so that nothing of it can hide a badge by its class.
 */
const styles = `
html { color-scheme: light; background: #fff; color: #1c1b1a; }
body { margin: 12px; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; outline: 1px dashed #c9c4bb; color: #6b665e; font-size: 12px; }
table { max-width: 100%; }
.rubrique-badge { all: initial; display: inline-block; margin: 0 2px; padding: 0 5px; border: 1px solid #8a8378;
	border-radius: 3px; background: #fff; color: #1c1b1a; font: 600 12px/17px system-ui, sans-serif;
	white-space: nowrap; vertical-align: baseline; cursor: help; print-color-adjust: exact; }
.rubrique-badge.above { background: #dcebef; border-color: #0a6780; color: #0a6780; }
.rubrique-badge.below { background: #f7e9d9; border-color: #9c5208; color: #9c5208; }
.rubrique-badge.plain { font-weight: 400; color: #5a554d; }
`;
