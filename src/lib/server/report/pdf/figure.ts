import type { Column, Content } from 'pdfmake/interfaces.js';
import type { EffectVerdict } from '#lib/findings/certainty.ts';
import { heightOf } from '#lib/chart/heights.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { chartSvg, WIDTH } from '../draw/chart.ts';
import { markSvg } from '../draw/forest.ts';
import { printable } from '../draw/printable.ts';
import type { ReportFigure } from '../snapshot.ts';
import type { Cuts, Stood } from './cuts.ts';
import { RUBRIC, titled, together } from './styles.ts';
import { paperTable } from './table.ts';

export type FigurePlace = {
	/** its number in the report */
	number: number;
	/** of the page's text, in points */
	width: number;
	/** stands above it, on the same page */
	above: Content[];
	/** of its chart, as a share of how high a page shows it */
	tall: number;
	cuts: Cuts;
	stood: Stood;
};

/** A table of no more rows stands on one page with its heading. */
const SHORT = 6;

/** A chart with what paper's fonts have: its words as all others there, and their bold by its name. */
const onPaper = (svg: string) =>
	svg
		.replaceAll(/>([^<>]+)<\/text>/g, (_, words: string) => `>${printable(words)}</text>`)
		.replaceAll('font-weight="600"', 'font-weight="bold"');

/** A figure on paper: its title never parts from what it names, its chart is never cut. */
// eslint-disable-next-line max-lines-per-function -- one figure on paper, from its title to its notes
export function figureOf(
	figure: ReportFigure,
	formats: Formats,
	{ number, width, above, tall, cuts, stood }: FigurePlace
): Content[] {
	// where all of a report is one page, it says less around what it shows
	const isBrief = tall < 1;
	const rest = figure.table.rows.length - (figure.most ?? figure.table.rows.length);
	const { chart, shown, note, noted } = figure;
	const sub = isBrief ? null : figure.sub;
	const options = { locale: formats.locale };
	const name: Content = {
		text: [
			{ ...titled(`${m['report.figure']({ number }, options)} `), color: RUBRIC },
			titled(figure.title),
			...(isBrief && rest > 0 && shown.length ? [partOf(figure, options)] : [])
		],
		style: 'figure',
		margin: [0, 5, 0, 1]
	};
	const title: Content[] = [
		...above,
		{ canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.75 }] },
		name,
		...(sub ? [{ text: printable(sub), style: 'sub', margin: [0, 0, 0, 5] } as Content] : [])
	];
	const below: Content[] = [
		...(figure.forest ? [markKey(figure.forest.of, formats)] : []),
		...[noted?.text, note].flatMap((text) =>
			text ? [{ text: printable(text), style: 'note', margin: [0, 4, 0, 0] } as Content] : []
		),
		...(rest > 0 && shown.length && !isBrief
			? [
					{
						text: m['report.rest'](
							{ n: figure.table.rows.length, shown: figure.most ?? 0 },
							options
						),
						style: 'note',
						margin: [0, 4, 0, 0]
					} as Content
				]
			: [])
	];
	const drawn: Content[] = chart
		? [
				{
					svg: onPaper(chartSvg(chart, formats, { height: heightOf(chart) * tall })),
					width,
					height: (heightOf(chart) * tall * width) / WIDTH,
					margin: [0, 2, 0, 6]
				}
			]
		: [];
	const isShort = figure.table.rows.length - rest <= SHORT;
	const ends = below.length ? [together(below)] : [];
	const space: Content = { text: '', fontSize: 1, margin: [0, 0, 0, isBrief ? 5 : 16] };
	const rows = shown.length
		? paperTable(figure, formats, cuts, {
				stood,
				width,
				heading: drawn.length ? null : name,
				// what cannot be cut does not part from it
				below: isShort || !below.length ? null : space
			})
		: [];
	return [
		{
			stack: [...title, ...drawn, ...(isShort ? [...rows, ...ends] : [])],
			// what is above a table goes to the next page with it; a chart is never cut
			...(drawn.length || isShort
				? { unbreakable: true }
				: { headlineLevel: above.length ? 1 : 2 }),
			...(cuts.whole.has(figure.id) && { pageBreak: 'before' as const })
		},
		...(isShort ? [] : [...rows, ...ends]),
		space
	];
}

/** How many rows of its table a figure shows, beside its title: a page that holds all has no line for it. */
function partOf({ table, most }: ReportFigure, options: { locale: Formats['locale'] }): Content {
	const words = m['report.rest.brief']({ n: table.rows.length, shown: most ?? 0 }, options);
	return { text: `  · ${words}`, style: 'note', bold: false };
}

/** What the marks beside estimates mean; their shapes differ, so that they survive black and white. */
function markKey(of: 'return' | undefined, formats: Formats): Content {
	const options = { locale: formats.locale };
	const clear = of === 'return' ? m['mark.key.clear'] : m['mark.key.clearLift'];
	const entry = (verdict: EffectVerdict, words: string): Column[] => [
		{ svg: markSvg(verdict, 9), width: 9, margin: [0, 0.5, 0, 0] },
		{ text: words, style: 'note', width: 'auto', margin: [3, 0, 10, 0] }
	];
	const columns = [
		...entry({ certainty: 'clear', side: 'above' }, clear({}, options)),
		...entry({ certainty: 'leaning', side: 'above' }, m['mark.key.leaning']({}, options)),
		...entry({ certainty: 'unclear', side: null }, m['mark.unclear']({}, options)),
		...entry({ certainty: 'few', side: null }, m['mark.few']({}, options))
	];
	// a mark and its word would part where a page ends between them
	return { stack: [{ columns }], unbreakable: true, margin: [0, 4, 0, 0] };
}
