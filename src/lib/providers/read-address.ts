import { isNothing } from '#lib/csv/nothing.ts';
import type { RejectCode } from './facts.ts';

// a star, a bullet or dots in place of letters: many readers are written so, and nobody is known by it
const PLAIN =
	/^(?!(?:x{3,}|redacted)@)[^\s\0-\x1f\u200b-\u200d\u2060\u00ad@<>"(),:;[\]*•●…]+@[^\s\0-\x1f\u200b-\u200d\u2060\u00ad@<>"(),:;[\]*•●…]+\.[^\s\0-\x1f\u200b-\u200d\u2060\u00ad@<>"(),:;[\].*]{2,}$/i;
/** `a***@example.com`, `a•••@example.com`, `[redacted]`. */
const MASKED = /[*•●…]|^\s*(?:x{3,}@|\[?redacted\b)/i;
/** An apostrophe that a spreadsheet or a query put around it; within an address it is part of a name. */
const QUOTED = /^'|'$/;
/** Characters that nobody sees, as pages and letters have them within words. */
const UNSEEN = /[\u200b-\u200d\u2060\u00ad\ufeff]/g;
/** The one address of a list in JSON, as logs keep whom a message went to. */
const ALONE = /^\[\s*"([^"\s]+)"\s*\]$/;
const LONGEST = 1000;
const NAMED = /<([^<>]*)>$/;

/**
 * The address of a cell as readers are known by it: trimmed, lower-case, without `mailto:` or the
 * name of `Name <a@example.com>`; null for what is not like an address.
 */
export function readAddress(cell: string): string | null {
	if (PLAIN.test(cell) && !QUOTED.test(cell)) return cell.toLowerCase();

	// no address and name are as long
	if (cell.length > LONGEST) return null;
	const seen = cell.replace(UNSEEN, '').trim();
	const text = (NAMED.exec(seen)?.[1] ?? seen).trim().replace(/^mailto:/i, '');
	const only = ALONE.exec(text)?.[1] ?? text;
	const bare = only.replace(/\?[^]*/, '').replace(/^'+|[';,.>]{1,3}$/g, '');
	return PLAIN.test(bare) ? bare.toLowerCase() : null;
}

/** Why a cell that is no address names no reader. */
export function whyNoReader(cell: string): RejectCode {
	if (isNothing(cell)) return 'noReader';
	return cell.length <= LONGEST && MASKED.test(cell) ? 'maskedAddress' : 'badAddress';
}

/** Substack writes such addresses for people who asked to be forgotten. */
export function isErased(address: string): boolean {
	return address.endsWith('@deletion-request.substack.com');
}

/** The column whose values are addresses, when no header says so: the fullest, of several as full the first. */
export function addressColumn(sample: readonly (readonly string[])[]): number | undefined {
	const width = Math.max(0, ...sample.map((row) => row.length));
	let found: number | undefined;
	let most = 0;
	for (let column = 0; column < width; column++) {
		const cells = sample.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
		const addresses = cells.filter((cell) => readAddress(cell) !== null).length;
		if (addresses <= most || addresses < 0.8 * cells.length) continue;
		[found, most] = [column, addresses];
	}
	return found;
}
