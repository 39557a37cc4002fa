import type { Column, Content } from 'pdfmake/interfaces.js';
import { paperTokens as tokens } from '#lib/chart/tokens.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { filteringWords, frozenWords } from '#lib/messages/report-foot.ts';
import { cutIn, fitsSerif, printable, widthIn } from '../draw/printable.ts';
import type { Snapshot } from '../snapshot.ts';
import { LONG, MARGIN, styles, titled } from './styles.ts';

// What stands above and below the text of every page.

/** Of the publication's name, where it stands beside what the report is and above it, in points. */
const NAME = { beside: 13, above: 11 };

/** Between both, where they stand side by side. */
const GAP = 12;

/** From the paper's edge to the text of a page, in points; more for each further line above it. */
const TOP = 62;
const FURTHER = { about: 11, name: 15 };

/**
 * The publication's name and what the report is: side by side where there is room, else below each
 * other, a name of any length on two lines at most.
 */
export function masthead(
	snapshot: Snapshot,
	width: number
): { content: () => Content; height: number } {
	const { publication, kind, period, locale } = snapshot;
	const logo = logoOf(publication.logo);
	const room = width - (logo?.taken ?? 0);
	const about = printable(`${m[`report.kind.${kind}`]({}, { locale })} · ${period}`);
	const name = printable(publication.name);
	const font = fitsSerif(name) ? 'serifBold' : 'sansBold';
	const both =
		widthIn(font, name, NAME.beside) + GAP + widthIn('sans', about, styles.foot.fontSize);
	const isBeside = both <= room;

	const above = cutIn(font, name, { size: NAME.above, room: 1.85 * room });
	const lines = widthIn(font, above, NAME.above) > room ? 2 : 1;
	const rule: Content = {
		canvas: [
			{ type: 'line', x1: 0, y1: 4, x2: width, y2: 4, lineWidth: 2.25, lineColor: tokens.ink }
		]
	};
	const named = {
		...titled(isBeside ? name : above),
		fontSize: isBeside ? NAME.beside : NAME.above,
		bold: true,
		...(!isBeside && LONG.test(above) && { wordBreak: 'break-all' as const })
	};
	const stack: Content[] = isBeside
		? [
				{
					columns: [
						...(logo ? [logo.column] : []),
						{ ...named, width: 'auto' },
						{ text: about, style: 'foot', alignment: 'right', margin: [GAP, 5, 0, 0] }
					]
				}
			]
		: [
				{ columns: [...(logo ? [logo.column] : []), { ...named, width: '*' }] },
				{ text: about, style: 'foot', margin: [logo?.taken ?? 0, 1, 0, 0] }
			];
	return {
		content: () => structuredClone({ margin: [MARGIN, 24, MARGIN, 0], stack: [...stack, rule] }),
		height: TOP + (isBeside ? 0 : FURTHER.about + FURTHER.name * (lines - 1))
	};
}

/** As high as a line of the masthead lets it be, and never wider than leaves room, in points. */
const LOGO = { width: 110, height: 22, gap: 8 };

/** The publication's logo, left of its name, and what it takes of the line. */
function logoOf(logo: Snapshot['publication']['logo']): { column: Column; taken: number } | null {
	if (!logo) return null;
	const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
	const [width, height] = [logo.width * scale, logo.height * scale];
	const column: Column = {
		image: `data:image/png;base64,${logo.png}`,
		width,
		height,
		// its foot stands on the line of the name
		margin: [0, 16 - height, LOGO.gap, 0]
	};
	return { column, taken: width + LOGO.gap };
}

/** What a page's number takes, in points. */
const NUMBER = 90;

/** How much of two lines the foot fills with what the report rests on: words do not end where lines do. */
const LINES = 1.85;

/** From the text of a page to the paper's edge, without the lines of the foot; and what each line takes. */
const BOTTOM = { bare: 34, line: 12 };

/** All filters as the foot says them, and as much of them as it has room for. */
function filtersOf(snapshot: Snapshot, formats: Formats, width: number) {
	const options = { locale: snapshot.locale };
	const all = printable(
		formats.labelled(
			m['export.filters']({}, options),
			snapshot.filters.join(' · ') || m['export.noFilters']({}, options)
		)
	);
	const others = filteringWords(snapshot, formats).map(printable);
	const size = styles.foot.fontSize;
	const room = LINES * (width - NUMBER) - widthIn('sans', others.join(' · '), size);
	const said = cutIn('sans', all, { size, room });
	return { all, said, basis: [said, ...others].join(' · ') };
}

/** What the foot of a page takes, in points. */
export function footHeight(snapshot: Snapshot, formats: Formats, width: number): number {
	const { basis } = filtersOf(snapshot, formats, width);
	const lines = [basis, printable(frozenWords(snapshot, formats))].reduce(
		(sum, text) => sum + (widthIn('sans', text, styles.foot.fontSize) > width - NUMBER ? 2 : 1),
		0
	);
	return BOTTOM.bare + BOTTOM.line * lines;
}

/** The filters of a report, where the foot of its pages has no room for all of them. */
export function filtersLeftOut(snapshot: Snapshot, formats: Formats, width: number): string | null {
	const { all, said } = filtersOf(snapshot, formats, width);
	return said === all ? null : all;
}

/** What every page rests on: period, filters, rules, what was set aside, when, and the snapshot. */
export function foot(
	snapshot: Snapshot,
	formats: Formats,
	width: number,
	{ page, pages }: { page: number; pages: number }
): Content {
	const options = { locale: snapshot.locale };
	const { basis } = filtersOf(snapshot, formats, width);
	return {
		margin: [MARGIN, 8, MARGIN, 0],
		columns: [
			{
				width: '*',
				style: 'foot',
				text: `${basis}\n${printable(frozenWords(snapshot, formats))}`
			},
			{
				width: NUMBER,
				style: 'foot',
				alignment: 'right',
				text: `${m['report.foot.made']({}, options)}\n${page} / ${pages}`
			}
		]
	};
}
