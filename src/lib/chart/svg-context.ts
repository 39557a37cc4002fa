// A canvas that writes down as SVG what Chart.js and our plugins draw on it, without a document: a server
// draws so for pages, files and paper, and a page what is saved of it. What none of our charts draws
// (gradients, pictures, shadows, ellipses) it does not know.

/** What measures words: the context of a real canvas. */
type Ruler = {
	font: string;
	textBaseline: CanvasTextBaseline;
	measureText: (text: string) => { width: number; fontBoundingBoxAscent: number };
};

export type SvgOptions = {
	/** in CSS pixels */
	width: number;
	height: number;
	ruler: Ruler;
	/** where it becomes a part of a page: what the names of its parts begin with there */
	page?: string;
};

/** As canvas has it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What `save` keeps, as a canvas begins with it. */
const initial = {
	fillStyle: '#000000',
	strokeStyle: '#000000',
	lineWidth: 1,
	lineCap: 'butt',
	lineJoin: 'miter',
	lineDashOffset: 0,
	font: '10px sans-serif',
	textAlign: 'start',
	textBaseline: 'alphabetic' as CanvasTextBaseline
};
type Style = typeof initial;

type State = { style: Style; dash: readonly number[]; matrix: Matrix; clip: string | null };

type Attributes = Record<string, string | number | null>;
type Part = { clip: string | null; name: string; attributes: Attributes; text?: string };

/** Hundredths of a pixel are seen by nobody, and halve what is sent. */
const short = (amount: number) => String(Math.round(amount * 100) / 100);

const escaped = (text: string) =>
	text
		.replaceAll(/\p{Cc}/gu, ' ')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

const RGBA = /^rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)$/;

/** A colour as attributes: not every program that opens an SVG knows `rgba()`. */
function painted(as: 'fill' | 'stroke', color: string): Attributes {
	const [, ...parts] = RGBA.exec(color) ?? [];
	if (parts.length === 0) return { [as]: color === 'transparent' ? 'none' : color };
	const hex = parts.slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0'));
	return { [as]: `#${hex.join('')}`, [`${as}-opacity`]: parts[3]! };
}

/** Chart.js hands on what it was not given. */
const isSeen = (color: unknown) =>
	typeof color === 'string' && color !== 'transparent' && !/, ?0\)$/.test(color);

const FONT = /^(?:(italic|oblique|normal) )?(?:(\d+|bold|normal) )?([\d.]+)px (.+)$/;

/** A font of a canvas as attributes. */
function written(font: string): Attributes {
	const [, style, weight, size, family] = FONT.exec(font) ?? [];
	return {
		'font-size': size ?? null,
		'font-weight': weight && weight !== 'normal' && weight !== '400' ? weight : null,
		'font-style': style && style !== 'normal' ? style : null,
		'font-family': family ?? null
	};
}

const sizeOf = (font: string) => Number(written(font)['font-size'] ?? 0);

/**
 * Where a browser's canvas has the middle and the top of our font above its foot, in sizes of the font:
 * other programs differ.
 */
const BROWSER_FEET: Partial<Record<CanvasTextBaseline, number>> = {
	middle: 0.219,
	top: 0.719,
	bottom: -0.281
};

const ANCHORS: Record<string, string | null> = { center: 'middle', right: 'end', end: 'end' };

export class SvgContext implements Style {
	declare fillStyle: string;
	declare strokeStyle: string;
	declare lineWidth: number;
	declare lineCap: string;
	declare lineJoin: string;
	declare lineDashOffset: number;
	declare font: string;
	declare textAlign: string;
	declare textBaseline: CanvasTextBaseline;

	/** what Chart.js takes for the canvas: its size */
	readonly canvas: { width: number; height: number };

	readonly #options: SvgOptions;
	readonly #saved: State[] = [];
	/** by what they are, the names of what parts are clipped to */
	readonly #clips = new Map<string, string>();
	#dash: readonly number[] = [];
	#matrix = IDENTITY;
	#clip: string | null = null;
	#path: string[] = [];
	#parts: Part[] = [];

	constructor(options: SvgOptions) {
		const { width, height } = options;
		this.#options = options;
		this.canvas = { width, height };
		Object.assign(this, initial);
	}

