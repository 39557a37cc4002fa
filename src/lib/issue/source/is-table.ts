/** What parts the cells of a line, in the exports of any program. */
const DELIMITERS = ['\t', ';', '|', ','];

/** So much of a file's lines has to be alike: reports have a title above their table, and a total below it. */
const MOST = 0.8;

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}/;

/**
 * Whether the beginning of a text is that of a table or of records, whatever its file is called: spreadsheets
 * save tables as `.txt`, and a list of readers is no letter.
 */
export function isTable(start: string): boolean {
	if (/^\s*(?:\[\s*)?\{\s*"/.test(start) || isListOfReaders(start)) return true;
	const rows = rowsOf(start);
	if (rows.length < 2) return false;
	const withAddress = shareWithAddress(rows);

	return DELIMITERS.some((delimiter) => {
		const counts = rows.map((row) => row.split(delimiter).length - 1);
		const usual = mostFrequent(counts);
		const alike = counts.filter((n) => n === usual).length;
		// sentences have a comma now and then
		const least = delimiter === ',' && withAddress < 0.5 ? 2 : 1;
		return usual >= least && alike >= 2 && alike >= rows.length * MOST;
	});
}

/** Whether nearly every line names a reader, however these are set: no letter does. */
export function isListOfReaders(start: string): boolean {
	const rows = rowsOf(start);
	return rows.length >= 3 && shareWithAddress(rows) >= MOST;
}

function shareWithAddress(rows: readonly string[]): number {
	return rows.filter((row) => ADDRESS.test(row)).length / rows.length;
}

/** Lines that say something, but for the last, which may be cut off; a quoted cell may go over several. */
function rowsOf(start: string): string[] {
	const rows: string[] = [];
	const parts = start.split('"');
	let row = '';
	for (const [i, part] of parts.entries()) {
		if (i % 2 === 1) {
			row += part.replace(PARTING, ' ');
			continue;
		}
		const lines = part.split(/\r\n?|\n/);
		row += lines[0];
		for (const line of lines.slice(1)) {
			if (row.trim()) rows.push(row);
			row = line;
		}
	}
	const isCut = start.length >= WHOLE || parts.length % 2 === 0;
	if (row.trim() && !isCut) rows.push(row);
	return rows;
}

/** What parts cells and lines, and does not where it is quoted. */
const PARTING = /[\t;|,\r\n]/g;

/** Characters from which on a beginning is not the whole text. */
const WHOLE = 4000;

function mostFrequent(counts: readonly number[]): number {
	const times = new Map<number, number>();
	for (const n of counts) times.set(n, (times.get(n) ?? 0) + 1);
	return [...times].sort((a, b) => b[1] - a[1])[0]![0];
}
