import { withoutAddresses } from '#lib/url/address.ts';
import { safeCells } from './safe-cells.ts';

const ADDRESS = /((?<![^\s@,;<>"])[^\s@,;<>"]+@[^\s@,;<>"]+)/;

/**
 * A cell as it may be shown: addresses and links' personal parts are masked, and of other text that
 * may be a name only its first letter is left, unless the column is known to hold something else.
 *
 * @example maskedCell('marie@example.org', true) // => 'm•••@•••.org'
 */
export function maskedCell(cell: string, isNamed: boolean): string {
	const text = cell.trim();
	const [safe] = safeCells([text]);
	if (safe !== null && safe !== undefined) return safe;
	if (text.search(ADDRESS) !== -1)
		return text
			.split(ADDRESS)
			.map((part, i) =>
				i % 2 ? maskedAddress(part) : part.replace(/[\p{L}\p{N}]{2,}/gu, maskedWord)
			)
			.join('');
	return isNamed ? withoutAddresses(text, '•••') : `${[...text][0] ?? ''}•••`;
}

/** What stands beside an address is whose it is. */
function maskedWord(word: string): string {
	return `${[...word][0]}•••`;
}

function maskedAddress(address: string): string {
	const ending = address
		.slice(address.lastIndexOf('@') + 1)
		.split('.')
		.slice(1)
		.at(-1);
	return `${[...address][0] ?? ''}•••@•••${ending ? `.${ending}` : ''}`;
}
