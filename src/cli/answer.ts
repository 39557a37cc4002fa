import stringWidth from 'string-width';

/** What a command found: for programs, and for people. */
export type Answer = {
	/** the contract that scripts rely on, printed with `--json` */
	json: unknown;
	/** the same for a person to read */
	lines: string[];
	/** what the numbers leave out, and other footnotes: below them, or on stderr beside `--json` */
	notes?: string[];
	/** some of what was asked did not work; the answer says which part */
	incomplete?: boolean;
	/** what the process says when it ends, where another one decided it */
	code?: number;
};

/** One column of a table: its head, and how a row fills it. */
export type TerminalColumn<Row> = {
	head: string;
	cell(row: Row): string;
	/** figures stand to the right */
	right?: boolean;
	/** its text is never cut: the last column of a list of facts */
	whole?: boolean;
	/** how wide its text may be, where that is less than that of others */
	widest?: number;
};

/** Text longer than this is cut, so that a row stays on its line. */
const WIDEST = 60;

/**
 * An aligned table, one line a row beneath its heads.
 *
 * @example table([{ head: 'Topic', cell: String }], ['SEO']) // => ['Topic', 'SEO']
 */
export function table<Row>(columns: TerminalColumn<Row>[], rows: readonly Row[]): string[] {
	const cells = [
		columns.map(({ head }) => head),
		...rows.map((row) =>
			columns.map(({ cell, whole, widest }) => (whole ? cell(row) : cut(cell(row), widest)))
		)
	];
	const widths = columns.map((_, at) =>
		Math.max(...cells.map((line) => stringWidth(line[at] ?? '')))
	);

	return cells.map((line) =>
		line
			.map((text, at) => {
				const space = ' '.repeat((widths[at] ?? 0) - stringWidth(text));
				return columns[at]?.right ? space + text : text + space;
			})
			.join('  ')
			.trimEnd()
	);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text on one line, as much of it as so many columns of a terminal hold. */
function cut(text: string, widest = WIDEST): string {
	const flat = text.replace(/(?<!\s)\s*[\t\r\n]\s*/g, ' ');
	if (stringWidth(flat) <= widest) return flat;
	let kept = '';
	let room = widest - 1;
	for (const { segment } of graphemes.segment(flat)) {
		room -= stringWidth(segment);
		if (room < 0) break;
		kept += segment;
	}
	return `${kept}…`;
}