	/** What was drawn. */
	svg(): string {
		const { width, height } = this.#options;
		let written = '';
		let within: string | null = null;
		for (const { clip, name, attributes, text } of this.#parts) {
			if (clip !== within) {
				if (within) written += '</g>';
				if (clip) written += `<g clip-path="url(#${clip})">`;
				within = clip;
			}
			written += `<${name}${listed(attributes)}${text === undefined ? '/>' : `>${escaped(text)}</${name}>`}`;
		}
		if (within) written += '</g>';
		const clips = [...this.#clips].map(
			([shape, name]) => `<clipPath id="${name}"${shape}</clipPath>`
		);
		const [w, h] = [short(width), short(height)];
		const size = `width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"`;
		return (
			`<svg xmlns="http://www.w3.org/2000/svg" ${size} stroke-miterlimit="10">` +
			(clips.length ? `<defs>${clips.join('')}</defs>` : '') +
			`${written}</svg>`
		);
	}

	save() {
		const names = Object.keys(initial) as (keyof Style)[];
		const style = Object.fromEntries(names.map((name) => [name, this[name]])) as Style;
		this.#saved.push({ style, dash: this.#dash, matrix: this.#matrix, clip: this.#clip });
	}

	restore() {
		const state = this.#saved.pop();
		if (!state) return;
		Object.assign(this, state.style);
		this.#dash = state.dash;
		this.#matrix = state.matrix;
		this.#clip = state.clip;
	}

	setTransform(...matrix: Matrix) {
		this.#matrix = matrix;
	}

	resetTransform() {
		this.#matrix = IDENTITY;
	}

	translate(x: number, y: number) {
		const [a, b, c, d] = this.#matrix;
		this.#matrix = [a, b, c, d, ...this.#placed(x, y)];
	}

