// Over 250 lines: where a table begins, and where the next one of a report does, are told from the same lines.
import type { Sheet, SheetTable } from './sheet.ts';

/** Rows beneath a header that tell what its columns hold. */
export const SAMPLE_ROWS = 200;

/** How far down a header is looked for: exports put a few lines of talk above it, not pages. */
const PREAMBLE = 30;

type Line = { row: number; cells: string[]; full: number };
type Layout = Pick<Sheet, 'labels' | 'tables'>;

/**
 * Finds the tables among the first records of a file. `whole` says that these are all records.
 *
 * Most files are one table, perhaps below a few lines of preamble. A report has blocks parted by
 * blank lines: label/value lines, and tables with a title line of one cell above their header.
 *
 * @param headerRow where a person says that the header is, counted from 1; 0 for a file without one
 */
export function readLayout(records: string[][], headerRow?: number): Layout {
	const lines = records.map((cells, i) => {
		const full = cells.filter((cell) => cell.trim() !== '').length;
		return { row: i + 1, cells, full };
	});

	if (headerRow !== undefined) return tableBelow(lines, headerRow);
	const blocks = cutBlocks(lines);
	const isAgain = blocks.slice(1).some(([first]) => startsAgain(first!, blocks[0]!));
	const report = isAgain || isReport(blocks) ? readReport(blocks) : null;
	return report?.tables.length ? report : readTable(lines);
}

/** The one table beneath a header that somebody pointed to. */
function tableBelow(lines: Line[], headerRow: number): Layout {
	const rows = lines.filter(({ row, full }) => row > headerRow && full > 0);
	const header = headerRow === 0 ? rows[0] : lines[headerRow - 1];
	if (!header) return { labels: [], tables: [] };
	const table =
		headerRow === 0 ? headless(header, rows.slice(1)) : tableOf(null, header, rows, null);
	return { labels: [], tables: [table] };
}

function readTable(lines: Line[]): Layout {
	const width = usualWidth(lines);
	const top = lines.filter(({ full }) => full > 0).slice(0, PREAMBLE);
	const first =
		top.find(
			(line) =>
				line.full >= 0.6 * width && line.cells.length >= 0.6 * width && !isAbove(line, lines)
		) ??
		top.find(({ full }) => full >= Math.min(2, width)) ??
		top[0];
	if (!first) return { labels: [], tables: [] };

	const at = lines.indexOf(first);
	const header = grouped(lines, at) ?? grouped(lines, at - 1) ?? first;
	const start = Math.min(first.row, header.row - Number(header !== first));
	const above = lines.filter(({ row, full }) => row < start && full > 0);
	const below = lines.filter(({ row }) => row > header.row);

	return {
		labels: above.flatMap((line) => (line.full === 2 ? [labelOf(line)] : remarkOf(line))),
		tables: [
			isData(header.cells) && !headsNumbers(header, below)
				? headless(header, below)
				: tableOf(null, header, below, null)
		]
	};
}

/**
 * Whether a line of two cells is a label above the header (`Campaign, Letter 12`): a wider line follows it,
 * with rows below.
 */
function isAbove(line: Line, lines: Line[]): boolean {
	if (line.full !== 2) return false;
	const at = lines.indexOf(line) + 1;
	const next = lines.slice(at).find(({ full }) => full > 0);
	if (!next || next.full <= 2 || next.cells.some((cell) => /\d|@/.test(cell))) return false;
	const rows = lines.slice(lines.indexOf(next) + 1).filter(({ full }) => full > 2);
	return (
		rows.length > 0 &&
		rows.slice(0, 3).every(({ cells }) => cells.some((cell) => /\d|@/.test(cell)))
	);
}

/**
 * The header of two lines that begins at one, as spreadsheets have it whose headings span columns: each
 * column is called as its group and itself, `Opens` above `First, Count` as `Opens First, Opens Count`.
 * Null where the line below is no second one.
 */
