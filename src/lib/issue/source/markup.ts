import { Tokenizer } from 'htmlparser2';

export type Attributes = Record<string, string>;

/** Hears HTML as a well-nested stream: every `open` has its `close`, also where the source has not. */
export type Sink = {
	open(name: string, attributes: Attributes): void;
	text(words: string): void;
	close(name: string): void;
};

/** Nesting beyond this is ignored (words and links are kept): browsers stop at 512, no letter needs 100. */
const DEEPEST = 250;

const voids = new Set(
	'area base br col embed hr img input link meta param source track wbr'.split(' ')
);

const blocks = new Set(
	(
		'address article aside blockquote center details div dl fieldset figcaption figure footer form ' +
		'h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
	).split(' ')
);

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const apart = ['td', 'th', 'table', 'li', 'blockquote', 'div', 'a'];

/** An opening tag that ends what is still open, up to (not including) the elements after `until`. */
const implied: Record<string, { ends: string[]; until: string[] }> = {
	li: { ends: ['li'], until: ['ul', 'ol', 'menu', 'td', 'th'] },
	dt: { ends: ['dt', 'dd'], until: ['dl', 'td', 'th'] },
	dd: { ends: ['dt', 'dd'], until: ['dl', 'td', 'th'] },
	td: { ends: ['td', 'th'], until: ['tr', 'table'] },
	th: { ends: ['td', 'th'], until: ['tr', 'table'] },
	tr: { ends: ['tr'], until: ['tbody', 'thead', 'tfoot', 'table'] },
	tbody: { ends: ['tbody', 'thead', 'tfoot'], until: ['table'] },
	thead: { ends: ['tbody', 'thead', 'tfoot'], until: ['table'] },
	tfoot: { ends: ['tbody', 'thead', 'tfoot'], until: ['table'] },
	option: { ends: ['option'], until: ['select'] },
	a: { ends: ['a'], until: ['td', 'th', 'table'] },
	// one that nobody closed would be over all that follows
	...Object.fromEntries(headings.map((name) => [name, { ends: headings, until: apart }]))
};

const cells = ['td', 'th', 'table'];
const table = new Set('td th tr tbody thead tfoot caption table'.split(' '));

/**
 * Reads HTML of any quality, in time proportional to its length whatever its nesting.
 *
 * A tokenizer with a nesting of our own, because tree builders walk their whole stack for each
 * tag, so a few megabytes of unclosed elements would hold them for minutes.
 */
// eslint-disable-next-line max-lines-per-function -- one walk through the tags: its cases share the stack
export function readMarkup(html: string, sink: Sink): void {
	const open: string[] = [];
	/** how many of each name are open, so that a stray end needs no search */
	const counts = new Map<string, number>();
	let name = '';
	let attributes: Attributes = {};
	let attribute = '';
	let value = '';
	let words = '';

	/** Words and entities come in pieces; what hears them wants them whole. */
	function speak() {
		if (words) sink.text(words);
		words = '';
	}

	function closeTo(depth: number) {
		while (open.length > depth) {
			const closed = open.pop()!;
			counts.set(closed, counts.get(closed)! - 1);
			sink.close(closed);
		}
	}

	function find(names: readonly string[], until: readonly string[]): number {
		if (!names.some((one) => counts.get(one))) return -1;
		for (let i = open.length - 1; i >= 0; i--) {
			if (names.includes(open[i]!)) return i;
			if (until.includes(open[i]!)) return -1;
		}
		return -1;
	}

	function start() {
		speak();
		const rule = implied[name];
		const at = rule
			? find(rule.ends, rule.until)
			: blocks.has(name)
				? find(['p'], ['td', 'th', 'table', 'li', 'blockquote', 'div'])
				: -1;
		if (at >= 0) closeTo(at);

		if (voids.has(name)) {
			sink.open(name, attributes);
			sink.close(name);
		} else if (open.length < DEEPEST) {
			open.push(name);
			counts.set(name, (counts.get(name) ?? 0) + 1);
			sink.open(name, attributes);
		}
	}

	function end(closing: string) {
		speak();
		if (closing === 'br') {
			sink.open('br', {});
			sink.close('br');
			return;
		}

		const at = find([closing], closing === 'table' ? [] : table.has(closing) ? ['table'] : cells);
		if (at >= 0) closeTo(at);
	}

	const tokenizer: Tokenizer = new Tokenizer(
		{ xmlMode: false, decodeEntities: true },
		{
			onopentagname(from, to) {
				name = html.slice(from, to).toLowerCase();
				// AMP's picture, which closes as no picture of HTML does
				if (name === 'amp-img' || name === 'amp-anim') name = 'img';
				attributes = {};
			},
			onattribname(from, to) {
				attribute = html.slice(from, to).toLowerCase();
				value = '';
			},
			onattribdata(from, to) {
				value += html.slice(from, to);
			},
			onattribentity(code) {
				value += String.fromCodePoint(code);
			},
			onattribend() {
				attributes[attribute] ??= value;
			},
			onopentagend: start,
			onselfclosingtag: start,
			onclosetag(from, to) {
				end(html.slice(from, to).toLowerCase());
			},
			ontext(from, to) {
				words += html.slice(from, to);
			},
			ontextentity(code) {
				words += String.fromCodePoint(code);
			},
			oncdata() {},
			oncomment() {},
			ondeclaration() {},
			onprocessinginstruction() {},
			onend() {
				speak();
				closeTo(0);
			}
		}
	);

	tokenizer.write(html);
	tokenizer.end();
}
