import { lineKey } from './line-key.ts';
import type { DocumentEvidence, Template } from './learn.ts';
import type { Trace } from './trace.ts';

/**
 * What a template tells of one document, as sorted words: `section KEY`, `frame CODE`, `title LOOK` and
 * `headed LOOK` (all headings of it are stories' titles, or sections'), `standing CODE` (an item of every issue). Its HTML part tells a plain text
 * `begins CODE` and `heads CODE`: these lines, and no others, are titles and sections. A document reads
 * otherwise by these alone, so that they can be kept with it, and it is read again where they change.
 */
export type Hints = ReadonlySet<string>;

/**
 * A text is read by its HTML where so many, and this share, of the titles there stand in it, and it has
 * fewer of them by itself.
 */
const AGREEMENT = { titles: 2, share: 0.85, agreed: 0.8 };

/** What a template, and the other part of the same e-mail, tell of a document. */
export function hintsOf(
	{ sections, constant, frame, looks, standing }: Template,
	{ trace, plain }: DocumentEvidence,
	alternative: DocumentEvidence | null
): string[] {
	const byHtmlPart =
		plain && alternative && !alternative.plain ? hintsByHtml(trace, alternative.trace) : null;
	const headings = [...trace.over, ...trace.bare];
	const others = new Set(byHtmlPart ? [] : alternative?.trace.sections);
	const hints =
		byHtmlPart ??
		headings.filter((key) => sections.has(key) || others.has(key)).map((key) => `section ${key}`);

	const held = new Set(
		codesOf([...sections, ...trace.sections.filter((key) => !constant.has(key))])
	);
	for (const line of trace.lines ?? []) {
		const code = line.replace('>', '');
		if (
			frame.has(code) &&
			!held.has(code) &&
			!hints.includes(`begins ${code}`) &&
			!hints.includes(`heads ${code}`)
		)
			hints.push(`frame ${code}`);
	}
	for (const look of byHtmlPart ? [] : Object.keys(trace.looks ?? {})) {
		const judged = looks.get(look);
		if (judged) hints.push(`${judged === 'title' ? 'title' : 'headed'} ${look}`);
	}
	for (const key of trace.items ?? []) if (standing.has(key)) hints.push(`standing ${key}`);
	return [...new Set(hints)].sort();
}

/**
 * The same for an issue that is imported: what recurs with its words may be a byline, or an item of every
 * issue, and nothing is taken out for it.
 */
export function hintsOnImport(...given: Parameters<typeof hintsOf>): string[] {
	return hintsOf(...given).filter((word) => !word.startsWith('frame '));
}

/** The lines of a text that are titles and sections in its HTML; null where too few are. */
function hintsByHtml(trace: Trace, html: Trace): string[] | null {
	const lines = new Set((trace.lines ?? []).map((line) => line.replace('>', '')));
	const titles = codesOf(html.titles ?? []);
	const codes = titles.filter((code) => lines.has(code));
	if (codes.length < AGREEMENT.titles || codes.length < titles.length * AGREEMENT.share)
		return null;
	const read = new Set(codesOf(trace.titles ?? []));
	const agreed = titles.filter((code) => read.has(code)).length;
	if (agreed >= titles.length * AGREEMENT.agreed && read.size <= titles.length * 1.25) return null;
	const own = new Set([...trace.sections, ...trace.over, ...trace.bare]);
	// where the HTML shows no sections, those of the text stand, as far as they are no titles there
	const keys = html.sections.length
		? html.sections.filter((key) => own.has(key) || codesOf([key]).some((code) => lines.has(code)))
		: trace.sections;
	const heads = codesOf(keys).filter((code) => !codes.includes(code));
	return [...codes.map((code) => `begins ${code}`), ...heads.map((code) => `heads ${code}`)];
}

function codesOf(keys: readonly string[]): string[] {
	return keys.flatMap((key) => lineKey({ text: key, image: null }) ?? []);
}

/** For each document the other of its edition, where there are two: an issue's HTML and its text. */
export function alternativesOf(
	documents: readonly DocumentEvidence[]
): (DocumentEvidence | null)[] {
	const editions = new Map<string, DocumentEvidence[]>();
	for (const document of documents)
		editions.set(document.edition, [...(editions.get(document.edition) ?? []), document]);
	return documents.map((document) => {
		const alike = editions.get(document.edition)!;
		return alike.length === 2 ? alike.find((other) => other !== document)! : null;
	});
}
