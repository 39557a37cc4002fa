/** What databases, programs and spreadsheets write into a cell that holds nothing. */
const NOTHING =
	/^\s*(?:\\N|[Nn]ull|NULL|\((?:null|NULL)\)|<(?:null|NULL)>|[Nn]an|NaN|NAN|undefined|None|#N\/A|#REF!|#NAME\?|#VALUE!)?\s*$/;

/** Whether a cell holds nothing: it is empty, or says so as programs do (`NULL`, `\N`, `#N/A`). */
export function isNothing(cell: string): boolean {
	return cell.length > 12 ? cell.trim() === '' : NOTHING.test(cell);
}
