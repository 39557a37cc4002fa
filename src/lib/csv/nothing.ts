/** What databases, programs and spreadsheets write into a cell that holds nothing. */
const NOTHING: ReadonlySet<string> = new Set([
	'',
	'\\N',
	'null',
	'Null',
	'NULL',
	'(null)',
	'(NULL)',
	'<null>',
	'<NULL>',
	'undefined',
	'None',
	'nan',
	'NaN',
	'NAN',
	'#N/A',
	'#REF!',
	'#NAME?',
	'#VALUE!'
]);

const LONGEST = 9;

/** Whether a cell holds nothing: it is empty, or says so as programs do (`NULL`, `\N`, `#N/A`). */
export function isNothing(cell: string): boolean {
	const text = cell.trim();
	return text.length <= LONGEST && NOTHING.has(text);
}
