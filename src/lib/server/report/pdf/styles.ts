import type { Content, CustomTableLayout } from 'pdfmake/interfaces.js';
import { paperTokens as tokens } from '#lib/chart/tokens.ts';
import { fitsSerif, printable } from '../draw/printable.ts';

/** Where a page's text starts and how wide it is, in points: margins of 15 mm. */
export const MARGIN = 42.5;
export const papers = { a4: 'A4', letter: 'LETTER' } as const;
export type Paper = keyof typeof papers;
export const widthOf = (paper: Paper) => (paper === 'a4' ? 595.28 : 612) - 2 * MARGIN;

export const SERIF = 'Newsreader';
export const RUBRIC = '#ae1630';

/** A word that may be cut in two; one with hyphens ends its lines there. */
export const LONG = /[^\s-]{30}/;

/** A text in the family of titles, where that has its letters. */
export function titled(text: string) {
	const clean = printable(text);
	return fitsSerif(clean) ? { text: clean, font: SERIF } : { text: clean };
}

/** Rows end in a thin line, the head in a stronger one: nothing vertical, no boxes. */
export function rowLines(headRows: number): CustomTableLayout {
	return {
		hLineWidth: (i) => {
			if (i < headRows) return 0;
			return i === headRows ? 0.75 : 0.5;
		},
		hLineColor: (i) => (i === headRows ? tokens['rule-strong'] : tokens.rule),
		vLineWidth: () => 0,
		paddingLeft: (i) => (i === 0 ? 0 : 4),
		paddingRight: (i, node) => (i === node.table.widths!.length - 1 ? 0 : 4),
		paddingTop: () => 0,
		paddingBottom: () => 0
	};
}

/** What stands together on one page: a table of one cell, without lines. */
export function together(stack: Content[]): Content {
	const none = () => 0;
	return {
		table: { widths: ['*'], dontBreakRows: true, body: [[{ stack }]] },
		layout: {
			hLineWidth: none,
			vLineWidth: none,
			paddingLeft: none,
			paddingRight: none,
			paddingTop: none,
			paddingBottom: none
		}
	};
}

export const styles = {
	title: { fontSize: 23, lineHeight: 1.08, bold: true, color: tokens.ink },
	lead: { fontSize: 11.5, lineHeight: 1.25, color: tokens['ink-2'] },
	briefTitle: { fontSize: 19, bold: true, color: tokens.ink },
	briefLead: { fontSize: 10, lineHeight: 1.2, color: tokens['ink-2'] },
	brief: { fontSize: 7.5, lineHeight: 1.1, color: tokens['ink-3'] },
	section: { fontSize: 17, bold: true, color: tokens.ink },
	figure: { fontSize: 12.5, bold: true, color: tokens.ink },
	sub: { fontSize: 9, color: tokens['ink-2'] },
	note: { fontSize: 8.5, color: tokens['ink-3'] },
	head: { fontSize: 8.5, color: tokens['ink-3'] },
	cell: { fontSize: 9, color: tokens.ink },
	quiet: { fontSize: 9, color: tokens['ink-2'] },
	foot: { fontSize: 8, color: tokens['ink-3'] }
} as const;
