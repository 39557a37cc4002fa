/** What exports write where there is no number. */
const MISSING = /^(|\\n|-|–|—|_-|n\/?a|#n\/a|null|none|nan|undefined|nd)$/i;

const LONGEST = 64;

/** Currencies that are written with letters: `R$`, `kr`, `Fr.`. Three capitals are a code. */
const CURRENCY =
	/\p{Sc}|(?<![a-z])[A-Z]{1,2}(?=\$)|(?<![a-z])[A-Z]{3}(?![a-z])|(?<!\p{L})(?:[Kk]r|F[rt]|zł|Kč|lei|[Ee]uros?)\.?(?!\p{L})/gu;

/**
 * Reads the number of a cell as exports write it: `1,751`, `1 234`, `12,5 %` (0.125), `35 (1.5%)` (35),
 * `$1,234.50`, `1.234,50 €`, `Fr. 980.–`, `(12.00)` and `12.00-` (−12).
 *
 * Returns null where the cell says that there is none, which is not 0, and 'bad' for anything else.
 * A comma before exactly three digits parts thousands, unless a single 0 stands before it; a single
 * point is always decimal.
 */
export function readNumber(cell: string): number | null | 'bad' {
	const text = cell.trim();
	if (MISSING.test(text)) return null;
	if (/^-?\d+$/.test(text)) return Number(text);
	// no number takes as many characters, however it is written
	if (text.length > LONGEST) return 'bad';

	const bare = text
		.replace(/(\d\s*)\(\s*(?:-\s*)?[\d.,][\d.,\s]*%\s*\)$/, '$1')
		.replace(/^\((.*)\)$/, '-$1')
		.replace(CURRENCY, '')
		// a price without cents: `980.-`
		.replace(/(?<=\d)[.,][-–—]{1,2}\s*$/, '')
		.replace(/[\s'’_]/g, '')
		.replace('−', '-')
		// accounting writes its minus behind: `50,00-`
		.replace(/^(\d[\d.,]*[.,]\d\d)-$/, '-$1');

	const match = /^([+-]?)(\d[\d.,]*|[.,]\d+)(e[+-]?\d+)?(%?)$/i.exec(bare);
	if (!match) return 'bad';
	const [, sign, digits = '', exponent = '', percent] = match;
	const plain = withPoint(digits);
	if (plain === null) return 'bad';

	const value = Number(plain + exponent) * (sign === '-' ? -1 : 1);
	if (!Number.isFinite(value)) return 'bad';
	return percent ? value / 100 : value;
}

/** A long number as a spreadsheet shows and saves it: `4.61168E+17`, its last digits gone. */
export function isRounded(cell: string): boolean {
	return cell.includes('E+') && /^\s*\d(?:[.,]\d+)?E\+\d{2}\s*$/.test(cell);
}

/** Digits with one decimal point at most; null where the separators make no number. */
function withPoint(digits: string): string | null {
	const comma = digits.lastIndexOf(',');
	const point = digits.lastIndexOf('.');
	if (comma === -1 && point === -1) return digits;

	if (comma !== -1 && point !== -1) {
		const [thousands, decimal] = comma > point ? ['.', ','] : [',', '.'];
		return grouped(digits, thousands!, decimal!);
	}

	const mark = comma === -1 ? '.' : ',';
	const groups = digits.split(mark);
	if (groups.length > 2) return grouped(digits, mark, null);
	const thousands = mark === ',' && /^[1-9]\d{0,2},\d{3}$/.test(digits);
	return thousands ? groups.join('') : groups.join('.');
}

function grouped(digits: string, thousands: string, decimal: string | null): string | null {
	const [whole = '', fraction, ...more] = decimal ? digits.split(decimal) : [digits];
	const groups = whole.split(thousands);
	const even = groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
	if (!even || more.length > 0) return null;
	return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`;
}
