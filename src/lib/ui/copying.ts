/** Asks a table for all its rows, of which it may show one page: an event whose detail takes them. */
export const ASK_TEXT = 'asktext';

/** A table as text that a spreadsheet takes in: tabs between cells, a line a row. */
export function tableText(rows: readonly (readonly string[])[]): string {
	const cell = (text: string) => text.replace(/\s+/g, ' ').trim();
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
