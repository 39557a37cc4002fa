import type { Page } from '@sveltejs/kit';
import { isFrameworks, statusWords } from '#lib/messages/status-words.ts';

/** What a page says of what went wrong, in the language of the page: its own words, else what its status says. */
export function errorWords({ status, error }: Pick<Page, 'status' | 'error'>): string {
	// of a server's fault only what was foreseen can be explained: a full disk
	const isExplained = error && (status < 500 || error.code) && !isFrameworks(error.message);
	const own = isExplained ? error.message : '';
	return own || statusWords(status);
}
