import { isWords, type Cell } from '#lib/columns/table.ts';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { certainty } from '#lib/findings/certainty.ts';
import { liftScale, type LiftScale } from '#lib/chart/lift-scale.ts';
import { estimatesOf } from '#lib/chart/estimates.ts';
import { paperTokens as tokens } from '#lib/chart/tokens.ts';
import { cellWords, headWords } from '#lib/columns/cell-words.ts';
import type { Formats } from '#lib/messages/format.ts';
import { forestSvg, markSvg } from '../draw/forest.ts';
import { printable, widthIn } from '../draw/printable.ts';
import type { ReportFigure } from '../snapshot.ts';
import { cutAt, noted, TOGETHER, type Cuts, type Stood } from './cuts.ts';
import { LONG, rowLines, styles } from './styles.ts';

/** Of a row of a forest, and of its plot, in points. */
const ROW = 16;
const plotOf = (columns: number) => (columns > 6 ? 96 : 128);
const MARK = 9;
/** A head of fewer letters stays on one line. */
const SHORT = 15;
const MARGINS: [number, number, number, number] = [0, 3, 0, 2.5];

type TablePlace = {
	stood: Stood;
	heading: Content | null;
	below: Content | null;
	/** of the page's text, in points */
	width: number;
};

/** The table of a figure: the columns that paper has room for, and the plot of each row's estimate. */
export function paperTable(
	figure: ReportFigure,
	formats: Formats,
	cuts: Cuts,
	{ stood, heading, below, width }: TablePlace
): Content[] {
	const { table, shown, forest } = figure;
	const rows = table.rows.slice(0, figure.most ?? undefined);
	const estimates = estimatesOf(forest, rows);
	const plot = plotOf(shown.length);
	const scale = liftScale(estimates ?? [], plot < 100);
	const columns = shown.map((place) => ({ place, column: table.columns[place]! }));

	const head: TableCell[] = columns.map(({ column }) => ({
		text: printable(headWords(column)),
		style: 'head',
		alignment: isWords(column.kind) ? 'left' : 'right',
		margin: MARGINS,
		noWrap: headWords(column).length < SHORT
	}));
	const body = rows.map((row, i): TableCell[] => [
		...columns.map(({ place, column }, nth): TableCell => ({
			...(nth === 0 && noted(figure.id, i)),
			text: printable(cellWords(row[place] ?? null, column, formats)),
			style: nth === 0 ? 'cell' : 'quiet',
			bold: nth === 0 && isWords(column.kind),
			alignment: isWords(column.kind) ? 'left' : 'right',
			margin: MARGINS,
			noWrap: column.kind !== 'text',
			// a column is never narrower than its longest word: one without an end would push others off the page
			...(LONG.test(String(row[place] ?? '')) && { wordBreak: 'break-all' as const })
		})),
		...(estimates
			? [
					{ svg: forestSvg(estimates[i]!, { scale, width: plot, height: ROW }) },
					{
						svg: markSvg(certainty(estimates[i]!), MARK),
						margin: [0, (ROW - MARK) / 2, 0, 0] as [number, number, number, number]
					}
				]
			: [])
	]);

	const beside = estimates ? plot + MARK + 2 * GAP : 0;
	const widths = widthsOf(figure, rows, formats, width - beside);

	const axis = (): TableCell[] =>
		estimates ? [{ svg: axisSvg(scale, plot, formats, forest?.one) }, { text: '' }] : [];
	stood.set(figure.id, { heading, rows: body.map((row) => row[0]!), below });
	return cutAt(body, cuts.rows.get(figure.id)).map((part, i): Content => ({
		...(i > 0 && { pageBreak: 'before' }),
		table: {
			headerRows: 1,
			// a third row alone is one that the head can take along
			keepWithHeaderRows: part.length === TOGETHER + 1 ? part.length : TOGETHER,
			dontBreakRows: true,
			widths: [...widths, ...(estimates ? [plot, MARK] : [])],
			body: [
				// a node can stand in one place alone
				[...head.map((cell) => ({ ...(cell as object) }) as TableCell), ...axis()],
				...part
			]
		},
		layout: rowLines(1)
	}));
}

