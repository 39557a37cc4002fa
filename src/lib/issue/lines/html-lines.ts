import { plainText } from '#lib/plain-text.ts';
import { appendWords, blank, endLink, finish, image, startLink } from './draft.ts';
import { lookOf, plainLook, type Look } from './look.ts';
import { sanitise, type Cleaning, type DocumentHead } from '../source/sanitise.ts';
import type { Line } from './line.ts';
import type { Attributes } from '../source/markup.ts';

/** A paragraph beyond this many characters is read as several. */
const LONGEST_LINE = 10_000;

/** No newsletter has so many lines; what follows them is left out, to answer in time. */
const MOST_LINES = 25_000;

/** Containers deeper than this say nothing more about what belongs together. */
const DEEPEST_PATH = 60;

/** Reads what may be kept of HTML as lines with their looks. */
// eslint-disable-next-line max-lines-per-function -- one walk through the tree: its cases share the line that is being built
export function htmlLines(html: string, cleaning: Cleaning): { head: DocumentHead; lines: Line[] } {
	const lines: Line[] = [];
	const looks: Look[] = [plainLook];
	const path: number[] = [];
	const opened: number[] = [];
	let containers = 0;
	let draft = blank();
	let bullet = false;
	let ruled = false;
	let preformatted = 0;
	let beyond = 0;

	function flush() {
		const line = finish(draft);
		const row = line && /^[\s\-–—_=*~•·.|+#]{3,}$/.test(line.text) && !line.links.length;
		// the rows of signs in a program part no stories
		if (row) ruled ||= !preformatted;
		else if (line) {
			takeBullet(line, BULLET);
			if (line.bullet) bullet = true;
			line.path = path.slice(0, DEEPEST_PATH);
			line.bullet = bullet;
			line.ruled = ruled;
			bullet = ruled = false;
			lines.push(line);
		}
		draft = blank();
		// a link around blocks goes on in the next one
		const link = looks.at(-1)!.link;
		if (link) startLink(draft, link);
	}

	function add(words: string) {
		if (lines.length >= MOST_LINES) {
			beyond += words.length;
			return;
		}
		if (preformatted && words.includes('\n')) {
			words.split('\n').forEach((line, i) => {
				if (i) flush();
				add(line);
			});
			return;
		}

		const look = looks.at(-1)!;
		const text = plainText(words).replace(
			/[\s\u00a0\u200b-\u200d\u2060\ufeff\u00ad\u034f]+/g,
			spaceFor
		);
		for (let at = 0; at < text.length; at += LONGEST_LINE) {
			if (draft.text.length >= LONGEST_LINE) flush();
			appendWords(draft, text.slice(at, at + LONGEST_LINE), look);
		}
	}

	function open(name: string, attributes: Attributes) {
		if (lines.length >= MOST_LINES) return;
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
			opened.push(lines.length);
		} else if (name === 'img') {
			image(draft, attributes, look);
		}

		if (name === 'pre') preformatted++;
		if (look.link && look.link !== looks.at(-1)!.link) startLink(draft, look.link);
		looks.push(look);
	}

	function close(name: string) {
		if (lines.length >= MOST_LINES) return;
		const look = looks.pop()!;
		const outer = looks.at(-1)!;
		if (look.link && look.link !== outer.link) endLink(draft);
		if (name === 'pre') preformatted--;
		if (look.block) {
			flush();
			path.pop();
			// as templates draw a rule that mail programs show alike
			if (opened.pop() === lines.length && look.bordered) ruled = true;
		}
	}

	const head = sanitise(html, cleaning, { open, close, text: add });
	flush();
	typedLists(lines);
	head.leftOut.characters += beyond;
	return { head, lines };
}

/** Signs that begin an entry where somebody typed a list, or Word wrote one. */
const BULLET = /^[·•●▪◦‣○■]\s+(?=\S)/;

const DASH = /^[-–—*+]\s+(?=\S)/;

/** Dashes begin entries where lines of one kind that begin with them follow each other; one alone is an aside. */
function typedLists(lines: readonly Line[]): void {
	const dashed = lines.map(({ text, bullet, level }) => !bullet && !level && DASH.test(text));
	lines.forEach((line, i) => {
		const beside = [i - 1, i + 1].some((j) => dashed[j] && lines[j]!.shape === line.shape);
		if (dashed[i] && beside) takeBullet(line, DASH);
	});
}

/** Takes off a typed bullet, and makes the line the entry that it stands for. */
function takeBullet(line: Line, typed: RegExp): void {
	const sign = typed.exec(line.text)?.[0].length;
	if (!sign || line.level) return;
	line.text = line.text.slice(sign);
	line.lead = Math.max(0, line.lead - sign);
	for (const link of line.links) {
		link.start = Math.max(0, link.start - sign);
		link.end = Math.max(0, link.end - sign);
	}
	line.bullet = true;
	line.depth = Math.max(1, line.depth);
}

function spaceFor(blanks: string): string {
	return /[\s\u00a0]/.test(blanks) ? ' ' : blanks.includes('\u200d') ? '\u200d' : '';
}
