import { countWords, type Line } from './line.ts';
import { headingKey } from './words.ts';
import type { Signed } from './signs.ts';

/** Fewer entries than this are no table of contents, and this share of them is announced word by word. */
const ENTRIES = { least: 3, share: 0.6 };

/** An entry of so many words tells the title that begins with them. */
const TELLING_WORDS = 4;

/** A heading of the contents has no more words: "In today's crumb:". */
const HEADING_WORDS = 8;

/**
 * Lines without the list of what comes below, and that list: entries that tell nothing but the titles
 * which stand further down, whatever the letter calls the list, with the heading over it.
 */
export function withoutContents(lines: readonly Line[]): Contents {
	const titles = new Map<string, number>();
	const begun = new Map<string, { key: string; at: number }[]>();
	lines.forEach((line, at) => {
		const [title, short] = [isTitle(line), isShort(line)];
		if (!title && !short) return;
		const key = headingKey(line.text);
		if (title) titles.set(key, at);
		if (!short) return;
		const alike = begun.get(key.slice(0, LEAST_LETTERS));
		if (alike) alike.push({ key, at });
		else begun.set(key.slice(0, LEAST_LETTERS), [{ key, at }]);
	});
	const titled = new Map<string, [key: string, at: number][]>();
	for (const title of titles) {
		const alike = titled.get(firstWord(title[0]));
		if (alike) alike.push(title);
		else titled.set(firstWord(title[0]), [title]);
	}
	const byTitles = parted(lines, (text, end) => {
		const key = headingKey(text);
		const at = titles.get(key) ?? -1;
		if (at >= end) return at;
		// the title below goes on after what its entry says
		if (countWords(text) < TELLING_WORDS) return null;
		const alike = titled.get(firstWord(key)) ?? [];
		const longer = alike.find(([title, i]) => i >= end && title.startsWith(`${key} `));
		return longer?.[1] ?? null;
	});
	if (byTitles) return { ...byTitles, announced: new Set() };

	// where no title stands out, as in plain text, the list below "In this issue:" tells them
	const plain = parted(lines, (text, end, over) => {
		const key = headingKey(text);
		if (!over || key.length < LEAST_LETTERS) return null;
		const alike = begun.get(key.slice(0, LEAST_LETTERS)) ?? [];
		return alike.find((one) => one.at >= end && one.key.startsWith(key))?.at ?? null;
	});
	return plain ?? { kept: [...lines], contents: [], announced: new Set() };
}

/** The lines that are left, the list, and those of them that are titles because it says so. */
type Contents = { kept: Line[]; contents: Line[]; announced: ReadonlySet<Line> };

/**
 * The first list most of whose entries are found below it.
 *
 * @param find where an entry stands again, from a place on; `over` says whether the list has a heading
 */
function parted(
	lines: readonly Line[],
	find: (text: string, end: number, over: boolean) => number | null
): Contents | null {
	const half = lines.length * 0.6;
	for (let from = 0; from < half; from++) {
		if (!isEntry(lines[from]!)) continue;
		let end = from + 1;
		while (end < lines.length && goesOn(lines[end]!, lines[from]!)) end++;
		const entries = lines.slice(from, end).filter(({ text }) => isWorded(text));
		const near = lines.slice(Math.max(0, from - 3), from);
		const above = near.findLast(({ text }) => isWorded(text)) ?? (from >= 3 ? near[0] : undefined);
		// a lone sign, such as a full stop of its own, is a word and no entry
		const over = !!above && entries.length > 0 && isOver(above, entries);
		const places =
			entries.length < ENTRIES.least ? [] : entries.map(({ text }) => find(text, end, over));
		const announced = places.filter((at) => at !== null);
		if (announced.length >= ENTRIES.least && announced.length >= entries.length * ENTRIES.share) {
			if (over) from = lines.indexOf(above);
			return {
				kept: [...lines.slice(0, from), ...lines.slice(end)],
				contents: lines.slice(from, end),
				announced: new Set(announced.map((at) => lines[at]!))
			};
		}
		from = end - 1;
	}
	return null;
}

/** Fewer letters than this may begin any line. */
const LEAST_LETTERS = 6;

/** A line of a few words, and no entry of a list: it may begin as an entry of the contents says. */
function isShort({ text, bullet }: Line): boolean {
	return !bullet && countWords(text) <= 12;
}

function isTitle({ text, level, bold, bullet }: Line): boolean {
	return (level > 0 || (bold && !bullet)) && countWords(text) >= 2;
}

/** A few words, that lead nowhere but to a place in the letter itself. */
function isEntry({ text, links, level }: Line): boolean {
	const inside = links.every(({ url }) => url.startsWith('#'));
	return inside && !level && countWords(text) >= 1 && countWords(text) <= 25;
}

/** Whether a line is an entry like the first, or a sign between two. */
function goesOn(line: Line, first: Line): boolean {
	if (!isWorded(line.text)) return !line.links.length && !line.image;
	return isEntry(line) && alike(line, first);
}

const firstWord = (key: string) => key.split(' ', 1)[0]!;

const isWorded = (text: string) => /\p{L}/u.test(text);

function alike(one: Line, other: Line): boolean {
	const look = ({ size, bold, caps, level }: Line) => [size, bold, caps, level].join();
	return one.bullet === other.bullet && (one.shape === other.shape || look(one) === look(other));
}

function isOver(line: Line, entries: readonly Line[]): boolean {
	if (line.links.length || !line.text || countWords(line.text) > HEADING_WORDS) return false;
	return line.level > 0 || line.bold || /:$/.test(line.text) || line.shape !== entries[0]!.shape;
}

/** A line that the contents announce is a title, though nothing in its look says so. */
export function withAnnounced(signed: readonly Signed[], announced: ReadonlySet<Line>): Signed[] {
	return signed.map((one) => {
		const isPlain = one.sign === null || one.sign === 'weak';
		return isPlain && announced.has(one.line) ? { ...one, sign: 'heading' } : one;
	});
}