function grouped(lines: Line[], at: number): Line | null {
	const [groups, names, ...rows] = lines.slice(Math.max(at, 0), at + 4);
	if (at < 0 || !groups || !names || groups.full === 0 || names.full < 2) return null;
	if (groups.full === 1 && (groups.cells[0] ?? '').trim() !== '') return null;
	if (groups.cells.length !== names.cells.length || [groups, names].some((l) => isData(l.cells)))
		return null;
	const [over, under] = [groups, names].map(({ cells }) => cells.map((cell) => cell.trim()));
	// each name below stands under a group or where nothing is above it, and says no number
	const spread = under!.filter((name, i) => name !== '' && over![i] === '').length;
	const isNamed = under!.every((name) => name.length < 40 && !/\d/.test(name));
	const isOwn = over!.every((group, i) => group === '' || under![i] !== '' || !over![i + 1]);
	// beneath its name a column holds numbers, dates or addresses: a first row of words would not
	const below = rows.filter(({ full }) => full > 1);
	const hasRows =
		below.length > 0 &&
		under!.some(
			(name, i) => name !== '' && below.every(({ cells }) => /\d|@/.test(cells[i] ?? ''))
		);
	const repeats = under!.some((name, i) => name !== '' && under!.indexOf(name) < i);
	if (spread === 0 || !isNamed || !hasRows || !(repeats || isOwn)) return null;

	let group = '';
	const cells = under!.map((name, i) => {
		const own = over![i] || group;
		// what has no name below it heads its own column alone
		group = name === '' ? '' : own;
		return [own, name].filter(Boolean).join(' ');
	});
	return { ...names, cells, full: cells.filter(Boolean).length };
}

/**
 * `# Start date: 20240401`, `Campaign: Bridges of May`: what lines of one cell above a table say that it
 * is about; the days of a span (`April 1, 2024 - April 30, 2024`) and what amounts are in (`Budget 2026 (k€)`)
 * say so without a label.
 */
function remarkOf({ cells }: Line): [string, string][] {
	const text = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
	const match =
		/^#\s*([^:]{1,40}):\s*(\S.*)$/.exec(text) ?? /^([^:/\d]{2,40}):\s+(\S.*)$/.exec(text);
	if (match) return [[match[1]!.trim(), match[2]!.trim()]];
	const isSpan = text.length < 80 && /\d{4}\s[-–—]\s/.test(text) && /\d{4}$/.test(text);
	const isUnit =
		text.length < 80 && /[€$£]|\b(?:EUR|USD|GBP|CHF|CAD)\b|\b(?:19|20)\d\d\b/.test(text);
	return isSpan || isUnit ? [['', text]] : [];
}

function tableOf(
	title: string | null,
	header: Line,
	below: Line[],
	endRow: number | null
): SheetTable {
	return {
		title,
		header: header.cells.map((cell) => cell.trim()),
		headerRow: header.row,
		endRow,
		sample: sampleOf(below.filter(({ cells }) => !isHeaderAgain(cells, header.cells)))
	};
}

/** A table whose first line is a row already: its columns are called #1, #2 … */
function headless(first: Line, below: Line[]): SheetTable {
	return {
		title: null,
		header: first.cells.map((_, i) => `#${i + 1}`),
		headerRow: first.row - 1,
		endRow: null,
		sample: sampleOf([first, ...below])
	};
}

function sampleOf(lines: Line[]): string[][] {
	const rows = lines.filter(({ cells }) => !isBlankLine(cells));
	// `© 2026 Example` below a table of five columns is none of its rows
	const wide = rows.filter(({ cells }) => cells.length > 1);
	const isWide = wide.length > 0 && wide.every(({ cells }) => cells.length > 2);
	return (isWide ? wide : rows).slice(0, SAMPLE_ROWS).map(({ cells }) => cells);
}

/** A line with nothing on it, which is no row. A line of delimiters alone is one. */
export function isBlankLine(cells: string[]): boolean {
	return cells.length === 1 && cells[0]!.trim() === '';
}