	rotate(angle: number) {
		const [a, b, c, d, e, f] = this.#matrix;
		const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
		this.#matrix = [
			a * cos + c * sin,
			b * cos + d * sin,
			c * cos - a * sin,
			d * cos - b * sin,
			e,
			f
		];
	}

	setLineDash(dash: readonly number[]) {
		this.#dash = [...dash];
	}

	getLineDash() {
		return [...this.#dash];
	}

	beginPath() {
		this.#path = [];
	}

	closePath() {
		if (this.#path.length) this.#path.push('Z');
	}

	moveTo(x: number, y: number) {
		this.#path.push(`M${this.#point(x, y)}`);
	}

	lineTo(x: number, y: number) {
		this.#path.push(`${this.#path.length ? 'L' : 'M'}${this.#point(x, y)}`);
	}

	quadraticCurveTo(...[cx, cy, x, y]: [number, number, number, number]) {
		this.#path.push(`Q${this.#point(cx, cy)} ${this.#point(x, y)}`);
	}

	bezierCurveTo(...[ax, ay, bx, by, x, y]: [number, number, number, number, number, number]) {
		this.#path.push(`C${this.#point(ax, ay)} ${this.#point(bx, by)} ${this.#point(x, y)}`);
	}

	rect(x: number, y: number, width: number, height: number) {
		this.#path.push(this.#rectangle(x, y, width, height));
	}

	/** Of a circle, in radians, from the right clockwise. */
	arc(...[x, y, radius, from, to, isCounter = false]: ArcArguments) {
		const full = 2 * Math.PI;
		const asked = isCounter ? from - to : to - from;
		const turn = asked >= full ? full : ((asked % full) + full) % full;
		const end = isCounter ? from - turn : from + turn;
		const at = (angle: number) =>
			this.#point(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
		const by = `A${short(radius)} ${short(radius)} 0 0 ${isCounter ? 0 : 1} `;

		this.#path.push(`${this.#path.length ? 'L' : 'M'}${at(from)}`);
		// an arc that ends where it began is none
		if (turn > Math.PI) this.#path.push(by + at((from + end) / 2));
		this.#path.push(by + at(end));
	}

	fill() {
		if (isSeen(this.fillStyle)) this.#draw('path', { d: this.#d(), ...this.#filled() });
	}

	stroke() {
		if (!isSeen(this.strokeStyle) || this.lineWidth <= 0) return;
		const d = this.#d();
		const last = this.#parts.at(-1);
		// a shape and its edge are one
		if (last?.name === 'path' && last.clip === this.#clip && last.attributes.d === d)
			if (!('stroke' in last.attributes)) {
				Object.assign(last.attributes, this.#stroked());
				return;
			}
		this.#draw('path', { d, fill: 'none', ...this.#stroked() });
	}

	clip() {
		const within = this.#clip ? ` clip-path="url(#${this.#clip})"` : '';
		const shape = `${within}><path d="${this.#d()}"/>`;
		const name = this.#clips.get(shape) ?? `${this.#options.page ?? 'clip'}-${this.#clips.size}`;
		this.#clips.set(shape, name);
		this.#clip = name;
	}

	fillRect(x: number, y: number, width: number, height: number) {
		if (isSeen(this.fillStyle))
			this.#draw('path', { d: this.#rectangle(x, y, width, height), ...this.#filled() });
	}

	strokeRect(x: number, y: number, width: number, height: number) {
		if (isSeen(this.strokeStyle))
			this.#draw('path', {
				d: this.#rectangle(x, y, width, height),
				fill: 'none',
				...this.#stroked()
			});
	}

	/** Chart.js wipes all of a canvas before it draws anew. */
	clearRect() {
		this.#parts = [];
	}

	measureText(text: string) {
		const { ruler } = this.#options;
		ruler.font = this.font;
		return ruler.measureText(text);
	}

	fillText(text: string, x: number, y: number) {
		if (isSeen(this.fillStyle)) this.#write(text, x, y, this.#filled());
	}

	strokeText(text: string, x: number, y: number) {
		this.#write(text, x, y, { fill: 'none', ...this.#stroked() });
	}

	#write(text: string, x: number, y: number, look: Attributes) {
		const [a, b, c, d] = this.#matrix;
		const isTurned = b !== 0 || c !== 0;
		const foot = y + this.#toFoot();
		const [left, bottom] = isTurned ? [x, foot] : this.#placed(x, foot);
		this.#draw(
			'text',
			{
				x: short(left),
				y: short(bottom),
				transform: isTurned
					? `matrix(${[a, b, c, d, this.#matrix[4], this.#matrix[5]].map(short).join(' ')})`
					: null,
				'text-anchor': ANCHORS[this.textAlign] ?? null,
				...written(this.font),
				...look
			},
			text
		);
	}

	/** From where a text is asked for down to where its letters stand, in pixels. */
	#toFoot(): number {
		if (this.#options.page !== undefined)
			return sizeOf(this.font) * (BROWSER_FEET[this.textBaseline] ?? 0);
		const { ruler } = this.#options;
		ruler.font = this.font;
		const [own, foot] = ([this.textBaseline, 'alphabetic'] as const).map((baseline) => {
			ruler.textBaseline = baseline;
			return ruler.measureText('x').fontBoundingBoxAscent;
		});
		return foot! - own!;
	}

	#draw(name: string, attributes: Attributes, text?: string) {
		if (attributes.d === '') return;
		this.#parts.push({ clip: this.#clip, name, attributes, ...(text !== undefined && { text }) });
	}

	#filled(): Attributes {
		return painted('fill', this.fillStyle);
	}

	#stroked(): Attributes {
		const isDashed = this.#dash.length > 0;
		return {
			...painted('stroke', this.strokeStyle),
			'stroke-width': this.lineWidth === 1 ? null : short(this.lineWidth),
			'stroke-linecap': this.lineCap === 'butt' ? null : this.lineCap,
			'stroke-linejoin': this.lineJoin === 'miter' ? null : this.lineJoin,
			'stroke-dasharray': isDashed ? this.#dash.map(short).join(' ') : null,
			'stroke-dashoffset': isDashed && this.lineDashOffset ? short(this.lineDashOffset) : null
		};
	}

	#d(): string {
		return this.#path.join('');
	}

	#placed(x: number, y: number): [x: number, y: number] {
		const [a, b, c, d, e, f] = this.#matrix;
		return [a * x + c * y + e, b * x + d * y + f];
	}

	#point(x: number, y: number): string {
		return this.#placed(x, y).map(short).join(' ');
	}

	#rectangle(x: number, y: number, width: number, height: number): string {
		const [right, bottom] = [x + width, y + height];
		const corners = [this.#point(x, y), this.#point(right, y), this.#point(right, bottom)];
		return `M${corners.join('L')}L${this.#point(x, bottom)}Z`;
	}
}

type ArcArguments = [
	x: number,
	y: number,
	radius: number,
	from: number,
	to: number,
	isCounter?: boolean
];

function listed(attributes: Attributes): string {
	return Object.entries(attributes)
		.map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(String(value))}"`))
		.join('');
}
