import pdfmake from 'pdfmake';
import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { FONT } from '#lib/chart/font.ts';
import { paperTokens as tokens } from '#lib/chart/tokens.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { createFormats, type Formats } from '#lib/messages/format.ts';
import { reportKind } from '#lib/report-kinds.ts';
import { fontFiles } from '../draw/fonts.ts';
import { MISSING, printable, widthIn } from '../draw/printable.ts';
import type { Snapshot } from '../snapshot.ts';
import { definitionsInBrief, definitionsTable } from './definitions.ts';
import { moreCuts, uncut, type Cuts, type Stood } from './cuts.ts';
import { figureOf, type FigurePlace } from './figure.ts';
import { keys } from './keys.ts';
import { foot, footHeight, filtersLeftOut, masthead } from './margins.ts';
import { MARGIN, papers, SERIF, styles, titled, together, widthOf, type Paper } from './styles.ts';

const { sans, sansBold, serif, serifBold } = fontFiles;
pdfmake.addFonts({
	[FONT]: { normal: sans, bold: sansBold, italics: sans, bolditalics: sansBold },
	[SERIF]: { normal: serif, bold: serifBold, italics: serif, bolditalics: serifBold }
});
// nothing of a report is fetched, and of files only its fonts are read
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(fontFiles).includes(path));

/**
 * How much a report takes: how high its charts are, as a share of what a page shows, and of each definition
 * all or its first sentence.
 */
type Size = { tall: number; terse: boolean };

const WHOLE: Size = { tall: 1, terse: false };

/** What has to be one page is tried smaller, in this order. */
const BRIEF: Size[] = [
	...[0.7, 0.55, 0.4].map((tall) => ({ tall, terse: false })),
	...[0.55, 0.4, 0.3].map((tall) => ({ tall, terse: true }))
];

/** Below this much of a page a heading goes to the next, with what follows it. */
const LOW: Record<number, number> = { 1: 0.72, 2: 0.8 };

const isBrief = ({ kind }: Snapshot) => reportKind(kind).onePage === true;

/** A report on paper: vectors and text, the same numbers as everywhere. */
export async function reportPdf(snapshot: Snapshot, paper: Paper = 'a4'): Promise<Uint8Array> {
	if (!isBrief(snapshot)) return (await typeset(snapshot, paper, WHOLE)).bytes;
	let whole: Uint8Array | null = null;
	for (const size of BRIEF) {
		const { pages, bytes } = await typeset(snapshot, paper, size);
		if (pages === 1) return bytes;
		whole ??= bytes;
	}
	// what no page can hold says all that it has to
	return whole!;
}

/** As often as it is laid out anew at most: what one cut moves may leave another row alone. */
const TRIES = 4;

/** A report laid out, and again where a heading or a table's last row came to stand alone on a page. */
async function typeset(snapshot: Snapshot, paper: Paper, size: Size) {
	let cuts = uncut;
	let made = await drawn(snapshot, paper, size, cuts);
	for (let i = 1; i < TRIES; i++) {
		const more = moreCuts(made.stood, cuts);
		if (!more) break;
		cuts = more;
		made = await drawn(snapshot, paper, size, cuts);
	}
	return made;
}

async function drawn(snapshot: Snapshot, paper: Paper, { tall, terse }: Size, cuts: Cuts) {
	let count = 0;
	const stood: Stood = new Map();
	const formats = createFormats(snapshot.locale, snapshot.publication.zone);
	const width = widthOf(paper);
	const head = masthead(snapshot, width);
	const definition: TDocumentDefinitions = {
		pageSize: papers[paper],
		pageMargins: [MARGIN, head.height, MARGIN, footHeight(snapshot, formats, width)],
		language: snapshot.locale,
		displayTitle: true,
		version: '1.7',
		info: {
			title: printable(`${snapshot.name} – ${snapshot.publication.name}`),
			author: printable(snapshot.publication.name),
			subject: m[`report.kind.${snapshot.kind}`]({}, { locale: snapshot.locale }),
			creator: 'Rubrique',
			producer: 'Rubrique',
			creationDate: new Date(snapshot.createdAt)
		},
		defaultStyle: { font: FONT, fontSize: 9, lineHeight: 1.1, color: tokens.ink },
		styles,
		header: head.content,
		footer: (page, pages) => foot(snapshot, formats, width, { page, pages: (count = pages) }),
		pageBreakBefore: ({ headlineLevel, startPosition }) =>
			headlineLevel !== undefined && startPosition.verticalRatio > (LOW[headlineLevel] ?? 1),
		content: withBoxes(snapshot, (told) => [
			...opening(told, formats, width),
			...bodyOf(told, formats, { width, tall, cuts, stood }, terse)
		])
	};
	const bytes = new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
	return { pages: count, bytes, stood };
}

