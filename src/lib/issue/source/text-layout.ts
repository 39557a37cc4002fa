/** A line of plain text, with how it stood on the page. */
export type TextLine = { text: string; indent: number; length: number };

/** How a plain text is laid out: the habits of its typist, which tell what a line of dashes means. */
export type Layout = {
	/** where lines were broken; Infinity where each line is a paragraph */
	width: number;
	/** most of it is indented, so that what is not stands out */
	indented: boolean;
	/** paragraphs are set apart by empty lines, so that a line that is not belongs to what it follows */
	loose: boolean;
	/** the signs of which a row stands under headings, and over them; of others it parts items */
	under: ReadonlySet<string>;
	over: ReadonlySet<string>;
};

/** An article, a preposition or a comma at the end of a line: its sentence goes on below. */
export const HALF =
	/[\p{Ll}»”"],$|\s(?:a|an|the|of|and|or|to|for|in|on|at|with|by|from|le|la|les|un|une|des?|du|et|ou|à|au|aux|en|pour|par|sur|dans|avec|der|die|das|den|dem|ein|eine[rnms]?|und|oder|zu[mr]?|im|am|auf|für|von|mit|bei|über|el|los|las|una|del|y|con|por|para|il|lo|gli|di|della?|e|per|da|het|een|van|voor|met|op|o|os|as|um|uma|do|dos|das?|com)$/u;

const SEPARATOR = /^([-=_*~#+•·—–])\s*(?:\1\s*){2,}$/;

/** The sign that a row of signs is made of, or null for any other line. */
export function rowSign(text: string): string | null {
	return SEPARATOR.exec(text)?.[1] ?? null;
}

/** Reads the layout off the whole text. */
export function layoutOf(lines: readonly TextLine[]): Layout {
	const full = lines.filter((line) => line.text);

	return {
		width: wrapWidth(lines),
		indented: full.filter((line) => line.indent >= 2).length > full.length * 0.6,
		loose: full.length < lines.length * 0.85,
		...rowUse(lines)
	};
}

/** Short, and no sentence. */
export function isTitled(text: string): boolean {
	return (
		text.length <= 90 && /\p{L}/u.test(text) && !/[.…;,]$|https?:/.test(text) && !rowSign(text)
	);
}

/** Words, and behind them where they lead. */
export function textEndsInAddress(text: string): boolean {
	const at = text.lastIndexOf(' ');
	return (
		/^[(<]?https?:\/\/\S/.test(text.slice(at + 1)) && /\p{L}/u.test(text.slice(0, Math.max(0, at)))
	);
}

function wrapWidth(lines: readonly TextLine[]): number {
	const own = lines.flatMap(({ text, length }, i) =>
		text && !/https?:/.test(text) && !rowSign(text)
			? [{ text, length, below: lines[i + 1]?.text ?? '' }]
			: []
	);
	const lengths = own.map(({ length }) => length).sort((a, b) => a - b);
	// a long subject line or two do not make an unwrapped text
	const width = lengths[Math.floor((lengths.length - 1) * 0.97)] ?? 0;
	const reaching = own.filter(({ length }) => length >= width - 12 && length <= width);
	const enough = reaching.length >= Math.max(4, lengths.length * 0.08);
	// lines of one length that each begin a sentence are titles and short paragraphs
	const broken = reaching.filter(({ below }) => below && !/^\p{P}*[\p{N}*•–-]/u.test(below));
	const goingOn = broken.filter(
		({ text, below }) => HALF.test(text) || /^\p{P}*[\p{Ll}\p{Lo}]/u.test(below)
	).length;
	const wrapped = width >= 40 && width <= 100 && enough && goingOn >= broken.length * 0.2;
	return wrapped && goingOn > 0 ? width : Infinity;
}

function rowUse(lines: readonly TextLine[]): Pick<Layout, 'under' | 'over'> {
	const counts = new Map<string, { all: number; under: number; over: number }>();

	lines.forEach(({ text }, i) => {
		const sign = rowSign(text);
		if (!sign) return;
		const count = counts.get(sign) ?? { all: 0, under: 0, over: 0 };
		const above = lines[i - 1]?.text ?? '';
		const before = lines[i - 2]?.text ?? '';
		const below = lines[i + 1]?.text ?? '';

		count.all++;
		if (isTitled(above) && (!before || rowSign(before))) count.under++;
		else if (isTitled(below) && below.length <= 60) count.over++;
		counts.set(sign, count);
	});

	const most = (key: 'under' | 'over', least: number) =>
		new Set([...counts].filter(([, n]) => n[key] >= Math.max(least, n.all * 0.6)).map(([s]) => s));
	return { under: most('under', 1), over: most('over', 2) };
}

/**
 * "1 Harbours reopen" right over its text, "2 A bridge too low" …: places of titles whose numbers go
 * up by one and have no sign behind; or "1. Harbours reopen", and below an empty line what it tells.
 */
export function countedTitles(lines: readonly TextLine[]): ReadonlySet<number> {
	const indexes: number[] = [];
	let best: number[] = [];
	lines.forEach(({ text }, i) => {
		const [, digits, sign] = /^(\d{1,2})([.)])? +[\p{L}“"«]/u.exec(text) ?? [];
		const number = Number(digits);
		if (!number || lines[i - 1]?.text || !isTitled(text)) return;
		if (sign ? lines[i + 1]?.text || !tells(lines[i + 2]) : !lines[i + 1]?.text) return;
		if (number === 1) indexes.length = 0;
		if (number === indexes.length + 1) indexes.push(i);
		if (indexes.length > best.length) best = [...indexes];
	});
	return new Set(best.length >= 3 ? best : []);
}

/** Whether a line is of a text, and no entry of a list. */
function tells(line: TextLine | undefined): boolean {
	return !!line && line.text.length >= 40 && !/^(?:\d{1,2}[.)]|[-*+•])\s/.test(line.text);
}

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator})/u;

/**
 * "🌊 Around the region" on a line of its own, over lines of which the first is a title and the next its
 * text: places of headings that emoji mark. Where an emoji leads a title, its text or its address comes
 * right below.
 */
export function emojiHeadings(lines: readonly TextLine[]): ReadonlySet<number> {
	const alone = lines.flatMap(({ text }, i) => {
		const isAlone = !lines[i - 1]?.text && !lines[i + 1]?.text;
		return isAlone && EMOJI.test(text) && text.length <= 40 && !text.includes('://') ? [i] : [];
	});
	const over = alone.filter((i) => {
		const [title = '', next = ''] = lines
			.slice(i + 1, i + 6)
			.flatMap(({ text }) => (text ? [text] : []));
		const isTitle = title.length <= 90 && !/[.:]$/.test(title) && !title.includes('://');
		return isTitle && next !== '' && !EMOJI.test(next);
	});
	return new Set(over.length >= 2 && over.length >= alone.length * 0.8 ? over : []);
}
