import { isNothing } from '#lib/csv/nothing.ts';
import { linkNamed } from '../link-name.ts';
import { isTotal } from './refuse.ts';

const SCHEME = /^(https?:\/\/|ftp:\/\/|mailto:|tel:|sms:|\/\/)\S/i;
const BARE = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/** The link of a cell as exported, trimmed; null for what leads nowhere (a name, an unfilled merge tag). */
export function readLink(cell: string): string | null {
	// a spreadsheet's mark that what follows is text
	const text = cell.trim().replace(/^'/, '');
	return SCHEME.test(text) || BARE.test(text) ? text : null;
}

/** The link that a cell names by its words; null for an empty one, one of marks alone, and a line of sums. */
export function namedLink(cell: string | undefined): string | null {
	const isName =
		cell !== undefined && !isNothing(cell) && /[\p{L}\p{N}]/u.test(cell) && !isTotal(cell);
	return isName ? linkNamed(cell.slice(0, 300)) : null;
}
