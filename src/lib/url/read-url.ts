import { canonical } from './canonical.ts';
import { unwrap } from './unwrap.ts';

/** How a link reads, for somebody who wants to know why two of them are one page or are not. */
export function readUrl(input: string): {
	input: string;
	target: string;
	canonical: string | null;
	wrapper: string | null;
} {
	const { target, wrapper } = unwrap(input);
	return { input, target, canonical: canonical(input), wrapper };
}
