import { languageOf } from '#lib/messages/languages/language.ts';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { paperTokens as tokens } from '#lib/chart/tokens.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { printable } from '../draw/printable.ts';
import type { Snapshot } from '../snapshot.ts';
import { cutAt, noted, type Cuts, type Stood } from './cuts.ts';
import { titled } from './styles.ts';

/** By which the table of definitions is cut; no figure bears it. */
const NAME = '/definitions';

/** What every word of the report means, as a table at its end. */
export function definitionsTable(
	{ definitions, locale }: Snapshot,
	cuts: Cuts,
	stood: Stood
): Content[] {
	const body = definitions.map(({ term, text }, i): TableCell[] => [
		{ ...noted(NAME, i), text: printable(term), style: 'cell', bold: true, margin: [0, 3, 0, 3] },
		{ text: printable(text), style: 'quiet', margin: [0, 3, 0, 3] }
	]);
	const heading: Content = {
		...titled(m['report.definitions']({}, { locale })),
		style: 'section',
		margin: [0, 4, 0, 6],
		headlineLevel: 1,
		...(cuts.whole.has(NAME) && { pageBreak: 'before' })
	};
	stood.set(NAME, { heading, rows: body.map((row) => row[0]!) });
	return [
		heading,
		...cutAt(body, cuts.rows.get(NAME)).map((part, i): Content => ({
			...(i > 0 && { pageBreak: 'before' }),
			table: { widths: [110, '*'], dontBreakRows: true, body: part },
			layout: {
				hLineWidth: (i) => (i === 0 ? 0 : 0.5),
				hLineColor: () => tokens.rule,
				vLineWidth: () => 0,
				paddingLeft: () => 0,
				paddingRight: () => 8,
				paddingTop: () => 0,
				paddingBottom: () => 0
			}
		}))
	];
}

/** The same where a report is one page: one after the other, small. @param terse of each its first sentence */
export function definitionsInBrief({ definitions, locale }: Snapshot, terse: boolean): Content {
	const { labelled } = languageOf(locale);
	return {
		style: 'brief',
		text: definitions.flatMap(({ term, text }) => [
			{ text: printable(labelled(term, '')), bold: true },
			{ text: `${printable(terse ? firstSentence(text) : text)} ` }
		])
	};
}

function firstSentence(text: string): string {
	return /^[^]*?[.](?=\s+\p{Lu})/u.exec(text)?.[0] ?? text;
}
