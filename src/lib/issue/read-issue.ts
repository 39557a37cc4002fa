import { append } from './long-lists.ts';
import { withoutReader } from '#lib/url/without-reader.ts';
import { cleanOpened, type Clean } from './source/clean-document.ts';
import { findDate } from './dates.ts';
import { withAnnounced, withoutContents } from './lines/contents.ts';
import { withDrawnWords } from './lines/drawn.ts';
import { frame } from './lines/frame.ts';
import { withoutFurniture } from './lines/furniture.ts';
import { withInnerLists } from './inner-lists.ts';
import { linesOf, type Read } from './lines/lines-of.ts';
import { findMasthead, numberInName } from './lines/number.ts';
import { openDocument, type Opened } from './source/open-document.ts';
import { ownName } from './source/own-name.ts';
import { outline, wordsOf, type SectionLines } from './outline.ts';
import { withoutJumps } from './lines/inside.ts';
import { withNotes } from './lines/notes.ts';
import { prominence } from './lines/prominence.ts';
import { otherLinks, readSection } from './read-section.ts';
import { withoutTraces } from './source/reader-traces.ts';
import { signLines } from './lines/signs.ts';
import { headingKey } from './lines/words.ts';
import { explainBlocks, type ExplainedBlock } from './explain.ts';
import { withRubrics } from './rubrics.ts';
import { countWords, wordCount, type Line } from './lines/line.ts';
import type { Piece } from './cut.ts';
import type { LeftOut } from './source/left-out.ts';
import type { IssueDocument, OtherLink, RawDocument, Section } from './source/document.ts';
import { withHtmlHints, withoutFrame } from './template/apply-hints.ts';
import { withStanding } from './template/standing.ts';
import { traceOf, type Trace } from './template/trace.ts';
import type { Hints } from './template/hints.ts';

/** Rises with every change of these rules that reads a document otherwise than before. */
export const READING_RULES = 33;

/**
 * Reads an issue of a newsletter as an editor would: sections, items, links and their roles.
 *
 * What identifies a reader is left out of addresses, so the outcome may be stored. `hints` is
 * what the publication's template says of it.
 *
 * @internal the short way for tests and benches
 * @throws {Trouble} fileEmpty, fileBinary, fileTooLarge, documentUnreadable
 */
export async function readIssue(
	raw: RawDocument,
	hints: Hints | null = null
): Promise<IssueDocument> {
	return (await readWhole(raw, hints)).document;
}

/**
 * Reads an issue as `readIssue` does, and says what of it is left out and what it says of its lines.
 *
 * @throws {Trouble} fileEmpty, fileBinary, fileTooLarge, documentUnreadable
 */
export async function readWhole(
	raw: RawDocument,
	hints: Hints | null = null
): Promise<ReadDocument> {
	return read(raw.name, await openDocument(raw), hints, withoutReader);
}

/**
 * Reads an issue as `readIssue` does, says what of it is left out, and gives what may be stored of
 * it and of its file's name. It is opened once.
 *
 * @param nameless takes out of a text what else names people of these addresses: digests of them
 * @throws {Trouble} fileEmpty, fileBinary, fileTooLarge, documentUnreadable
 */
export async function takeIssue(
	raw: RawDocument,
	hints: Hints | null = null,
	nameless: (text: string, addresses: readonly string[]) => string = (text) => text
): Promise<ReadDocument & { clean: Clean; name: string }> {
	const original = await openDocument(raw);
	const { addresses } = original.recipients;
	const opened = { ...original, text: nameless(original.text, addresses) };
	const url = (href: string) => withoutReader(nameless(href, addresses));
	return {
		...read(raw.name, opened, hints, url),
		clean: cleanOpened(opened),
		name: withoutTraces(raw.name, '', opened.recipients)
	};
}

/**
 * Reads an issue with its addresses letter by letter as they were sent, to be looked at and never
 * to be stored: they tell one reader's copy from another's.
 *
 * @throws {Trouble} fileEmpty, fileBinary, fileTooLarge, documentUnreadable
 */
export async function readIssueAsSent(
	raw: RawDocument,
	hints: Hints | null = null
): Promise<ReadDocument> {
	return read(raw.name, await openDocument(raw), hints, (url) => url);
}

/** A document as it reads, what of it is left out, what it says of its lines, and of each block why it reads so. */
export type ReadDocument = {
	document: IssueDocument;
	leftOut: LeftOut;
	trace: Trace;
	explained: () => ExplainedBlock[];
};