/** What is drawn; where boxes stand in it for letters that no font of paper has, it says what they are. */
function withBoxes(snapshot: Snapshot, draw: (told: Snapshot) => Content[]): Content[] {
	const content = draw(snapshot);
	if (!JSON.stringify(content).includes(MISSING)) return content;
	const text = m['report.definition.missing']({}, { locale: snapshot.locale });
	const definitions = [...snapshot.definitions, { term: MISSING, text }];
	return draw({ ...snapshot, definitions });
}

/** Title, findings, key figures, and what to do beside what cannot be said. */
function opening(snapshot: Snapshot, formats: Formats, width: number): Content[] {
	const { name, findings, keyFigures, advice } = snapshot;
	const brief = isBrief(snapshot);
	const shares = sharesOf(advice.map(({ lines }) => lines.join('').length));
	const filters = filtersLeftOut(snapshot, formats, width);
	return [
		{
			text: titleOf(name, snapshot.period, width),
			style: brief ? 'briefTitle' : 'title',
			margin: [0, 4, 0, 6]
		},
		...findings.map((text): Content => ({
			...titled(text),
			style: brief ? 'briefLead' : 'lead',
			margin: [0, 0, 0, 4]
		})),
		...(filters === null ? [] : [{ text: printable(filters), style: 'sub' } as Content]),
		...keys(keyFigures, formats, width),
		...(advice.length
			? [
					{
						columnGap: 24,
						margin: [0, brief ? 0 : 4, 0, brief ? 8 : 14],
						columns: advice.map(({ heading, lines }, i): Column => ({
							width: brief ? `${shares[i]! * 100}%` : '*',
							stack: [
								{ ...titled(heading), style: 'figure', margin: [0, 0, 0, 3] },
								...lines.map((line) =>
									together([{ text: printable(line), style: 'quiet', margin: [0, 0, 0, 3] }])
								)
							]
						}))
					} as Content
				]
			: [])
	];
}

/**
 * A title, which breaks before its period: that is on one line, or on several where none holds it, and
 * never breaks within a date.
 */
function titleOf(name: string, period: string, width: number): Content[] {
	const at = period ? name.lastIndexOf(period) : -1;
	if (at < 0) return [titled(name)];
	const whole = titled(period.replace(/\s/g, '\u00a0'));
	const fits = widthIn('serifBold', whole.text, styles.title.fontSize) <= width;
	return [
		titled(name.slice(0, at)),
		{ ...whole, noWrap: fits },
		titled(name.slice(at + period.length))
	];
}

/** How wide texts side by side are, so that they end at about the same height; none is narrower than a third. */
function sharesOf(lengths: readonly number[]): number[] {
	const total = lengths.reduce((sum, length) => sum + length, 0);
	const least = 1 / (lengths.length + 1);
	const wanted = lengths.map((length) => Math.max(least, total ? length / total : 1));
	const sum = wanted.reduce((all, one) => all + one, 0);
	return wanted.map((one) => one / sum);
}

/** Every figure under the heading of its section; definitions at the end. */
function bodyOf(
	snapshot: Snapshot,
	formats: Formats,
	place: Omit<FigurePlace, 'number' | 'above'>,
	terse: boolean
): Content[] {
	const brief = isBrief(snapshot);
	let number = 0;
	const sections = snapshot.sections.flatMap(({ heading, figures }) =>
		figures.flatMap((figure, i) => {
			const above: Content[] =
				i === 0 && !brief ? [{ ...titled(heading), style: 'section', margin: [0, 4, 0, 8] }] : [];
			return figureOf(figure, formats, { ...place, number: ++number, above });
		})
	);
	return [
		...sections,
		...(brief
			? [definitionsInBrief(snapshot, terse)]
			: definitionsTable(snapshot, place.cuts, place.stood))
	];
}
