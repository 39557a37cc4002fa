import { readDeclarations, type Declarations } from '../source/stylesheet.ts';
import type { Line } from './line.ts';
import type { Attributes } from '../source/markup.ts';

/** Elements that begin and end a line. */
const blocks = new Set(
	(
		'address article aside blockquote caption center dd div dl dt figcaption figure footer h1 h2 h3 ' +
		'h4 h5 h6 header hr li main nav ol p pre section summary details table tbody td tfoot th thead tr ul'
	).split(' ')
);

const fontSizes = ['10', '10', '13', '16', '18', '24', '32', '48'];
const headingSizes = [0, 32, 24, 19, 16, 13, 11];

/** How words look at one place of a document, and what they are inside of. */
export type Look = {
	name: string;
	block: boolean;
	/** it has a line above or below it: a rule, where it is empty */
	bordered: boolean;
	bold: boolean;
	italic: boolean;
	size: number;
	caps: boolean;
	tinted: boolean;
	centred: boolean;
	level: number;
	depth: number;
	quote: boolean;
	region: Line['region'];
	shape: string;
	link: { url: string; target: string | null; author: boolean } | null;
};

/** The look of words that nothing has changed yet. */
export const plainLook: Look = {
	name: '',
	block: true,
	bordered: false,
	bold: false,
	italic: false,
	size: 16,
	caps: false,
	tinted: false,
	centred: false,
	level: 0,
	depth: 0,
	quote: false,
	region: 'body',
	shape: '',
	link: null
};

/** The look inside an element, by what it is and by its style. */
export function lookOf(name: string, attributes: Attributes, outer: Look): Look {
	const style = readDeclarations(attributes.style ?? '');
	const level = /^h[1-6]$/.test(name)
		? Number(name[1])
		: attributes.role === 'heading'
			? Number(attributes['aria-level']) || 2
			: outer.level;
	const block =
		(blocks.has(name) && style.display !== 'inline') ||
		(style.display === 'block' && name !== 'img' && name !== 'a') ||
		(style.display === 'block' && name === 'a');

	const look: Look = {
		...outer,
		name,
		block,
		bordered: block && isBordered(style),
		level,
		tinted: outer.block && block ? false : outer.tinted
	};

	if (/^h[1-6]$/.test(name)) {
		look.size = headingSizes[level] ?? outer.size;
		look.bold = true;
	}
	if (name === 'b' || name === 'strong' || name === 'th') look.bold = true;
	if (name === 'em' || name === 'i' || name === 'cite') look.italic = true;
	if (name === 'big') look.size = outer.size * 1.2;
	if (name === 'small') look.size = outer.size * 0.83;
	if (name === 'center' || attributes.align === 'center') look.centred = true;
	if (name === 'font' && attributes.size) look.size = Number(fontSizes[fontSize(attributes.size)]);
	if (attributes.bgcolor && name !== 'table') look.tinted = true;

	const size = style['font-size'];
	if (size) look.size = pixels(size, outer.size);
	const weight = style['font-weight'];
	if (weight) look.bold = /bold/i.test(weight) || Number(weight) >= 600;
	if (style['font-style']) look.italic = style['font-style'] !== 'normal';
	if (style['text-transform']) look.caps = style['text-transform'] === 'uppercase';
	if (style['text-align']) look.centred = style['text-align'] === 'center';
	const background = style['background-color'] ?? style.background;
	if (background && !/^(transparent|none|inherit|initial|#f{3,6}\b|white)/i.test(background)) {
		look.tinted = true;
	}

	if (name === 'ul' || name === 'ol') look.depth = outer.depth + 1;
	if (name === 'blockquote' || name === 'figcaption') look.quote = true;
	if (name === 'nav') look.region = 'nav';
	if (name === 'footer') look.region = 'footer';
	if (name === 'a' && attributes.href) {
		look.link = {
			url: attributes.href,
			target: attributes['data-target'] ?? null,
			author: attributes.rel === 'author'
		};
	}
	if (block) {
		const mark = attributes.class
			? `${name}.${attributes.class.split(/\s+/).sort().join('.')}`
			: name;
		look.shape = `${outer.shape.split('>').slice(-2).join('>')}>${mark.slice(0, 60)}`;
	}

	return look;
}

/** Whether a style draws a line above or below: a border around the whole is a box. */
function isBordered(style: Declarations): boolean {
	return [style['border-top'], style['border-bottom']].some(
		(border) =>
			border !== undefined &&
			/(?:^|\s)(?:[1-9]|0?\.[1-9])|\b(?:thin|medium|thick)\b/.test(border) &&
			/\b(?:solid|dashed|dotted|double|groove|ridge)\b/i.test(border) &&
			!/\btransparent\b/i.test(border)
	);
}

function fontSize(value: string): number {
	const number = Number(value);
	return Math.max(1, Math.min(7, /^[+-]/.test(value) ? 3 + number : number || 3));
}

function pixels(size: string, outer: number): number {
	const number = parseFloat(size);
	if (!Number.isFinite(number)) return outer;
	if (/(em|rem)$/.test(size)) return number * (size.endsWith('rem') ? 16 : outer);
	if (size.endsWith('%')) return (number / 100) * outer;
	if (size.endsWith('pt')) return number * 1.333;
	return number;
}