// eslint-disable-next-line max-lines-per-function -- the steps of reading in their order, each with what the one before it found
function read(
	name: string,
	opened: Opened,
	hints: Hints | null,
	url: (href: string) => string
): ReadDocument {
	const extracted = linesOf(opened, ownName(name), url);
	const { lines, notes, marks } = withNotes(withDrawnWords(extracted.lines));
	const { head, body, foot } = frame(lines, extracted.title);
	const { kept: unframed, framed } = withoutFrame(body, hints);
	const { kept: untold, furniture } = withoutFurniture(unframed);
	const { kept: own, contents, announced } = withoutContents(untold);
	const { kept, jumps, nowhere } = withoutJumps(own);
	const marked = signLines(kept).map((one) =>
		notes.has(one.line) ? { ...one, sign: null, inner: true } : one
	);
	const told = withAnnounced(marked, announced);
	const signed = withHtmlHints(withInnerLists(told), hints);
	const parts = outline(signed, hints);

	const sections: Section[] = [];
	const keys: string[] = [];
	const heads: Line[] = [];
	const pieces: Piece[] = [];
	const other: OtherLink[] = head.flatMap((line) => otherLinks(line, true));
	parts.forEach((part, i) => {
		const next = parts[i + 1]?.heading;
		const place = {
			first: !sections.length && i <= 1,
			last: i === parts.length - 1,
			above: !!next && !!part.heading && next.level > part.heading.level,
			linked: parts.some((other) => other !== part && leads(other.lines)),
			next: next ? prominence(next) : 0
		};
		const outcome = readSection(part, place);
		if (outcome.section) sections.push(outcome.section);
		if (outcome.section && part.heading) keys.push(headingKey(wordsOf(part.heading)));
		if (outcome.section && part.heading) heads.push(part.heading);
		append(pieces, outcome.pieces);
		append(other, outcome.other);
	});
	const outside = [...furniture, ...contents, ...framed, ...foot];
	append(
		other,
		outside.flatMap((line) => otherLinks(line, true))
	);
	append(other, otherLinks({ links: [...nowhere, ...marks] }, true));

	const masthead = head.map((line) => line.text);
	const document: IssueDocument = {
		title: extracted.title,
		number: numberOf(name, extracted, masthead),
		date: dateOf(name, extracted, masthead),
		tags: extracted.matter.tags,
		authors: extracted.authors,
		sections: withStanding(
			namedByLetter(
				withoutLetterTitle(withRubrics(sections, pieces), parts, extracted.title),
				pieces,
				extracted.title
			),
			hints
		),
		otherLinks: other
	};
	const steps = {
		lines,
		head,
		framed,
		furniture: [...furniture, ...jumps],
		contents,
		foot,
		signed,
		sections: heads,
		pieces,
		hints
	};
	return {
		document,
		leftOut: extracted.leftOut,
		trace: traceOf(signed, keys, document),
		explained: () => explainBlocks(steps)
	};
}

/** The letter's own title over its stories, below a preview of them, is no section's. */
function withoutLetterTitle(
	sections: readonly Section[],
	[top]: readonly SectionLines[],
	letter: string | null
): Section[] {
	const key = headingKey(letter ?? '');
	const isBelowPreview =
		!top?.heading && top?.lines.some(({ line }) => countWords(line.text) >= 12);
	if (!key || !isBelowPreview) return [...sections];
	return sections.map((section) =>
		section.title && headingKey(section.title) === key ? { ...section, title: null } : section
	);
}

/** What stands beside the one story that a letter tells has no more than this share of its words. */
const BESIDE_ESSAY = 0.3;

/** A letter of one story without a title of its own: it is called as the letter is, unless that only counts it. */
function namedByLetter(
	sections: readonly Section[],
	[piece, ...others]: readonly Piece[],
	title: string | null
): Section[] {
	const [section] = sections;
	const [item] = section?.items ?? [];
	const isOwn = title !== null && findMasthead(title) === null && findDate(title) === null;
	const alone = sections.length === 1 && section!.title === null;
	if (!item || !piece || piece.title || !alone || !isOwn) return [...sections];
	const rest = wordCount(others.flatMap(({ lines }) => lines));
	if (rest > wordCount(piece.lines) * BESIDE_ESSAY) return [...sections];
	const items = [{ ...item, title }, ...section!.items.slice(1)];
	return [{ ...section!, items }];
}

function leads(lines: readonly { line: Line }[]): boolean {
	return lines.some(({ line }) => line.links.length > 0);
}

function numberOf(name: string, { title, matter }: Read, masthead: string[]): number | null {
	if (matter.number && /^\d+$/.test(matter.number)) return Number(matter.number);

	for (const text of [title ?? '', ...masthead]) {
		const number = findMasthead(text);
		if (number !== null) return number;
	}
	return numberInName(ownName(name), title);
}

function dateOf(name: string, { title, date }: Read, masthead: string[]): string | null {
	for (const text of [date ?? '', name, title ?? '', ...masthead]) {
		const date = findDate(text);
		if (date) return date;
	}
	return null;
}
