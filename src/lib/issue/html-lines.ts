import { sanitise } from './sanitise.ts';
import type { Cleaning, Head } from './sanitise.ts';
import type { Attributes } from './markup.ts';
import type { Line, LineLink } from './line.ts';
import { readDeclarations } from './stylesheet.ts';

/** Elements that begin and end a line. */
const blocks = new Set(
	(
		'address article aside blockquote caption center dd div dl dt figcaption figure footer h1 h2 h3 ' +
		'h4 h5 h6 header hr li main nav ol p pre section summary details table tbody td tfoot th thead tr ul'
	).split(' ')
);

const fontSizes = ['10', '10', '13', '16', '18', '24', '32', '48'];
const headingSizes = [0, 32, 24, 19, 16, 13, 11];

type Look = {
	name: string;
	block: boolean;
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
	link: { url: string; target: string | null } | null;
};

const plain: Look = {
	name: '',
	block: true,
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

/** A paragraph beyond this many characters is read as several. */
const LONGEST_LINE = 10_000;

/** No newsletter has so many lines; what follows them is left out, to answer in time. */
const MOST_LINES = 25_000;

/** Containers deeper than this say nothing more about what belongs together. */
const DEEPEST_PATH = 60;

/** Reads what may be kept of HTML as lines with their looks. */
export function htmlLines(html: string, cleaning: Cleaning): { head: Head; lines: Line[] } {
	const lines: Line[] = [];
	const looks: Look[] = [plain];
	const path: number[] = [];
	let containers = 0;
	let draft = blank();
	let bullet = false;
	let ruled = false;
	let preformatted = 0;

	function flush() {
		const line = finish(draft);
		if (line && /^[\s\-–—_=*~•·.|+#]{3,}$/.test(line.text) && !line.links.length) ruled = true;
		else if (line) {
			line.path = path.slice(0, DEEPEST_PATH);
			line.bullet = bullet;
			line.ruled = ruled;
			bullet = ruled = false;
			if (lines.length < MOST_LINES) lines.push(line);
		}
		draft = blank();
		// a link around blocks goes on in the next one
		const link = looks.at(-1)!.link;
		if (link) startLink(draft, link);
	}

	function add(words: string) {
		const look = looks.at(-1)!;
		const text = preformatted
			? words
			: words.replace(/[\s\u00a0\u200b-\u200d\u2060\ufeff\u00ad\u034f]+/g, spaceFor);
		for (let at = 0; at < text.length; at += LONGEST_LINE) {
			if (draft.text.length >= LONGEST_LINE) flush();
			append(draft, text.slice(at, at + LONGEST_LINE), look);
		}
	}

	function open(name: string, attributes: Attributes) {
		const look = lookOf(name, attributes, looks.at(-1)!);

		if (name === 'br') {
			// inside a heading or a linked title a break is for the eye only
			const parent = looks.at(-1)!;
			if (parent.level || (parent.link && draft.opened)) add(' ');
			else flush();
		} else if (look.block) {
			flush();
			if (name === 'hr') ruled = true;
			if (name === 'li') bullet = true;
			path.push(++containers);
		} else if (name === 'img') {
			image(draft, attributes, look);
		}

		if (name === 'pre') preformatted++;
		if (look.link && look.link !== looks.at(-1)!.link) startLink(draft, look.link);
		looks.push(look);
	}

	function close(name: string) {
		const look = looks.pop()!;
		const outer = looks.at(-1)!;
		if (look.link && look.link !== outer.link) endLink(draft);
		if (name === 'pre') preformatted--;
		if (look.block) {
			flush();
			path.pop();
		}
	}

	const head = sanitise(html, cleaning, { open, close, text: add });
	flush();
	return { head, lines };
}

function spaceFor(blanks: string): string {
	return /[\s\u00a0]/.test(blanks) ? ' ' : blanks.includes('\u200d') ? '\u200d' : '';
}

function lookOf(name: string, attributes: Attributes, outer: Look): Look {
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
	if (weight) look.bold = /bold/.test(weight) || Number(weight) >= 600;
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
		look.link = { url: attributes.href, target: attributes['data-target'] ?? null };
	}
	if (block) {
		const mark = attributes.class
			? `${name}.${attributes.class.split(/\s+/).sort().join('.')}`
			: name;
		look.shape = `${outer.shape.split('>').slice(-2).join('>')}>${mark.slice(0, 60)}`;
	}

	return look;
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

type Draft = {
	text: string;
	links: LineLink[];
	/** the link that is open, if any */
	opened: LineLink | null;
	/** how many images stood before the open link */
	imagesBefore: number;
	alts: string[];
	images: number;
	sizes: Map<number, number>;
	bold: number;
	lead: number;
	leading: boolean;
	italic: number;
	tinted: number;
	letters: number;
	caps: number;
	look: Look | null;
};

function blank(): Draft {
	return {
		text: '',
		links: [],
		opened: null,
		imagesBefore: 0,
		alts: [],
		images: 0,
		sizes: new Map(),
		bold: 0,
		lead: 0,
		leading: true,
		italic: 0,
		tinted: 0,
		letters: 0,
		caps: 0,
		look: null
	};
}

function append(draft: Draft, words: string, look: Look): void {
	// MJML and its like set 0 on containers; words that are really that small are for machines
	if (look.size < 4) return;
	const text = !draft.text || draft.text.endsWith(' ') ? words.replace(/^ /, '') : words;
	if (!text) return;

	draft.text += text;
	const letters = text.trim().length;
	if (!letters) return;

	draft.look ??= look;
	draft.letters += letters;
	draft.sizes.set(look.size, (draft.sizes.get(look.size) ?? 0) + letters);
	if (look.bold) draft.bold += letters;
	else if (draft.leading && /[\p{L}\p{N}]/u.test(text)) draft.leading = false;
	if (look.bold && draft.leading) draft.lead = endOf(draft.text);
	if (look.italic) draft.italic += letters;
	if (look.caps) draft.caps += letters;
	if (look.level && !draft.look.level) draft.look = { ...draft.look, level: look.level };
	if (look.tinted) draft.tinted += letters;
}

/** The length of a text without its last blank: there is one at most, so the text need not be copied. */
function endOf(text: string): number {
	return text.endsWith(' ') ? text.length - 1 : text.length;
}

function image(draft: Draft, attributes: Attributes, look: Look): void {
	draft.images++;
	draft.look ??= look;
	const alt = attributes.alt?.replace(/\s+/g, ' ').trim();
	if (alt) draft.alts.push(alt);
}

function startLink(draft: Draft, link: { url: string; target: string | null }): void {
	const at = draft.text.length;
	draft.opened = { ...link, text: '', start: at, end: at, image: false };
	draft.imagesBefore = draft.images;
	draft.links.push(draft.opened);
}

function endLink(draft: Draft): void {
	const link = draft.opened;
	if (!link) return;

	link.end = endOf(draft.text);
	link.text = draft.text.slice(link.start, link.end).trim();
	link.image = !link.text && draft.images > draft.imagesBefore;
	if (link.image) link.text = draft.alts.at(-1) ?? '';
	if (link.end < link.start) link.end = link.start;
	draft.opened = null;
}

function finish(draft: Draft): Line | null {
	if (draft.opened) endLink(draft);

	const text = draft.text.trim();
	const links = draft.links.filter((link) => link.text || link.image);
	if (!text && !draft.images && !links.length) return null;
	const look = draft.look ?? plain;
	const size = [...draft.sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? look.size;
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
	const bold = draft.letters > 0 && draft.bold / draft.letters >= 0.9;

	return {
		text,
		links,
		level: look.level,
		size: Math.round(size),
		bold,
		lead: !bold && draft.lead < text.length ? draft.lead : 0,
		italic: draft.letters > 0 && draft.italic / draft.letters >= 0.9,
		caps:
			(draft.letters > 0 && draft.caps / draft.letters >= 0.9) ||
			(letters >= 4 && upper / letters > 0.9),
		tinted: draft.letters > 0 && draft.tinted / draft.letters >= 0.5,
		centred: look.centred,
		depth: look.depth,
		bullet: false,
		quote: look.quote,
		ruled: false,
		image: text ? null : draft.alts.join(' ') || '',
		path: [],
		shape: look.shape,
		region: look.region
	};
}
