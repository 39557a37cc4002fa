/** What a style says of how words look: the properties that tell a heading from a sentence. */
export type Declarations = Record<string, string>;

const kept = new Set(
	(
		'display visibility font-size font-weight font-style text-transform text-align color ' +
		'background-color background max-height opacity mso-hide padding margin width border border-top ' +
		'border-bottom border-left border-radius text-decoration line-height'
	).split(' ')
);

/** Values that load, run or escape nothing. */
const harmless = /^[\w\s.,#%()'"!+-]*$/;
const reaching = /url|expression|image|script|behaviou?r|binding|import/i;

/** Reads the text of a `style` attribute, leaving out whatever could reach outside the document. */
export function readDeclarations(style: string): Declarations {
	const declarations: Declarations = {};

	for (const part of style.slice(0, 4000).split(';')) {
		const colon = part.indexOf(':');
		const name = part.slice(0, colon).trim().toLowerCase();
		const value = part
			.slice(colon + 1)
			.replace(/!\s*important/i, '')
			.trim();
		if (!kept.has(name) || !value || !harmless.test(value) || reaching.test(value)) continue;
		declarations[name] = value;
	}

	return declarations;
}

/** Writes declarations in a fixed order, so that the same document is always the same text. */
export function writeDeclarations(declarations: Declarations): string {
	return Object.keys(declarations)
		.sort()
		.map((name) => `${name}:${declarations[name]}`)
		.join(';');
}

/** `.title`, `td.title`, `h2` or `#top`: the selectors that e-mails rely on; others are left out. */
export type Stylesheet = Map<string, Declarations>;

/** Adds the rules of a `<style>` element, apart from those for some screens only (`@media`). */
export function readStylesheet(css: string, into: Stylesheet): void {
	const text = css.slice(0, 300_000).replace(/\/\*[^]*?(?:\*\/|$)|<!--|-->/g, '');
	let at = 0;

	while (at < text.length) {
		const brace = text.indexOf('{', at);
		if (brace < 0) return;
		const selectors = text.slice(at, brace).trim();
		const end = closing(text, brace);

		if (!selectors.includes('@')) {
			const declarations = readDeclarations(text.slice(brace + 1, end));
			for (const selector of selectors.split(',').map((s) => s.trim())) {
				if (!/^([a-z][a-z0-9]*)?([.#][\w-]+)?$/i.test(selector) || !selector) continue;
				into.set(selector, { ...into.get(selector), ...declarations });
			}
		}

		at = end + 1;
	}
}

/** The place of the brace that ends the block opened at `from`. */
function closing(text: string, from: number): number {
	let depth = 0;
	for (let i = from; i < text.length; i++) {
		if (text[i] === '{') depth++;
		else if (text[i] === '}' && --depth === 0) return i;
	}
	return text.length;
}

/** The rules that apply to an element, weakest first, with its own `style` last. */
export function styleOf(
	sheet: Stylesheet,
	tag: string,
	attributes: Record<string, string>
): Declarations {
	const own = attributes.style ? readDeclarations(attributes.style) : {};
	if (!sheet.size) return own;

	const classes = (attributes.class ?? '').split(/\s+/).filter(Boolean).slice(0, 20);
	return Object.assign(
		{},
		sheet.get(tag),
		...classes.map((name) => sheet.get(`.${name}`)),
		...classes.map((name) => sheet.get(`${tag}.${name}`)),
		attributes.id ? sheet.get(`#${attributes.id}`) : undefined,
		own
	);
}