/** What names a row is at least so wide, in points, and with long names so much more that two lines hold them. */
const NAME = { least: 110, most: 170 };
/** A head of several words takes further lines beyond that, in points: where it has to, beyond less. */
const HEADS = [Infinity, 58, 48, 40, 0];
/** Words of a few letters stay on one line. */
const FEW = 18;
/** Between two columns, in points. */
const GAP = 8;

/**
 * What names a row takes what is left by the others, which are as wide as their cells and the words of
 * their head; a table of numbers alone spreads evenly.
 *
 * @param room for all columns, in points
 */
function widthsOf(
	{ table, shown }: ReportFigure,
	rows: readonly (readonly Cell[])[],
	formats: Formats,
	room: number
): ('*' | 'auto' | number)[] {
	const lengths = shown.map((place) =>
		isWords(table.columns[place]!.kind)
			? Math.max(0, ...rows.map((row) => String(row[place] ?? '').length))
			: -1
	);
	const most = Math.max(...lengths);
	if (most < 0) return shown.map(() => '*');

	const naming = lengths.indexOf(most);
	const cells = shown.map((place, nth) => {
		const column = table.columns[place]!;
		const font = nth === 0 && isWords(column.kind) ? 'sansBold' : 'sans';
		const texts = rows.map((row) => printable(cellWords(row[place] ?? null, column, formats)));
		return Math.max(0, ...texts.map((text) => widthIn(font, text, styles.cell.fontSize)));
	});
	const name = Math.min(NAME.most, Math.max(NAME.least, cells[naming]! * 0.6));
	for (const most of HEADS) {
		const widths = shown.map((place, nth) => {
			if (nth === naming) return '*';
			if (lengths[nth]! > FEW) return 'auto';
			const head = headWidth(printable(headWords(table.columns[place]!)), most);
			return Math.ceil(Math.max(head, cells[nth]!));
		});
		const taken = widths.map((width) => GAP + (typeof width === 'number' ? width : name));
		if (taken.reduce((sum, one) => sum + one, 0) <= room) return widths;
	}
	return shown.map((_, nth) => (nth === naming ? '*' : 'auto'));
}

/** How wide the head of a column is; one of several words takes further lines beyond so much. */
function headWidth(head: string, most: number): number {
	const wide = (text: string) => widthIn('sans', text, styles.head.fontSize);
	if (head.length < SHORT) return wide(head);
	return Math.max(Math.min(most, wide(head)), ...head.split(' ').map(wide));
}

/** Half the width of the longest number over a tick, in points: nearer to an edge it would be cut. */
const HALF_TICK = 8;

/**
 * The ticks of a plot, as the head of its column.
 *
 * @internal for its test
 */
export function axisSvg(scale: LiftScale, plot: number, formats: Formats, one?: string): string {
	const ticks = scale.ticks.map((tick) => {
		const usual = tick === 1;
		const x = Math.min(plot - HALF_TICK, Math.max(HALF_TICK, (scale.at(tick) / 100) * plot));
		return `<text x="${x.toFixed(2)}" y="11" text-anchor="middle" font-size="8.5" font-weight="${usual ? 'bold' : 'normal'}" fill="${usual ? tokens.ink : tokens['ink-3']}">${formats.decimal(tick)}</text>`;
	});
	const height = one === undefined ? ROW : ROW + 10;
	if (one !== undefined)
		ticks.push(
			`<text x="${((scale.at(1) / 100) * plot).toFixed(2)}" y="21" text-anchor="middle" font-size="8.5" fill="${tokens['ink-2']}">${escaped(one)}</text>`
		);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${plot}" height="${height}" viewBox="0 0 ${plot} ${height}">${ticks.join('')}</svg>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
