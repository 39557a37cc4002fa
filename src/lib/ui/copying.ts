import { asText } from '#lib/formula.ts';

/** Asks a table for all its rows, of which it may show one page: an event whose detail takes them. */
export const ASK_TEXT = 'asktext';

/** A number with its sign, and perhaps its unit: no spreadsheet runs it. */
const SIGNED = /^[+-]\d[\d\s.,%\p{L}]*$/u;

/** A table as text that a spreadsheet takes in, and runs nothing of: tabs between cells, a line a row. */
export function tableText(rows: readonly (readonly string[])[]): string {
	const cell = (text: string) => {
		const line = text.replace(/\s+/g, ' ').trim();
		return SIGNED.test(line) ? line : asText(line);
	};
	return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

/** A file name from a title: letters and digits of any language. */
export function fileName(title: string, ending: string): string {
	const name = title
		.normalize('NFKD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
	return `${name.slice(0, 60) || 'figure'}.${ending}`;
}
