import type { Content } from 'pdfmake/interfaces.js';
import { certaintyOfChange } from '#lib/findings/certainty.ts';
import { paperTokens as tokens } from '#lib/chart/tokens.ts';
import { keyWords, noteWords } from '#lib/columns/cell-words.ts';
import type { Formats } from '#lib/messages/format.ts';
import { markSvg } from '../draw/forest.ts';
import { printable, sizeIn } from '../draw/printable.ts';
import type { ReportKeyFigure } from '../snapshot.ts';
import { titled } from './styles.ts';

/** So many stand side by side. */
const ROW = 4;

/** Key figures side by side, each with how it moved and how sure that is. */
export function keys(
	figures: readonly ReportKeyFigure[],
	formats: Formats,
	width: number
): Content[] {
	const rows = Array.from({ length: Math.ceil(figures.length / ROW) }, (_, i) =>
		figures.slice(i * ROW, (i + 1) * ROW)
	);
	// as wide as four, so that the rows of a report stand in the same columns
	const of = rows.length > 1 ? ROW : figures.length;
	return rows.map((row, i) =>
		keyRow(row, formats, {
			cell: (width - 14 * (of - 1)) / of,
			margin: [0, i === 0 ? 8 : 0, 0, i === rows.length - 1 ? 12 : 0]
		})
	);
}

function keyRow(
	figures: readonly ReportKeyFigure[],
	formats: Formats,
	{ cell, margin }: { cell: number; margin: [number, number, number, number] }
): Content {
	return {
		margin,
		table: {
			widths: figures.map(() => cell),
			dontBreakRows: true,
			body: [
				figures.map((figure) => {
					const { value, change } = keyWords(figure, formats);
					const verdict = certaintyOfChange(figure.change, figure);
					return {
						stack: [
							{ text: printable(figure.label), style: 'sub' },
							largeFigure(value, cell),
							{
								columns: [
									change
										? { text: change, style: 'note', width: 'auto' }
										: { text: noted(figure, formats), style: 'note', width: '*' },
									...(verdict
										? [{ svg: markSvg(verdict, 9), width: 9, margin: [3, 0.5, 0, 0] }]
										: [])
								]
							}
						],
						margin: [0, 5, 0, 6]
					} as Content;
				})
			]
		},
		layout: {
			hLineWidth: () => 0.75,
			hLineColor: (i) => (i === 0 ? tokens.ink : tokens.rule),
			vLineWidth: (i) => (i === 0 || i === figures.length ? 0 : 0.5),
			vLineColor: () => tokens.rule,
			paddingLeft: (i) => (i === 0 ? 0 : 8),
			paddingRight: (i) => (i === figures.length - 1 ? 0 : 6),
			paddingTop: () => 0,
			paddingBottom: () => 0
		}
	};
}

/** A figure on one line: an amount of many digits is set smaller, and its sign of currency never stands below it. */
function largeFigure(value: string, room: number): Content {
	const set = titled(value);
	const font = 'font' in set ? 'serifBold' : 'sansBold';
	return { ...set, fontSize: sizeIn(font, set.text, { size: 22, room }), bold: true };
}

/** Why a key figure has no change; what holds its place where nothing is to be said. */
function noted(figure: ReportKeyFigure, formats: Formats): string {
	return noteWords(figure, formats) || ' ';
}