/** Whether a row is the header once more, as in exports that were joined end to end. */
export function isHeaderAgain(cells: readonly string[], header: readonly string[]): boolean {
	const nameOf = (cell = '') => cell.replace(/^\uFEFF/, '').trim();
	return header.every((name, i) => nameOf(name) === nameOf(cells[i]));
}

/** Nobody calls a column by an address, a link or an instant. */
function isData(cells: string[]): boolean {
	return cells.some((cell) =>
		/^(?:[^\s@<>]+@[^\s@]+\.[a-z]{2,}|https?:\/\/\S+|\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d.*)?)$/i.test(
			cell.trim()
		)
	);
}

const ADDRESS = /^[^\s@<>]+@[^\s@]+\.[a-z]{2,}$/i;
const LINK = /^https?:\/\/\S+$/i;
const ON_DAY = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d.*)?$/;

/** Whether a line calls columns by links or by days, and beneath them stand numbers: one column a link, or a day. */
function headsNumbers({ cells }: Line, below: Line[]): boolean {
	const texts = cells.map((cell) => cell.trim());
	const named = [LINK, ON_DAY].map((is) => texts.flatMap((text, i) => (is.test(text) ? [i] : [])));
	const [columns, ...others] = named.filter(({ length }) => length > 0);
	if (!columns || others.length > 0 || texts.some((text) => ADDRESS.test(text))) return false;
	const isOnce = new Set(columns.map((i) => texts[i])).size === columns.length;
	const rows = below.filter(({ full }) => full > 0).slice(0, 20);
	const areNumbers = rows.every((row) =>
		columns.every(
			(i) => /^[\d\s.,'€$£-]*$/.test(row.cells[i] ?? '') && !ON_DAY.test(row.cells[i] ?? '')
		)
	);
	return (
		columns.length > 1 && columns.length < cells.length && isOnce && rows.length > 0 && areNumbers
	);
}

/** The number of cells that most lines of more than one cell have; 1 if there are none. */
function usualWidth(lines: Line[]): number {
	const counts = new Map<number, number>();
	for (const { cells, full } of lines) {
		if (full > 0 && cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	}
	let width = 1;
	let most = 0;
	for (const [cells, lines] of counts) {
		if (lines > most) [width, most] = [cells, lines];
	}
	return width;
}

/** Blank lines part blocks, and so does a label that stood above the first rows already, with another value. */
function cutBlocks(lines: Line[]): Line[][] {
	const blocks: Line[][] = [[]];
	const top = lines.slice(0, PREAMBLE);
	for (const line of lines) {
		if (line.full === 0) blocks.push([]);
		else if (line.full <= 2 && startsAgain(line, top)) blocks.push([line]);
		else blocks.at(-1)!.push(line);
	}
	return blocks.filter((block) => block.length > 0);
}

/** Whether a line states again, with another value, what the first lines state: `Campaign: Letter 13`. */
function startsAgain(line: Line, top: Line[]): boolean {
	const [label, value] = statedIn(line) ?? [];
	if (!label) return false;
	for (const above of top) {
		if (above.row >= line.row || above.full > 2) return false;
		const stated = statedIn(above);
		if (stated?.[0] === label && stated[1] !== value) return true;
	}
	return false;
}

function statedIn(line: Line): [string, string] | null {
	if (line.full === 1) return remarkOf(line)[0] ?? null;
	return isLabel(line) ? labelOf(line) : null;
}

/**
 * A title line above wider lines, somewhere after the first blank line; or several lines that end their
 * label with a colon.
 */
function isReport(blocks: Line[][]): boolean {
	if (blocks.length < 2) return false;
	const titled = blocks.slice(1).some(([first, second]) => {
		if (first!.full !== 1 || first!.cells[0]!.trim() === '' || !second) return false;
		return second.full > 1 && !isData(second.cells);
	});
	const labelled = blocks.flat().filter(isLabel).length >= 2;
	return labelled || (titled && blocks.every((block) => block.length < 2 || !isRagged(block)));
}

/** Rows with one filled cell in the middle of wider ones are rows, not titles. */
function isRagged(block: Line[]): boolean {
	return block.slice(1).filter(({ full }) => full === 1).length > block.length / 2;
}

function isLabel({ cells, full }: Line): boolean {
	return full <= 2 && /:\s*$/.test(cells[0]!);
}

function labelOf({ cells }: Line): [string, string] {
	const [label = '', value = ''] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
	return [label.replace(/(?<!\s)\s*:$/, ''), value];
}

function readReport(blocks: Line[][]): Layout {
	const labels: [string, string][] = [];
	const tables: SheetTable[] = [];
	let title: string | null = null;

	for (const [i, block] of blocks.entries()) {
		let at = 0;
		const before = labels.length;
		while (at < block.length && block[at]!.full === 1 && !isLabel(block[at]!)) {
			const remark = remarkOf(block[at]!);
			if (remark.length > 0) labels.push(...remark);
			else title = block[at]!.cells.find((cell) => cell.trim() !== '')!.trim();
			at++;
		}
		while (at < block.length && isLabel(block[at]!)) labels.push(labelOf(block[at++]!));

		const two = grouped(block, at);
		const header = two ?? block[at];
		if (!header) continue;
		const below = block.slice(at + (two ? 2 : 1));

		const last = tables.at(-1);
		const own = statedAnew(labels, before);
		if (own && last && header.cells.length === last.header.length) {
			// the same columns once more, of another send
			const isHeaded = isHeaderAgain(header.cells, last.header);
			const lines = isHeaded ? below : [header, ...below];
			tables.push({
				...last,
				title,
				labels: own,
				headerRow: isHeaded ? header.row : header.row - 1,
				endRow: block.at(-1)!.row + 1,
				sample: sampleOf(lines)
			});
		} else if (
			!title &&
			last &&
			!isPairs(block, i, blocks) &&
			header.cells.length === last.header.length
		) {
			// a blank line inside a table
			last.endRow = block.at(-1)!.row + 1;
			last.sample = [...last.sample, ...sampleOf(block)].slice(0, SAMPLE_ROWS);
		} else if (isPairs(block.slice(at), i, blocks)) {
			labels.push(...block.slice(at).map(labelOf));
		} else {
			const table = tableOf(title, header, below, block.at(-1)!.row + 1);
			tables.push(own ? { ...table, labels: own } : table);
		}
		title = null;
	}

	const last = tables.at(-1);
	if (last && last.endRow === blocks.at(-1)!.at(-1)!.row + 1) last.endRow = null;
	return { labels, tables };
}

/** The labels of a table, the latest first, where some above it state anew what others before them did; else null. */
function statedAnew(labels: [string, string][], before: number): [string, string][] | null {
	const isAnew = labels.some(([label], i) =>
		labels.slice(0, Math.min(i, before)).some(([earlier]) => label === earlier)
	);
	return isAnew ? labels.toReversed() : null;
}

/** No label begins with a day. */
const DAY = /^\s*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/;

/** Label and value without a colon: two cells a line, and the values are not a column of numbers below a word. */
function isPairs(lines: Line[], at: number, blocks: Line[][]): boolean {
	if (at === blocks.length - 1 || lines.some(({ cells, full }) => full > 2 || cells.length < 2)) {
		return false;
	}
	// "ana@example.com, 2 May" is a row of somebody, not a label with its value
	if (lines.some(({ cells }) => isData([cells[0]!]) || DAY.test(cells[0]!))) return false;
	const values = lines.map(({ cells }) => cells[1]!.trim());
	const counted = values.slice(1).filter((value) => /^[\d\s.,%]+$/.test(value)).length;
	const headed = lines.length > 1 && counted === values.length - 1 && !/\d/.test(values[0]!);
	return !headed;
}
